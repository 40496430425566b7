#nullable disable

namespace Neo4j.Driver;

/// <summary>Runs queries. The query is sent, and its errors come with the cursor.</summary>
public interface IAsyncQueryRunner : IAsyncDisposable, IDisposable
{
    /// <summary>Runs a query without parameters.</summary>
    Task<IResultCursor> RunAsync(string query);

    /// <summary>Runs a query whose parameters are the public properties of an object.</summary>
    Task<IResultCursor> RunAsync(string query, object parameters);

    /// <summary>Runs a query with parameters by name.</summary>
    Task<IResultCursor> RunAsync(string query, IDictionary<string, object> parameters);

    /// <summary>Runs a query.</summary>
    Task<IResultCursor> RunAsync(Query query);
}
