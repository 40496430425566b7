using GeoGraph.Core;
using GeoGraph.Neo4j.Format;
using Neo4j.Driver;

namespace GeoGraph.Neo4j.Reading;

/// <summary>
/// One try of a read, within one transaction. While the revision is the newest, queries go to current versions alone; later, each query is the union of the current
/// versions that are old enough and the past ones that still showed then. With every statement the head is read after it, in the same
/// round trip, so that whoever runs the try can tell whether it saw one revision.
/// </summary>
internal sealed class ReadScope(IAsyncQueryRunner transaction, StoreNames names, ReadPin pin, bool isNewest, CancellationToken cancellationToken)
{
    /// <summary>A condition on the current versions shown at <c>$revision</c>, and on a past one; <c>v</c> is the version.</summary>
    private const string ShownCurrent = "v.revision <= $revision";
    private const string ShownPast = "v.revision <= $revision AND v.until > $revision";

    /// <summary>The store's labels and indexes.</summary>
    public StoreNames Names => names;

    /// <summary>Labels and types that may be there.</summary>
    public Catalogue Catalogue => pin.Catalogue;

    /// <summary>The revision shown.</summary>
    public Revision Revision => pin.Revision;

    /// <summary>True where the revision was the newest when the try began.</summary>
    public bool IsNewest => isNewest;

    /// <summary>The head as it was after the last statement; null before the first.</summary>
    public Head? Head { get; private set; }

    /// <summary>
    /// The arms of a query over the versions shown: one, or two joined by UNION ALL. Each gets its condition, which is never empty, on the version <c>v</c>.
    /// </summary>
    public string Versions(Func<string, string> current, Func<string, string> past) =>
        isNewest ? current("true") : current(ShownCurrent) + "\nUNION ALL\n" + past(ShownPast);

    /// <summary>Parameters with the revision and the owner among them.</summary>
    public Dictionary<string, object?> Parameters(params ReadOnlySpan<(string Name, object? Value)> further)
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal) { ["revision"] = pin.Revision.Number };
        foreach (var (name, value) in further)
            parameters[name] = value;
        return parameters;
    }

    /// <summary>
    /// Lets the indexes over what refers to what come up to the newest commit, which they follow on their own: to be called before they are asked. It is sent ahead
    /// of the next statement and not waited for here.
    /// </summary>
    public Task CatchUpAsync() => transaction.RunAsync("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()");

    /// <summary>Runs a statement and reads all that it returns, in order.</summary>
    public async Task<List<T>> QueryAsync<T>(string cypher, Dictionary<string, object?> parameters, Func<IRecord, T> read)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var rows = await transaction.RunAsync(cypher, parameters!);
        var heads = await transaction.RunAsync(Reading.Head.Query, new Dictionary<string, object> { ["owner"] = names.Owner });
        var items = new List<T>();
        await foreach (var record in rows.WithCancellation(cancellationToken))
            items.Add(read(record));
        await foreach (var record in heads.WithCancellation(cancellationToken))
            Head = Reading.Head.Read(record);
        return items;
    }

    /// <summary>Reads the head alone where no statement has been run: an answer that needs nothing of the database is still one at a revision that must be retained.</summary>
    public async Task LookAsync()
    {
        if (Head is not null)
            return;
        var heads = await transaction.RunAsync(Reading.Head.Query, new Dictionary<string, object> { ["owner"] = names.Owner });
        await foreach (var record in heads.WithCancellation(cancellationToken))
            Head = Reading.Head.Read(record);
    }
}
