#nullable disable

namespace Neo4j.Driver;

/// <summary>Reads whole results.</summary>
public static class ResultCursorExtensions
{
    /// <summary>The only record.</summary>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public static Task<IRecord> SingleAsync(this IResultCursor result) => SingleAsync(result, record => record);

    /// <summary>What an operation makes of the only record.</summary>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public static async Task<T> SingleAsync<T>(this IResultCursor result, Func<IRecord, T> operation)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(operation);
        if (!await result.FetchAsync().ConfigureAwait(false)) throw new InvalidOperationException("The result is empty.");
        var record = result.Current;
        if (await result.FetchAsync().ConfigureAwait(false)) throw new InvalidOperationException("The result contains more than one element.");
        return operation(record);
    }

    /// <summary>All records.</summary>
    public static async Task<List<IRecord>> ToListAsync(
        this IResultCursor result, int initialCapacity = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        var list = new List<IRecord>(Math.Max(0, initialCapacity));
        await foreach (var record in result.WithCancellation(cancellationToken).ConfigureAwait(false)) list.Add(record);
        return list;
    }

    /// <summary>All records.</summary>
    public static Task<List<IRecord>> ToListAsync(this IResultCursor result, CancellationToken cancellationToken) =>
        ToListAsync(result, 0, cancellationToken);

    /// <summary>What an operation makes of each record.</summary>
    public static async Task<List<T>> ToListAsync<T>(this IResultCursor result, Func<IRecord, T> operation, int initialCapacity = 0)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(operation);
        var list = new List<T>(Math.Max(0, initialCapacity));
        await foreach (var record in result.ConfigureAwait(false)) list.Add(operation(record));
        return list;
    }

    /// <summary>Does something with each record.</summary>
    public static async Task<IResultSummary> ForEachAsync(this IResultCursor result, Action<IRecord> operation)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(operation);
        await foreach (var record in result.ConfigureAwait(false)) operation(record);
        return await result.ConsumeAsync().ConfigureAwait(false);
    }
}
