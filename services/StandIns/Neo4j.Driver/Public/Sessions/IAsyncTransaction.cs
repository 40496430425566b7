#nullable disable

namespace Neo4j.Driver;

/// <summary>A transaction that the caller ends. Left open, it is rolled back on disposal.</summary>
public interface IAsyncTransaction : IAsyncQueryRunner
{
    /// <summary>Gets how it runs.</summary>
    TransactionConfig TransactionConfig { get; }

    /// <summary>Makes its writes last, all of them.</summary>
    Task CommitAsync();

    /// <summary>Undoes its writes.</summary>
    Task RollbackAsync();
}
