using GeoGraph.Core;
using GeoGraph.Core.Graph.Archive;
using GeoGraph.Neo4j.Engine;
using GeoGraph.Neo4j.Format;
using GeoGraph.Neo4j.Writing;

namespace GeoGraph.Neo4j.Archive;

/// <summary>Makes the items of an archive in a store that is marked as being filled, in transactions of many items each.</summary>
internal sealed class ArchiveFilling(Database database, StoreNames names, FillMark mark)
{
    private const int RowsPerTransaction = 10_000;

    private readonly FillRows _rows = new(names);
    private readonly ArchivedNames _found = new();
    private readonly Learnt _learnt = new();
    private readonly List<FillRow> _waiting = [];
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _newWords = new(StringComparer.Ordinal);
    private RevisionLogs _logs = new(Revision.Zero);
    private ArchivedState? _state;

    /// <summary>Makes the next item.</summary>
    public async Task AddAsync(ArchivedRecord record, CancellationToken cancellationToken)
    {
        if (record is ArchivedState state)
            (_state, _logs) = (state, new RevisionLogs(state.Oldest));
        await PrepareAsync(record, cancellationToken);
        _logs.Add(record);
        _learnt.Add(record);
        if (_rows.Of(record) is { } row)
            _waiting.Add(row);
        _waiting.AddRange(_found.Next(record).Select(_rows.Of));
        if (_waiting.Count >= RowsPerTransaction)
            await SendAsync(cancellationToken);
    }

    /// <summary>Makes what no further item adds to, and says that the store is whole.</summary>
    public async Task ConcludeAsync(CancellationToken cancellationToken)
    {
        _logs.Add(_state!);
        _waiting.AddRange(_found.Rest().Select(_rows.Of));
        await SendAsync(cancellationToken);
        // A log holds up to 40,000 ids, so that few go together.
        foreach (var logs in _logs.Rows(mark.Token).Select(_rows.OfLog).Chunk(20))
        {
            _waiting.AddRange(logs);
            await SendAsync(cancellationToken);
        }
        await mark.EndAsync(_state!, _learnt.Map(), cancellationToken);
    }

    // The first item of a label or type makes its constraints and indexes, and claims it for the store with the items that it goes with.
    private async Task PrepareAsync(ArchivedRecord record, CancellationToken cancellationToken)
    {
        var (word, items) = record switch
        {
            ArchivedNode { Node.Label: var label } => (WordClaims.OfLabel(label), Schema.ForLabel(label)),
            ArchivedRelation { Relation.Type: var type } => (WordClaims.OfType(type), Schema.ForType(names, type)),
            _ => (null, []),
        };
        if (word is null || !_words.Add(word))
            return;
        await database.ReadAsync(async transaction =>
        {
            await WordClaims.AskAsync(transaction, names.Owner, [word]);
            return true;
        }, cancellationToken);
        await SchemaStatements.CreateAsync(database, items, cancellationToken);
        _newWords.Add(word);
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        await database.WriteAsync(async work =>
        {
            await mark.HoldAsync(work);
            if (_newWords.Count > 0)
                await WordClaims.ClaimAsync(work.Transaction, names.Owner, _newWords);
            var pipeline = new Pipeline(work);
            foreach (var (query, rows) in _waiting.GroupBy(static row => row.Query, static row => row.Row).Select(static group => (group.Key, group)))
            {
                foreach (var some in rows.Chunk(database.Options.RowsPerStatement))
                    await pipeline.RunAsync(query, new Dictionary<string, object>(StringComparer.Ordinal) { ["rows"] = some }, counters => CheckMade(counters, some.Length));
            }
            await pipeline.FinishAsync();
            work.GoThrough();
            await work.Transaction.CommitAsync();
            return true;
        }, cancellationToken);
        _waiting.Clear();
        _newWords.Clear();
    }

    private static void CheckMade(global::Neo4j.Driver.ICounters counters, int rows)
    {
        if (counters.NodesCreated + counters.RelationshipsCreated != rows)
            throw Neo4jErrors.Unavailable("the database does not hold what this store wrote to it.");
    }
}
