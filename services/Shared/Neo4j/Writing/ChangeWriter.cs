using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Neo4j.Engine;
using GeoGraph.Neo4j.Format;
using Neo4j.Driver;

namespace GeoGraph.Neo4j.Writing;

/// <summary>
/// Writes what a draft came to, in statements of many rows each. Versions that end are copied inside the database to where past versions lie. Relations go before nodes and come
/// after them, so that no relation lacks an end on the way.
/// </summary>
internal sealed class ChangeWriter(OpenWork work, StoreNames names, Draft draft, int rowsPerStatement)
{
    private readonly Pipeline _pipeline = new(work);
    private bool _isAsHoped = true;

    /// <summary>Sends the changes.</summary>
    public async Task SendAsync()
    {
        var relations = Changed(draft.Relations);
        var nodes = Changed(draft.Nodes);
        await EndRelationsAsync(relations);
        await EndNodesAsync(nodes);
        await ReplaceNodesAsync(nodes);
        await CreateNodesAsync(nodes);
        await ReplaceRelationsAsync(relations);
        await CreateRelationsAsync(relations);
        await WriteAliasesAsync(Changed(draft.Aliases));
        await WriteNamesAsync();
    }

    /// <summary>Sends one further statement.</summary>
    public Task SendAsync(string query, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var map = new Dictionary<string, object>(StringComparer.Ordinal) { ["owner"] = names.Owner };
        foreach (var (name, value) in parameters)
            map[name] = value;
        return _pipeline.RunAsync(query, map);
    }

    /// <summary>Waits until the database carried out what was sent.</summary>
    /// <returns>False where it did not hold what the draft took as given; the transaction is then to be rolled back.</returns>
    public async Task<bool> FinishAsync()
    {
        await _pipeline.FinishAsync();
        return _isAsHoped;
    }

    private static List<Slots<T>.Slot> Changed<T>(Slots<T> slots)
        where T : class => [.. slots.All.Select(static pair => pair.Value).Where(static slot => slot.HasChanged)];

    // A relation keeps its relationship where neither its ends nor its type changed; else the old one ends and a new one is made.
    private static bool Stays(Slots<GraphRelation>.Slot slot) =>
        slot is { Found: { } found, Current: { } current } && found.From == current.From && found.To == current.To && found.Type == current.Type;

    private string Past(string label, string properties) => $"CREATE (p:{label}) SET p = properties(v), {properties}p.until = $revision";

    private string PastRelation => Past(names.PastRelation, "p.type = type(v), p.from_id = a.id, p.to_id = b.id, ");

    private async Task EndRelationsAsync(List<Slots<GraphRelation>.Slot> relations)
    {
        foreach (var type in relations.Where(static slot => slot.Found is not null && !Stays(slot)).Select(static slot => slot.Found!).GroupBy(static found => found.Type))
        {
            await SendAsync($"UNWIND $rows AS row MATCH (a)-[v:`{type.Key}` {{id: row}}]->(b) {PastRelation} DELETE v",
                type.Select(static found => found.Id.Value));
        }
    }

    private async Task ReplaceRelationsAsync(List<Slots<GraphRelation>.Slot> relations)
    {
        foreach (var type in relations.Where(Stays).Select(static slot => slot.Current!).GroupBy(static current => current.Type))
        {
            await SendAsync($"UNWIND $rows AS row MATCH (a)-[v:`{type.Key}` {{id: row.id}}]->(b) {PastRelation} SET v = row",
                type.Select(current => RelationFormat.Map(current, draft.Next)));
        }
    }

    // An end is looked up once a statement, however many of its relations share it, and named by its place. Where one is absent nothing is created, which the counter tells.
    private async Task CreateRelationsAsync(List<Slots<GraphRelation>.Slot> relations)
    {
        var match = $"UNWIND range(0, size($ends) - 1) AS place MATCH (n:{names.Label} {{id: $ends[place]}}) WITH n, place ORDER BY place "
            + "WITH collect(n) AS ends WHERE size(ends) = size($ends) UNWIND $rows AS row WITH row, ends[row[0]] AS a, ends[row[1]] AS b";
        foreach (var type in relations.Where(static slot => slot.Current is not null && !Stays(slot)).Select(static slot => slot.Current!).GroupBy(static current => current.Type))
        {
            foreach (var some in type.Chunk(rowsPerStatement))
            {
                var ends = new Places();
                await CreateAsync(some, current => [ends.Of(current.From), ends.Of(current.To)], current => RelationFormat.Map(current, draft.Next),
                    properties => $"{match} CREATE (a)-[v:`{type.Key}` {properties}]->(b)", ends, static counters => counters.RelationshipsCreated);
            }
        }
    }

    private Task EndNodesAsync(List<Slots<GraphNode>.Slot> nodes) => SendAsync(
        $"UNWIND $rows AS row MATCH (v:{names.Label} {{id: row[0]}}) {Past(names.PastNode, "p.label = row[1], ")} DETACH DELETE v",
        nodes.Where(static slot => slot is { Found: not null, Current: null }).Select(static slot => new object[] { slot.Found!.Id.Value, slot.Found.Label }));

