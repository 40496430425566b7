using System.Globalization;
using System.Text.RegularExpressions;
using GeoGraph.Neo4j.Engine;
using GeoGraph.Neo4j.Format;

namespace GeoGraph.Neo4j.Archive;

/// <summary>
/// Looks for what the store's own reads rest on and do not show: constraints and indexes, the head, and nodes and relationships that another program made or changed.
/// </summary>
internal sealed partial class DamageSearch(Database database, StoreNames names, Catalogue catalogue)
{
    private static readonly Dictionary<string, object> None = [];

    /// <summary>A sentence for each thing that is wrong.</summary>
    public async Task<List<string>> FindAsync(CancellationToken cancellationToken)
    {
        var found = new List<string>();
        found.AddRange(await OfSchemaAsync(cancellationToken));
        found.AddRange(await OfHeadAsync(cancellationToken));
        await CountAsync(found, "nodes of the store have no id, no revision, or another label than one that it wrote",
            $"MATCH (v:{names.Label}) WHERE v.id IS NULL OR v.revision IS NULL OR size(labels(v)) <> 2 OR none(label IN labels(v) WHERE label IN $words) RETURN count(v)", cancellationToken);
        foreach (var label in catalogue.Labels)
        {
            await CountAsync(found, $"nodes with the label {label}, which is {names.Owner}'s, are not the store's",
                $"MATCH (v:`{label}`) WHERE NOT v:{names.Label} RETURN count(v)", cancellationToken);
        }
        foreach (var type in catalogue.Types)
        {
            await CountAsync(found, $"relationships of type {type}, which is {names.Owner}'s, have no id or revision, or end on nodes that are not the store's",
                $"MATCH (a)-[v:`{type}`]->(b) WHERE v.id IS NULL OR v.revision IS NULL OR NOT a:{names.Label} OR NOT b:{names.Label} RETURN count(v)", cancellationToken);
        }
        await CountAsync(found, "relationships between nodes of the store are of types that it did not write",
            $"MATCH (:{names.Label})-[v]->(:{names.Label}) WHERE NOT type(v) IN $types RETURN count(v)", cancellationToken);
        return found;
    }

    private async Task<IEnumerable<string>> OfSchemaAsync(CancellationToken cancellationToken)
    {
        var rows = await database.RunAloneAsync("SHOW INDEXES YIELD name, state RETURN name, state", None, cancellationToken);
        var states = rows.ToDictionary(static row => (string)row[0], static row => (string)row[1], StringComparer.Ordinal);
        return Schema.ForDatabase().Concat(Schema.ForStore(names)).Concat(catalogue.Labels.SelectMany(Schema.ForLabel)).Concat(catalogue.Types.SelectMany(type => Schema.ForType(names, type)))
            .Select(static item => item.Name).Distinct()
            .Where(name => states.GetValueOrDefault(name) != "ONLINE")
            .Select(name => states.TryGetValue(name, out var state) ? $"the index {name} is not online but {state}." : $"the constraint or index {name} is absent.");
    }

    private async Task<IEnumerable<string>> OfHeadAsync(CancellationToken cancellationToken)
    {
        var rows = await database.RunAloneAsync(
            "MATCH (s:GeoGraphStore {owner: $owner}) MATCH (h:GeoGraphHead {owner: $owner}) RETURN s.revision, h.published, h.committing, s.oldest, h.oldest", Parameters(), cancellationToken);
        if (rows is not [var row])
            return ["the store has not one node for its state and one for its head."];
        var (revision, published, committing) = ((long)row[0], (long)row[1], (long)row[2]);
        // Between its two marks a writer is at work, and the head is behind by right.
        return (published == committing && published != revision) || (long)row[3] != (long)row[4]
            ? [string.Create(CultureInfo.InvariantCulture, $"the head is at revision {published} and retains from {row[4]}; the store is at {revision} and retains from {row[3]}.")]
            : [];
    }

    private async Task CountAsync(List<string> found, string problem, string query, CancellationToken cancellationToken)
    {
        var rows = await database.RunAloneAsync(query, Parameters(), cancellationToken);
        if ((long)rows[0][0] is > 0 and var count)
            found.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {problem}."));
    }

    private Dictionary<string, object> Parameters() => new(StringComparer.Ordinal)
    {
        ["owner"] = names.Owner,
        ["words"] = catalogue.Labels.ToArray(),
        ["types"] = catalogue.Types.ToArray(),
    };

    [GeneratedRegex("^CREATE (?:CONSTRAINT|INDEX|FULLTEXT INDEX) `([^`]+)`")]
    private static partial Regex NameInStatement();
}
