using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Core.Graph.Writing;
using GeoGraph.Neo4j.Engine;
using GeoGraph.Neo4j.Format;
using Neo4j.Driver;

namespace GeoGraph.Neo4j.Writing;

/// <summary>
/// Reads what a batch touches into its draft, under the writers' lock. What the catalogue says was never there is not asked for. What one answer leads to (the
/// survivor of an alias, the relations of a node that goes) is asked in a second round.
/// </summary>
internal sealed class DraftLoader(OpenWork work, StoreNames names, StoreRecord store, Draft draft)
{
    private const int IdsPerStatement = 10_000;

    private readonly Pipeline _pipeline = new(work);
    private readonly HashSet<EntityId> _nodes = [];
    private readonly HashSet<EntityId> _ends = [];
    private readonly HashSet<EntityId> _relations = [];
    private readonly HashSet<EntityId> _aliases = [];
    private readonly HashSet<EntityId> _survivors = [];

    /// <summary>Reads what the updates touch.</summary>
    public async Task LoadAsync(IReadOnlyList<GraphUpdate> updates)
    {
        foreach (var update in updates)
            Note(update);
        _ends.ExceptWith(_nodes);
        await AskNodesAsync(_nodes);
        await AskEndsAsync(_ends);
        await AskRelationsAsync(_relations);
        await AskAliasesAsync(_aliases);
        await _pipeline.FinishAsync();
        await AskAliasesAsync(_ends.Where(id => !_aliases.Contains(id) && !draft.NodeExists(id)));
        await AskNodesAsync(_survivors.Select(draft.SurvivorOf).OfType<EntityId>().Where(id => draft.Nodes.Of(id) is null));
        await AskWhatFollowsAsync(updates);
        await _pipeline.FinishAsync();
    }

    private void Note(GraphUpdate update)
    {
        switch (update)
        {
            case PutNode { Node.Id: var id }:
                _nodes.Add(id);
                _relations.Add(id);
                _aliases.Add(id);
                break;
            case PutRelation { Relation: var relation }:
                _relations.Add(relation.Id);
                _aliases.Add(relation.Id);
                _ends.UnionWith([relation.Id, relation.From, relation.To]);
                break;
            case Delete { Id: var id }:
                _nodes.Add(id);
                _relations.Add(id);
                break;
            case Merge merge:
                _nodes.UnionWith([merge.Duplicate, merge.Survivor]);
                _aliases.UnionWith([merge.Duplicate, merge.Survivor]);
                _survivors.Add(merge.Survivor);
                break;
        }
    }

    private Task AskNodesAsync(IEnumerable<EntityId> ids) => AskAsync(ids.Where(IsNodeKind),
        $"UNWIND $ids AS id MATCH (v:{names.Label} {{id: id}}) RETURN {NodeFormat.Columns("v", "labels(v)")}", record =>
        {
            var node = NodeFormat.Read(record);
            draft.Nodes.Found(node.Id, node);
        });

    private Task AskEndsAsync(IEnumerable<EntityId> ids) => AskAsync(ids.Where(IsNodeKind),
        $"UNWIND $ids AS id MATCH (v:{names.Label} {{id: id}}) RETURN v.id", record => draft.FoundNode(EntityId.Parse((string)record[0])));

    private async Task AskRelationsAsync(IEnumerable<EntityId> ids)
    {
        var places = ids.SelectMany(id => store.Catalogue.TypesOf(id.Kind), static (id, type) => (Id: id, Type: type)).GroupBy(static place => place.Type, static place => place.Id);
        foreach (var place in places)
        {
            await AskAsync(place, $"UNWIND $ids AS id MATCH (a)-[v:`{place.Key}` {{id: id}}]->(b) RETURN {RelationFormat.Columns("v", "a", "b")}",
                record => draft.Found(RelationFormat.Read(record)));
        }
    }

    private Task AskAliasesAsync(IEnumerable<EntityId> ids) => AskAsync(ids.Where(id => store.AliasKinds.Contains(id.Kind)),
        $"UNWIND $ids AS id MATCH (v:{names.Alias} {{id: id}}) RETURN {AliasFormat.Columns("v")}", record => draft.Found(AliasFormat.Read(record)));

    // What a node that goes takes with it, and the names of one whose names change.
    private async Task AskWhatFollowsAsync(IReadOnlyList<GraphUpdate> updates)
    {
        var gone = new HashSet<EntityId>();
        var renamed = new HashSet<EntityId>();
        foreach (var update in updates)
        {
            if (update is Delete { Id: var id } && draft.Nodes.Of(id) is not null)
                gone.Add(id);
            else if (update is Merge { Duplicate: var duplicate } && draft.Nodes.Of(duplicate) is not null)
                gone.Add(duplicate);
            else if (update is PutNode { Node: var node } && draft.Nodes.Current(node.Id) is { } found && !found.Names.SequenceEqual(node.Names))
                renamed.Add(node.Id);
        }
        await AskAsync(gone, $"UNWIND $ids AS id MATCH (n:{names.Label} {{id: id}})-[v]-(:{names.Label}) RETURN DISTINCT {RelationFormat.Columns("v", "startNode(v)", "endNode(v)")}",
            record => draft.Found(RelationFormat.Read(record)));
        await AskAsync(store.AliasKinds.Count == 0 ? [] : gone,
            $"UNWIND $ids AS id MATCH (v:{names.Alias} {{survivor: id}}) RETURN {AliasFormat.Columns("v")}", record => draft.Found(AliasFormat.Read(record)));
        await AskAsync(renamed.Union(gone), $"UNWIND $ids AS id MATCH (v:{names.Name} {{node: id}}) WHERE v.until IS NULL "
            + "RETURN v.node, v.owner_id, v.place, v.language, v.text, elementId(v)", record => draft.Found(ReadName(record), (string)record[5]));
    }

    private bool IsNodeKind(EntityId id) => store.NodeKinds.Contains(id.Kind);

    private static NameEntry ReadName(IRecord record) =>
        new(EntityId.Parse((string)record[0]), EntityId.Parse((string)record[1]), (long)record[2], (string?)record[3], (string)record[4]);

    private async Task AskAsync(IEnumerable<EntityId> ids, string query, Action<IRecord> read)
    {
        foreach (var some in ids.Select(static id => id.Value).Chunk(IdsPerStatement))
            await _pipeline.AskAsync(query, new Dictionary<string, object> { ["ids"] = some }, read);
    }
}
