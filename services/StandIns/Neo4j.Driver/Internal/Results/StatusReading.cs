using Neo4j.Driver.Internal.Messages;

namespace Neo4j.Driver.Internal.Results;

/// <summary>Reads the outcome and the notifications of a query: statuses of GQL from Bolt 5.6 on, notifications before.</summary>
internal static class StatusReading
{
    public static List<ServerStatus> From(IReadOnlyDictionary<string, object?> ended, bool hasKeys, bool hadRecords)
    {
        if (ended.ContainsKey("statuses")) return [.. ended.Items<Dictionary<string, object?>>("statuses").Select(FromStatus)];
        return
        [
            .. ended.Items<Dictionary<string, object?>>("notifications").Select(FromNotification),
            hadRecords ? new("00000", "note: successful completion")
                : hasKeys ? new("02000", "note: no data")
                : new("00001", "note: successful completion - omitted result"),
        ];
    }

    private static ServerStatus FromStatus(Dictionary<string, object?> said)
    {
        var diagnostics = said.Map("diagnostic_record") ?? [];
        var description = said.Text("status_description") ?? "";
        return new ServerStatus(said.Text("gql_status") ?? "03N42", description)
        {
            Code = said.Text("neo4j_code"),
            Title = said.Text("title"),
            Description = said.Text("description") ?? description,
            Position = PositionIn(diagnostics.Map("_position")),
            RawSeverity = diagnostics.Text("_severity"),
            RawClassification = diagnostics.Text("_classification"),
            DiagnosticRecord = diagnostics,
        };
    }

    private static ServerStatus FromNotification(Dictionary<string, object?> said)
    {
        var severity = said.Text("severity");
        var description = said.Text("description") ?? "";
        return new ServerStatus(severity == "WARNING" ? "01N42" : "03N42", description)
        {
            Code = said.Text("code") ?? "",
            Title = said.Text("title"),
            Description = description,
            Position = PositionIn(said.Map("position")),
            RawSeverity = severity,
            RawClassification = said.Text("category"),
        };
    }

    private static InputPosition? PositionIn(Dictionary<string, object?>? said) => said is null or { Count: 0 }
        ? null
        : new InputPosition((int)(said.Number("offset") ?? 0), (int)(said.Number("line") ?? 0), (int)(said.Number("column") ?? 0));
}
