#nullable disable

namespace Neo4j.Driver;

/// <summary>A query of whose rows one thing is made.</summary>
public interface IReducedExecutableQuery<TOut>
{
    /// <summary>Runs the query in a managed transaction. A cancelled token stops it on the server.</summary>
    Task<EagerResult<TOut>> ExecuteAsync(CancellationToken token = default);
}
