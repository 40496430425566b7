#nullable disable

namespace Neo4j.Driver;

/// <summary>One transaction after another on a database. Not for concurrent use, but for closing.</summary>
public interface IAsyncSession : IAsyncQueryRunner
{
    /// <summary>Gets what the next transaction is to see.</summary>
    Bookmarks LastBookmarks { get; }

    /// <summary>Gets what it works on.</summary>
    SessionConfig SessionConfig { get; }

    /// <summary>Begins a transaction that the caller ends.</summary>
    Task<IAsyncTransaction> BeginTransactionAsync();

    /// <summary>Begins a transaction that the caller ends.</summary>
    Task<IAsyncTransaction> BeginTransactionAsync(Action<TransactionConfigBuilder> action);

    /// <summary>Runs work in a reading transaction, again after a passing error.</summary>
    Task<TResult> ExecuteReadAsync<TResult>(
        Func<IAsyncQueryRunner, Task<TResult>> work, Action<TransactionConfigBuilder> action = null);

    /// <summary>Runs work in a reading transaction, again after a passing error.</summary>
    Task ExecuteReadAsync(Func<IAsyncQueryRunner, Task> work, Action<TransactionConfigBuilder> action = null);

    /// <summary>Runs work in a writing transaction, again after a passing error, and commits it.</summary>
    Task<TResult> ExecuteWriteAsync<TResult>(
        Func<IAsyncQueryRunner, Task<TResult>> work, Action<TransactionConfigBuilder> action = null);

    /// <summary>Runs work in a writing transaction, again after a passing error, and commits it.</summary>
    Task ExecuteWriteAsync(Func<IAsyncQueryRunner, Task> work, Action<TransactionConfigBuilder> action = null);

    /// <summary>Rolls back an open transaction, stops a running query and gives the connection back.</summary>
    Task CloseAsync();

    /// <summary>Runs a query in a transaction of its own.</summary>
    Task<IResultCursor> RunAsync(string query, Action<TransactionConfigBuilder> action = null);

    /// <summary>Runs a query in a transaction of its own.</summary>
    Task<IResultCursor> RunAsync(
        string query, IDictionary<string, object> parameters, Action<TransactionConfigBuilder> action = null);

    /// <summary>Runs a query in a transaction of its own.</summary>
    Task<IResultCursor> RunAsync(Query query, Action<TransactionConfigBuilder> action = null);
}
