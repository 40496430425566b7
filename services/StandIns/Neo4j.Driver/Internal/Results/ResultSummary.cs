namespace Neo4j.Driver.Internal.Results;

internal sealed record ResultSummary(
    Query Query,
    ICounters Counters,
    QueryType QueryType,
    IPlan? Plan,
    IProfiledPlan? Profile,
    IList<INotification> Notifications,
    IList<IGqlStatusObject> GqlStatusObjects,
    TimeSpan ResultAvailableAfter,
    TimeSpan ResultConsumedAfter,
    IServerInfo Server,
    IDatabaseInfo Database) : IResultSummary
{
    public bool HasPlan => Plan is not null;

    public bool HasProfile => Profile is not null;

    IPlan IResultSummary.Plan => Plan!;

    IProfiledPlan IResultSummary.Profile => Profile!;
}

internal sealed record ServerInfo(string Address, string ProtocolVersion, string Agent) : IServerInfo;

internal sealed record DatabaseInfo(string? Name) : IDatabaseInfo
{
    string IDatabaseInfo.Name => Name!;
}

internal sealed record InputPosition(int Offset, int Line, int Column) : IInputPosition;
