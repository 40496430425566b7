#nullable disable

namespace Neo4j.Driver;

/// <summary>A stream of records, which are fetched in batches as they are read. Not for concurrent use.</summary>
public interface IResultCursor : IAsyncEnumerable<IRecord>
{
    /// <summary>Gets the record that <see cref="FetchAsync"/> came to.</summary>
    /// <exception cref="InvalidOperationException">It has come to none yet.</exception>
    IRecord Current { get; }

    /// <summary>Gets whether records can still be read.</summary>
    bool IsOpen { get; }

    /// <summary>The keys of the records.</summary>
    Task<string[]> KeysAsync();

    /// <summary>Drops the records not yet read and gives the summary.</summary>
    Task<IResultSummary> ConsumeAsync();

    /// <summary>The next record without going to it; null at the end.</summary>
    Task<IRecord> PeekAsync();

    /// <summary>Goes to the next record; false at the end.</summary>
    Task<bool> FetchAsync();
}
