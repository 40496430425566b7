using GeoGraph.Core.Graph;
using GeoGraph.Neo4j.Engine;
using GeoGraph.Neo4j.Format;
using Neo4j.Driver;

namespace GeoGraph.Neo4j.Writing;

/// <summary>Sees to it that the constraints and indexes of a label or type are there before the first entity of it is written.</summary>
internal sealed class SchemaGuard(Database database, StoreNames names)
{
    private readonly HashSet<string> _ready = new(StringComparer.Ordinal);

    /// <summary>Creates what the labels and types of a batch need and this process has not seen yet.</summary>
    /// <exception cref="Core.GeoGraphException">A label or type is another store's.</exception>
    public async Task EnsureAsync(IReadOnlyList<GraphUpdate> updates, CancellationToken cancellationToken)
    {
        var labels = Words.LabelsOf(updates).Where(label => !_ready.Contains(WordClaims.OfLabel(label))).ToList();
        var types = Words.TypesOf(updates).Where(type => !_ready.Contains(WordClaims.OfType(type))).ToList();
        if (labels.Count + types.Count == 0)
            return;
        var words = labels.Select(WordClaims.OfLabel).Concat(types.Select(WordClaims.OfType)).ToList();
        var known = await KnownAsync(words, cancellationToken);
        var newLabels = labels.Where(label => !known.Labels.Contains(label)).ToList();
        var newTypes = types.Where(type => !known.Types.Contains(type)).ToList();
        if (newLabels.Count + newTypes.Count > 0)
        {
            var items = newLabels.SelectMany(Schema.ForLabel).Concat(newTypes.SelectMany(type => Schema.ForType(names, type)));
            await SchemaStatements.CreateAsync(database, items, cancellationToken);
        }
        _ready.UnionWith(words);
    }

    private Task<Catalogue> KnownAsync(List<string> words, CancellationToken cancellationToken) => database.ReadAsync(async transaction =>
    {
        await WordClaims.AskAsync(transaction, names.Owner, words);
        var cursor = await transaction.RunAsync(StoreRecord.Query, new Dictionary<string, object> { ["owner"] = names.Owner });
        return await cursor.ToListAsync(StoreRecord.Read) is [var store] ? store.Catalogue : Catalogue.Empty;
    }, cancellationToken);
}
