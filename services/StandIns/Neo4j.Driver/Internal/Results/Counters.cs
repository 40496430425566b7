using Neo4j.Driver.Internal.Messages;

namespace Neo4j.Driver.Internal.Results;

internal sealed class Counters(IReadOnlyDictionary<string, object?> stats) : ICounters
{
    public int NodesCreated => Of("nodes-created");

    public int NodesDeleted => Of("nodes-deleted");

    public int RelationshipsCreated => Of("relationships-created");

    public int RelationshipsDeleted => Of("relationships-deleted");

    public int PropertiesSet => Of("properties-set");

    public int LabelsAdded => Of("labels-added");

    public int LabelsRemoved => Of("labels-removed");

    public int IndexesAdded => Of("indexes-added");

    public int IndexesRemoved => Of("indexes-removed");

    public int ConstraintsAdded => Of("constraints-added");

    public int ConstraintsRemoved => Of("constraints-removed");

    public int SystemUpdates => Of("system-updates");

    public bool ContainsSystemUpdates => stats.Flag("contains-system-updates") ?? SystemUpdates > 0;

    public bool ContainsUpdates => stats.Flag("contains-updates") ?? stats.Any(stat => stat.Key != "system-updates" && stat.Value is > 0L);

    public override string ToString() => string.Join(", ", stats.Select(stat => $"{stat.Key}: {stat.Value}"));

    private int Of(string name) => (int)Math.Min(int.MaxValue, stats.Number(name) ?? 0);
}
