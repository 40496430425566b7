using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Conformance;

/// <summary>
/// Random batches and queries over a few ids, names and properties that mean something to a query language, an index or an order of texts: quotes, backticks, wildcards,
/// operators, characters beyond U+FFFF beside those from U+E000 on, and names of properties that the store has itself.
/// </summary>
internal sealed class HostileWorld(Random random)
{
    private static readonly string[] Tails =
        ["n0", "n1", "`n2`", "a\"b'c", "x+y-z&&||!(){}[]^~*?:\\/", "😀", "台積電", "ＴＳＭＣ", "\uFFFDz", "𠀀", "AND", "n10", "été"];

    private static readonly string[] Texts =
    [
        "Alpha", "Beta  Gamma", "台積電", "臺灣 國電", "ＴＳＭＣ", "O'Brien `x` \"q\"", "a*b?c", "foo OR bar", "\\back/slash", "😀 grin", "Émile Zola", "al", "+-&&||!(){}[]^~:",
        "x\u3000y", "𠀀𠀁", "alphabet", "АБВ где", "ﾊﾝｶｸ", "n1", "<a>=b", "firm:n1", "#@$%;,_",
    ];

    private static readonly string[] Properties =
    [
        "{}", """{"v":1}""", """{"v":"1.50","id":"evil","until":3,"revision":99,"label":"X","valid_from":"nope","names":1}""", """{"v":1.0}""",
        """{"list":[1,2.5],"mix":[1,"a",true],"o":{"p":1,"q":["a"]},"t":[{"c":"x","s":"0.1"},{"c":"y"}]}""", """{"t":[{"k":1},{"k":"a"}],"t_k":7}""",
        """{"big":123456789012345678901234567890,"exp":1e400,"Name `ticks`":"\u0000\""}""", """{"text":"😀 \u0000 x","b":true,"neg":-5,"empty":[],"eo":{},"n":[[1]],"z":[{}]}""",
    ];

    private static readonly EntityId[] Nodes = [.. Tails.Select(static tail => EntityId.Parse("firm:" + tail)), EntityId.Parse("state:n1"), EntityId.Parse("state:台")];

    // Two of them are ids of nodes as well, for which a relation then competes.
    private static readonly EntityId[] Relations = [.. Tails.Take(10).Select(static tail => EntityId.Parse("supplies:" + tail)), EntityId.Parse("owns:1"), Nodes[0], Nodes[^1]];

    private bool _isPopulated;

    /// <summary>Every id that a batch may write, and one that none does.</summary>
    public static IReadOnlyList<EntityId> Ids { get; } = [.. Nodes.Union(Relations).Append(EntityId.Parse("firm:nobody"))];

    /// <summary>The first batch puts every node; further ones are small.</summary>
    public IReadOnlyList<GraphUpdate> Batch()
    {
        if (_isPopulated)
            return [.. Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Update())];
        _isPopulated = true;
        return [.. Nodes.Select(id => new PutNode(Node(id)))];
    }

    public EntityId AnyId() => One(Ids);

    public NodeQuery NodeQuery() => new()
    {
        Labels = random.Next(3) switch { 0 => [], 1 => ["FIRM"], _ => ["STATE", "NOWHERE"] },
        AsOf = Date(),
        RefersTo = Some(),
        After = After(),
        Limit = 1 + random.Next(6),
    };

    public RelationQuery RelationQuery() => new()
    {
        Types = random.Next(2) == 0 ? [] : ["SUPPLIES", "NOWHERE"],
        From = Some(),
        To = Some(),
        Touching = Some(),
        RefersTo = Some(),
        AsOf = Date(),
        After = After(),
        Limit = 1 + random.Next(6),
    };

    public NameQuery NameQuery()
    {
        var runes = (random.Next(4) == 0 ? AnyId().Value : One(Texts)).EnumerateRunes().ToList();
        var first = random.Next(2) == 0 ? 0 : random.Next(runes.Count);
        var text = string.Concat(runes.Skip(first).Take(1 + random.Next(runes.Count)));
        return new() { Text = string.IsNullOrWhiteSpace(text) ? "a" : text, Labels = random.Next(3) == 0 ? ["FIRM"] : [], Limit = 1 + random.Next(12) };
    }

    public NeighbourhoodQuery NeighbourhoodQuery() => new()
    {
        Roots = [.. Enumerable.Range(0, 1 + random.Next(2)).Select(_ => random.Next(12) == 0 ? AnyId() : One(Nodes))],
        Direction = (Direction)random.Next(3),
        Types = random.Next(2) == 0 ? [] : ["SUPPLIES", "NOWHERE"],
        MaxDepth = random.Next(4),
        MaxNodes = 1 + random.Next(12),
        AsOf = Date(),
    };

    private GraphUpdate Update() => random.Next(14) switch
    {
        < 5 => new PutNode(Node(random.Next(60) == 0 ? One(Relations) : One(Nodes))),
        < 11 => new PutRelation(Relation()),
        11 => new Delete(One(Nodes)),
        12 => new Delete(One(Relations)),
        _ => new Merge(One(Nodes), One(Nodes)),
    };

    private GraphNode Node(EntityId id) => new()
    {
        Id = id,
        Label = id.Kind == "state" ? "STATE" : "FIRM",
        Valid = Valid(),
        Properties = One(Properties),
        Names = [.. Enumerable.Range(0, random.Next(4)).Select(_ => new LocalName(One(["en", "zh-Hant", "ja"]), One(Texts)))],
        References = References(),
    };

    private GraphRelation Relation()
    {
        var id = One(Relations);
        return new() { Id = id, Type = id.Kind == "owns" ? "OWNS" : "SUPPLIES", From = One(Nodes), To = One(Nodes), Valid = Valid(), Properties = One(Properties), References = References() };
    }

    private List<Reference> References() => [.. Enumerable.Range(0, Math.Max(0, random.Next(5) - 2)).Select(_ => new Reference(One(["product", "transit"]), AnyId()))];

    private ValidPeriod Valid() => random.Next(5) switch
    {
        0 => new(null, new DateOnly(2022 + random.Next(4), 1, 1)),
        1 => new(new DateOnly(2020 + random.Next(4), 6, 1), null),
        2 => new(new DateOnly(2021, 1, 1), new DateOnly(2022 + random.Next(3), 1, 1)),
        _ => ValidPeriod.Always,
    };

    private DateOnly? Date() => random.Next(2) == 0 ? null : new DateOnly(2019 + random.Next(8), 1 + random.Next(12), 1);

    private EntityId? After() => random.Next(2) == 0 ? null : AnyId();

    private List<EntityId> Some() => random.Next(2) == 0 ? [] : [.. Enumerable.Range(0, random.Next(3)).Select(_ => AnyId())];

    private T One<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
