using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Core.Graph.Archive;

namespace GeoGraph.UnitTests.Core.Archive;

/// <summary>
/// A sound archive, small enough to be seen whole. Its store wrote a and b (1), a supply between them (2), a with a name in place of none (3), c (4), and merged c
/// into a (5); history is retained from 1 on.
/// </summary>
internal static class SmallArchive
{
    public static readonly ArchivedState State = new(At(5), At(1));
    public static readonly ArchivedNode FirstA = Node("a", 1, 3);
    public static readonly ArchivedNode A = Node("a", 3, null, "Alpha");
    public static readonly ArchivedNode B = Node("b", 1, null);
    public static readonly ArchivedNode C = Node("c", 4, 5, "Gamma");
    public static readonly ArchivedRelation Supply = Relation("a", "b", 2, null);
    public static readonly ArchivedAlias Alias = new(new AliasRecord(Id("firm:c"), Id("firm:a"), [new LocalName("en", "Gamma")]), At(5), null);
    public static readonly ArchivedReceipt Receipt = new("request-1", new string('0', 64), new WriteReceipt(At(5), 0, 0, 0, 0, 1));

    public static IReadOnlyList<ArchivedRecord> Records => [State, FirstA, A, B, C, Supply, Alias, Receipt];

    public static Revision At(long number) => new(number);

    public static Revision? At(long? number) => number is { } given ? new Revision(given) : null;

    public static EntityId Id(string text) => EntityId.Parse(text);

    public static ArchivedNode Node(string name, long since, long? until, params string[] names) =>
        new(new GraphNode { Id = Id("firm:" + name), Label = "FIRM", Names = [.. names.Select(text => new LocalName("en", text))], ChangedAt = At(since) }, At(until));

    public static ArchivedRelation Relation(string from, string to, long since, long? until) =>
        new(new GraphRelation { Id = Id($"supplies:{from}-{to}"), Type = "SUPPLIES", From = Id("firm:" + from), To = Id("firm:" + to), ChangedAt = At(since) }, At(until));

    /// <summary>The archive with one item in another's place.</summary>
    public static IReadOnlyList<ArchivedRecord> With(ArchivedRecord record, ArchivedRecord other) => [.. Records.Select(item => item == record ? other : item)];
}
