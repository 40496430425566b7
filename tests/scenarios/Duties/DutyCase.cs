using System.Globalization;
using System.Text.Json;
using GeoGraph.Cli.Commands;
using GeoGraph.Contracts.Common.V1;
using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Scenarios.Duties;

/// <summary>An entry whose duty is known from outside this project, as duties.json has it.</summary>
internal sealed class DutyCase(JsonElement json)
{
    public string Id => Text("id");

    public decimal Total => Decimal("total_duty");

    /// <summary>The lines, the ordinary duty first.</summary>
    public IReadOnlyList<ExpectedLine> Lines => [.. json.GetProperty("lines").EnumerateArray().Select(line => new ExpectedLine(line))];

    /// <summary>The request that the case stands for.</summary>
    /// <param name="read">The state of the data to answer from.</param>
    public CalculateDutyRequest Request(ReadOptions? read)
    {
        var request = new CalculateDutyRequest
        {
            Entry = new Entry
            {
                Id = Id,
                ImporterId = "state:" + Text("importer"),
                OriginId = "state:" + Text("origin"),
                Hs = Text("hts"),
                CustomsValue = Text("customs_value"),
                EntryDate = Day(Text("entry_date")).ToDate(),
                Facts = { Pairs("facts") },
                Quantities = { Pairs("quantities") },
            },
            Question = new DutyQuestion(),
            Read = read,
        };
        if (json.GetProperty("known_at").GetString() is { } knownAt)
            request.Question.KnownAt = Day(knownAt).ToDate();
        if (json.TryGetProperty("scenario", out var scenario))
            request.Question.ScenarioIds.Add(scenario.GetString());
        return request;
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Facts are texts in the API, also yes and no.
    private Dictionary<string, string> Pairs(string name) => json.GetProperty(name).EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ValueKind switch
    {
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => p.Value.GetRawText(),
        _ => p.Value.GetString()!,
    });

    private decimal Decimal(string name) => decimal.Parse(Text(name), NumberStyles.Number, CultureInfo.InvariantCulture);

    private string Text(string name) => json.GetProperty(name).GetString()!;
}
