using GeoGraph.Core;
using GeoGraph.Neo4j.Format;

namespace GeoGraph.Neo4j.Reading;

/// <summary>What a reader is pinned to.</summary>
/// <param name="Revision">The revision that it shows.</param>
/// <param name="Catalogue">What the store has held up to then; it may hold more.</param>
internal sealed record ReadPin(Revision Revision, Catalogue Catalogue);
