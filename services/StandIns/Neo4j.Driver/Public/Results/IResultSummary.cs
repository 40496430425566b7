#nullable disable

namespace Neo4j.Driver;

/// <summary>What the server says of a query at its end.</summary>
public interface IResultSummary
{
    /// <summary>Gets the query.</summary>
    Query Query { get; }

    /// <summary>Gets what it changed.</summary>
    ICounters Counters { get; }

    /// <summary>Gets whether it reads or writes.</summary>
    QueryType QueryType { get; }

    /// <summary>Gets whether it was explained or profiled.</summary>
    bool HasPlan { get; }

    /// <summary>Gets whether it was profiled.</summary>
    bool HasProfile { get; }

    /// <summary>Gets how it runs; null unless explained or profiled.</summary>
    IPlan Plan { get; }

    /// <summary>Gets how it ran; null unless profiled.</summary>
    IProfiledPlan Profile { get; }

    /// <summary>Gets what the server notes about the query.</summary>
    IList<INotification> Notifications { get; }

    /// <summary>Gets the outcome and what the server notes about the query, in terms of GQL.</summary>
    IList<IGqlStatusObject> GqlStatusObjects { get; }

    /// <summary>Gets the time until the first record was there; -1 ms where the server does not say.</summary>
    TimeSpan ResultAvailableAfter { get; }

    /// <summary>Gets the time until the last record was sent; -1 ms where the server does not say.</summary>
    TimeSpan ResultConsumedAfter { get; }

    /// <summary>Gets the server that ran it.</summary>
    IServerInfo Server { get; }

    /// <summary>Gets the database that it ran on.</summary>
    IDatabaseInfo Database { get; }
}
