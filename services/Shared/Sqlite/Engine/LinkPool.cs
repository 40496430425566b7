using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace GeoGraph.Sqlite.Engine;

/// <summary>
/// The connections of one store: some for reads and one for writes. A store in memory has a single connection, which every call
/// takes in turn, since a private database in memory has no other. Calls run on the thread pool, as the engine is synchronous.
/// </summary>
internal sealed class LinkPool : IAsyncDisposable
{
    private readonly string? _path;
    private readonly int _maxReads;
    private readonly SemaphoreSlim _reads;
    private readonly SemaphoreSlim _writes;
    private readonly ConcurrentBag<Link> _readers = [];
    private readonly Link _writer;
    private volatile bool _closed;

    public LinkPool(string? path, int maxReads)
    {
        _path = path;
        _maxReads = path is null ? 1 : maxReads;
        _writer = Link.Open(path);
        _writes = new SemaphoreSlim(1);
        _reads = path is null ? _writes : new SemaphoreSlim(_maxReads);
    }

    /// <summary>Runs a read in one transaction, so that all of it sees one state.</summary>
    public async Task<T> ReadAsync<T>(Func<Link, T> read, CancellationToken cancellationToken)
    {
        await EnterAsync(_reads, cancellationToken);
        try
        {
            return await Task.Run(() => Read(read, cancellationToken), cancellationToken);
        }
        finally
        {
            _reads.Release();
        }
    }

    /// <summary>Runs a piece of work on the connection for writes, one at a time.</summary>
    public async Task<T> WriteAsync<T>(Func<Link, Task<T>> write, CancellationToken cancellationToken)
    {
        await EnterAsync(_writes, cancellationToken);
        try
        {
            return await Task.Run(() => GuardAsync(write, cancellationToken), cancellationToken);
        }
        finally
        {
            _writes.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_closed)
            return;
        _closed = true;
        for (var i = 0; i < _maxReads; i++)
            await _reads.WaitAsync();
        if (_path is not null)
            await _writes.WaitAsync();
        foreach (var reader in _readers)
            reader.Dispose();
        _writer.Dispose();
        _reads.Release(_maxReads);
        if (_path is not null)
            _writes.Release();
    }

    private T Read<T>(Func<Link, T> read, CancellationToken cancellationToken)
    {
        Link? link = null;
        try
        {
            link = _path is null ? _writer : _readers.TryTake(out var idle) ? idle : Link.Open(_path);
            using var watched = link.StopOn(cancellationToken);
            link.Run("BEGIN");
            var result = read(link);
            link.Run("COMMIT");
            return result;
        }
        catch (SqliteException error)
        {
            throw SqliteErrors.Translate(error, cancellationToken);
        }
        finally
        {
            link?.RollBack();
            if (link is not null && _path is not null)
                _readers.Add(link);
        }
    }

    private async Task<T> GuardAsync<T>(Func<Link, Task<T>> write, CancellationToken cancellationToken)
    {
        try
        {
            return await write(_writer);
        }
        catch (SqliteException error)
        {
            throw SqliteErrors.Translate(error, cancellationToken);
        }
        finally
        {
            _writer.RollBack();
        }
    }

    private async Task EnterAsync(SemaphoreSlim turns, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await turns.WaitAsync(cancellationToken);
        if (!_closed)
            return;
        turns.Release();
        throw SqliteErrors.Unavailable("the store is closed.");
    }
}
