using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Conformance;

/// <summary>Reads a list of numbers as batches of updates over a few ids, so that random numbers, and shorter lists of them, make random batches.</summary>
internal sealed class UpdateScript(IReadOnlyList<int> numbers)
{
    private static readonly string[] Names = ["Alpha", "Beta", "Gamma", "台積電"];
    private int _next;

    public static IReadOnlyList<EntityId> NodeIds { get; } = [.. Enumerable.Range(0, 6).Select(i => EntityId.Parse($"firm:n{i}"))];

    private static IReadOnlyList<EntityId> RelationIds { get; } = [.. Enumerable.Range(0, 5).Select(i => EntityId.Parse($"supplies:r{i}"))];

    public IEnumerable<IReadOnlyList<GraphUpdate>> Batches()
    {
        while (_next < numbers.Count)
            yield return [.. Enumerable.Range(0, 1 + Take(3)).Select(_ => Update())];
    }

    private int Take(int bound) => _next < numbers.Count ? (int)((uint)numbers[_next++] % (uint)bound) : 0;

    private GraphUpdate Update() => Take(12) switch
    {
        < 5 => new PutNode(Node()),
        < 9 => new PutRelation(Relation()),
        9 => new Delete(NodeIds[Take(6)]),
        10 => new Delete(RelationIds[Take(5)]),
        _ => new Merge(NodeIds[Take(6)], NodeIds[Take(6)]),
    };

    private GraphNode Node()
    {
        var id = NodeIds[Take(6)];
        return new GraphNode
        {
            Id = Take(20) == 19 ? RelationIds[0] : id,
            Label = Take(9) == 8 ? "STATE" : "FIRM",
            Valid = Valid(),
            Properties = $$"""{"v":{{Take(3)}}}""",
            Names = [.. Enumerable.Range(0, Take(3)).Select(_ => new LocalName("en", Names[Take(4)]))],
            References = [.. Enumerable.Range(0, Take(3)).Select(_ => new Reference("x", NodeIds[Take(6)]))],
        };
    }

    private GraphRelation Relation() => new()
    {
        Id = RelationIds[Take(5)],
        Type = Take(4) == 3 ? "OWNS" : "SUPPLIES",
        From = NodeIds[Take(6)],
        To = NodeIds[Take(6)],
        Valid = Valid(),
        Properties = $$"""{"v":{{Take(2)}}}""",
    };

    private ValidPeriod Valid()
    {
        var from = Take(4);
        return from == 0 ? ValidPeriod.Always : new ValidPeriod(new DateOnly(2020 + from, 1, 1), new DateOnly(2021 + from + Take(3), 1, 1));
    }
}
