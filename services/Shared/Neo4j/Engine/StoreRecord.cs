using GeoGraph.Core;
using GeoGraph.Core.Graph.Writing;
using GeoGraph.Neo4j.Format;
using Neo4j.Driver;

namespace GeoGraph.Neo4j.Engine;

/// <summary>A store's state, as its node holds it; a writer reads it under the lock on that node.</summary>
/// <param name="Schema">The schema's version.</param>
/// <param name="Retained">The newest and the oldest revision.</param>
/// <param name="Catalogue">Labels, types, and the types that kinds of ids have named.</param>
/// <param name="NodeKinds">Kinds of ids that have named nodes.</param>
/// <param name="AliasKinds">Kinds of ids that have been aliases.</param>
internal sealed record StoreRecord(long Schema, RetainedRevisions Retained, Catalogue Catalogue, IReadOnlySet<string> NodeKinds, IReadOnlySet<string> AliasKinds)
{
    /// <summary>Reads the state of <c>$owner</c>.</summary>
    public const string Query = """
        MATCH (s:GeoGraphStore {owner: $owner})
        RETURN s.schema, s.revision, s.oldest, s.labels, s.types, s.kinds, s.node_kinds, s.alias_kinds, s.filling
        """;

    /// <summary>Reads the columns of <see cref="Query"/>.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.StoreUnavailable"/> where the store is being filled, or its filling was broken off.</exception>
    public static StoreRecord Read(IRecord record) => record[8] is not null ? throw Neo4jErrors.Unavailable("the store is being filled, or its filling was broken off; fill it anew.") : new((long)record[0], new RetainedRevisions(new Revision((long)record[1]), new Revision((long)record[2])),
        new Catalogue(Texts(record[3]), Texts(record[4]), Texts(record[5])), Texts(record[6]), Texts(record[7]));

    private static HashSet<string> Texts(object? list) => [.. list is IEnumerable<object> texts ? texts.Cast<string>() : []];
}