    private async Task ReplaceNodesAsync(List<Slots<GraphNode>.Slot> nodes)
    {
        foreach (var labels in nodes.Where(static slot => slot is { Found: not null, Current: not null }).GroupBy(static slot => (Old: slot.Found!.Label, New: slot.Current!.Label)))
        {
            var relabel = labels.Key.Old == labels.Key.New ? "" : $" REMOVE v:`{labels.Key.Old}` SET v:`{labels.Key.New}`";
            await SendAsync($"UNWIND $rows AS row MATCH (v:{names.Label} {{id: row.id}}) {Past(names.PastNode, $"p.label = '{labels.Key.Old}', ")} SET v = row{relabel}",
                labels.Select(slot => NodeFormat.Map(slot.Current!, draft.Next)));
        }
    }

    private async Task CreateNodesAsync(List<Slots<GraphNode>.Slot> nodes)
    {
        foreach (var label in nodes.Where(static slot => slot is { Found: null, Current: not null }).Select(static slot => slot.Current!).GroupBy(static current => current.Label))
            await CreateAsync(label, current => NodeFormat.Map(current, draft.Next), properties => $"CREATE (v:`{label.Key}`:{names.Label} {properties})");
    }

    private async Task WriteAliasesAsync(List<Slots<AliasRecord>.Slot> aliases)
    {
        var past = Past(names.PastAlias, "");
        await SendAsync($"UNWIND $rows AS row MATCH (v:{names.Alias} {{id: row}}) {past} DELETE v",
            aliases.Where(static slot => slot is { Found: not null, Current: null }).Select(static slot => slot.Found!.Alias.Value));
        await SendAsync($"UNWIND $rows AS row MATCH (v:{names.Alias} {{id: row.id}}) {past} SET v = row",
            aliases.Where(static slot => slot is { Found: not null, Current: not null }).Select(slot => AliasFormat.Map(slot.Current!, draft.Next)));
        await SendAsync($"UNWIND $rows AS row CREATE (v:{names.Alias}) SET v = row",
            aliases.Where(static slot => slot is { Found: null, Current: not null }).Select(slot => AliasFormat.Map(slot.Current!, draft.Next)));
    }

    private async Task WriteNamesAsync()
    {
        await SendAsync("UNWIND $rows AS row MATCH (v) WHERE elementId(v) = row SET v.until = $revision", draft.EndedNames);
        await CreateAsync(draft.NewNames.Values, name =>
        {
            var row = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["node"] = name.Node.Value,
                ["owner_id"] = name.Owner.Value,
                ["place"] = name.Place,
                ["text"] = name.Text,
                ["folded"] = NameFolding.Fold(name.Text),
                ["revision"] = draft.Next.Number,
            };
            if (name.Language is not null)
                row["language"] = name.Language;
            return row;
        }, properties => $"CREATE (v:{names.Name} {properties})");
    }

    private async Task CreateAsync<T>(IEnumerable<T> items, Func<T, Dictionary<string, object>> map, Func<string, string> create)
    {
        foreach (var some in items.Chunk(rowsPerStatement))
            await CreateAsync(some, static _ => [], map, properties => "UNWIND $rows AS row " + create(properties));
    }

    // Creates one thing for each item in one statement, which names their properties where many items share them.
    private Task CreateAsync<T>(T[] items, Func<T, object[]> begin, Func<T, Dictionary<string, object>> map, Func<string, string> create,
        Places? ends = null, Func<ICounters, int>? made = null)
    {
        var maps = Array.ConvertAll(items, item => map(item));
        var beginnings = Array.ConvertAll(items, item => begin(item));
        var shape = RowShape.Of(maps);
        var first = beginnings[0].Length;
        var rows = new object[maps.Length];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = shape is null ? (object[])[.. beginnings[i], maps[i]] : shape.Row(beginnings[i], maps[i]);
        return SendAsync(shape is null ? $"{create("")} SET v = row[{first}]" : create(shape.Literal(first)), rows, ends, made);
    }

    private async Task SendAsync<T>(string query, IEnumerable<T> rows)
        where T : class
    {
        foreach (var some in rows.Chunk(rowsPerStatement))
            await SendAsync(query, some, null, null);
    }

    private Task SendAsync(string query, object[] rows, Places? ends, Func<ICounters, int>? made)
    {
        var parameters = new Dictionary<string, object>(StringComparer.Ordinal) { ["rows"] = rows, ["revision"] = draft.Next.Number };
        if (ends is not null)
            parameters.Add("ends", ends.Ids);
        return _pipeline.RunAsync(query, parameters, made is null ? null : counters => _isAsHoped &= made(counters) == rows.Length);
    }

    // Different ids, each at the place where it was first asked for.
    private sealed class Places
    {
        private readonly Dictionary<EntityId, object> _places = [];

        public List<string> Ids { get; } = [];

        public object Of(EntityId id)
        {
            if (_places.TryGetValue(id, out var place))
                return place;
            place = (long)Ids.Count;
            _places.Add(id, place);
            Ids.Add(id.Value);
            return place;
        }
    }
}
