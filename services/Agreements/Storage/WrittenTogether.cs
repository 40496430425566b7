using System.Globalization;
using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Agreements.Storage;

/// <summary>Checks what must hold of a write and of what stands already, taken together.</summary>
internal static class WrittenTogether
{
    private static readonly HashSet<string> OrderLabels = new([RecordKinds.LabelOf(typeof(StackingRule)), RecordKinds.LabelOf(typeof(Quota))], StringComparer.Ordinal);

    /// <summary>Refuses a write with which records would contradict one another. Two writes at once are each held to what stood when they began.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.InvalidRequest"/>, with the circle in each violation.</exception>
    public static async Task CheckAsync(IGraphStore store, IReadOnlyList<GraphUpdate> updates, CancellationToken cancellationToken)
    {
        if (!updates.Any(IsOrder))
            return;
        var graph = new RecordGraph(await store.ReadAsync(ReadPoint.Latest, cancellationToken));
        var standing = new Dictionary<EntityId, DatedRecord>();
        await foreach (var rule in graph.AllAsync<StackingRule>([], null, cancellationToken))
            standing[rule.Id] = rule;
        await foreach (var quota in graph.AllAsync<Quota>([], null, cancellationToken))
            standing[quota.Id] = quota;
        var places = Apply(updates, standing);
        var written = places.Keys.Order().Select(id => standing[id]).ToArray();
        var violations = new Violations();
        foreach (var (record, field, rule) in OrderCircles.Find(standing.Values, written))
            violations.Add(string.Create(CultureInfo.InvariantCulture, $"changes[{places[record.Id]}].record.{FieldOf(record)}.{field}"), record.Id.Value, rule);
        violations.ThrowIfAny();
    }

    // The records as they would stand, and the place of the change that wrote each.
    private static Dictionary<EntityId, int> Apply(IReadOnlyList<GraphUpdate> updates, Dictionary<EntityId, DatedRecord> standing)
    {
        var places = new Dictionary<EntityId, int>();
        for (var i = 0; i < updates.Count; i++)
        {
            if (updates[i] is Delete deleted && standing.Remove(deleted.Id))
                places.Remove(deleted.Id);
            else if (IsOrder(updates[i]) && updates[i] is PutNode { Node: var node })
                (standing[node.Id], places[node.Id]) = (RecordNodes.ToRecord(node), i);
        }
        return places;
    }

    private static bool IsOrder(GraphUpdate update) => update is PutNode put && OrderLabels.Contains(put.Node.Label);

    private static string FieldOf(DatedRecord record) => RecordKinds.IdKindOf(record.GetType()).Replace('-', '_');
}
