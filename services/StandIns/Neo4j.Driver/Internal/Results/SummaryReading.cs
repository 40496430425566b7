using Neo4j.Driver.Internal.Connections;
using Neo4j.Driver.Internal.Messages;

namespace Neo4j.Driver.Internal.Results;

/// <summary>Makes a summary of what the server says at the beginning and at the end of a result.</summary>
internal static class SummaryReading
{
    private static readonly TimeSpan Unsaid = TimeSpan.FromMilliseconds(-1);

    public static IResultSummary From(
        Query query,
        BoltConnection connection,
        IReadOnlyDictionary<string, object?> started,
        IReadOnlyDictionary<string, object?> ended,
        bool hadRecords)
    {
        var profile = ended.Map("profile") is { } profiled ? ProfiledPlan.From(profiled) : null;
        var statuses = StatusReading.From(ended, started.Items<string>("fields").Any(), hadRecords);
        return new ResultSummary(
            query,
            new Counters(ended.Map("stats") ?? []),
            TypeOf(ended.Text("type")),
            profile ?? (ended.Map("plan") is { } plan ? Plan.From(plan) : null),
            profile,
            [.. statuses.Where(status => status.IsNotification)],
            [.. statuses.OrderBy(status => status.Rank)],
            Time(started.Number("t_first")),
            Time(ended.Number("t_last")),
            ServerOf(connection),
            new DatabaseInfo(ended.Text("db")));
    }

    public static IServerInfo ServerOf(BoltConnection connection) =>
        new ServerInfo(connection.Address.ToString(), connection.Version.ToString(), connection.Agent);

    private static QueryType TypeOf(string? letters) => letters switch
    {
        "r" => QueryType.ReadOnly,
        "rw" => QueryType.ReadWrite,
        "w" => QueryType.WriteOnly,
        "s" => QueryType.SchemaWrite,
        _ => QueryType.Unknown,
    };

    private static TimeSpan Time(long? milliseconds) => milliseconds is { } given ? TimeSpan.FromMilliseconds(given) : Unsaid;
}
