using GeoGraph.Core;
using GeoGraph.Core.Graph.Writing;
using Neo4j.Driver;

namespace GeoGraph.Neo4j.Reading;

/// <summary>
/// How far a store is, for readers. A write raises <see cref="Committing"/> before any of it can be seen, and <see cref="Published"/> once all of it can;
/// while the two are equal, nothing is being applied.
/// </summary>
/// <param name="Published">The newest revision that is visible whole.</param>
/// <param name="Committing">The newest revision that may be visible in part.</param>
/// <param name="Oldest">The oldest revision that is retained.</param>
internal readonly record struct Head(Revision Published, Revision Committing, Revision Oldest)
{
    /// <summary>Reads the head of <c>$owner</c> in three columns.</summary>
    public const string Query = "MATCH (h:GeoGraphHead {owner: $owner}) RETURN h.published, h.committing, h.oldest";

    /// <summary>True where nothing is being applied.</summary>
    public bool IsQuiet => Published == Committing;

    /// <summary>The two ends of what is retained.</summary>
    public RetainedRevisions Retained => new(Published, Oldest);

    /// <summary>Reads the columns of <see cref="Query"/>.</summary>
    public static Head Read(IRecord record) => new(new Revision((long)record[0]), new Revision((long)record[1]), new Revision((long)record[2]));
}
