using System.Globalization;
using GeoGraph.Cli.Commands;
using GeoGraph.Cli.Output;
using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Tariffs.V1;
using Grpc.Core;

namespace GeoGraph.Cli.Demo;

/// <summary>What a machining centre from Taiwan pays in the United States on five dates, and what it would pay under a rate that is agreed and not law.</summary>
internal static class MachineDemo
{
    private const string AgreedScenario = "TW_ART_15";

    private const string SteelValue = "300000";

    private static readonly DateOnly[] s_dates = [new(2025, 3, 1), new(2025, 4, 20), new(2025, 8, 15), new(2026, 2, 15), new(2026, 3, 2)];

    /// <summary>Asks and answers.</summary>
    public static async Task AnswerAsync(Session session, CancellationToken cancellationToken)
    {
        var law = RequestOf(session);
        var agreed = RequestOf(session);
        agreed.Question = new DutyQuestion { ScenarioIds = { AgreedScenario } };
        var byLaw = await session.Tariffs.BatchCalculateDutyAsync(law, cancellationToken: cancellationToken);
        var asAgreed = await session.Tariffs.BatchCalculateDutyAsync(agreed, cancellationToken: cancellationToken);
        await session.ShowAsync(byLaw, () => Task.CompletedTask);
        await session.ShowAsync(asAgreed, () => Show(session.Screen, law, ResultsOf(byLaw), ResultsOf(asAgreed)));
    }

    private static void Show(Screen screen, BatchCalculateDutyRequest request, List<DutyResult> byLaw, List<DutyResult> asAgreed)
    {
        screen.Heading($"2. What does a machining centre pay? {DutyReport.TitleOf(request.Entries[0])}, of which {Output.Show.Amount(SteelValue)} is steel");
        screen.Table(
            ["Entered", ">Duty", ">Rate", "Lines", $">With {AgreedScenario}"],
            byLaw.Select((result, i) => new[]
            {
                Output.Show.Day(request.Entries[i].EntryDate),
                DutyReport.TotalOf(result),
                Output.Show.Percent(result.EffectiveRatePercent),
                string.Join("\n", result.Lines.Select(LineOf)),
                DutyReport.TotalOf(asAgreed[i]),
            }),
            "No date is asked for.");
        ShowReasons(screen, byLaw);
        foreach (var assumed in DutyReport.AssumedFacts(byLaw))
            screen.Bullet($"Assumes: {assumed}");
        DutyReport.ShowSources(screen, byLaw);
    }

    private static string LineOf(DutyLine line) =>
        $"{line.Measure.Title}: {line.Calculation}{(line.Measure.LegalBasis.Length > 0 ? $" ({line.Measure.LegalBasis})" : "")}";

    // Each reason once, with the dates that it holds on; what is agreed and not law first. Left out are fees, and measures out by date that pay on none of the dates.
    private static void ShowReasons(Screen screen, List<DutyResult> results)
    {
        var paid = results.SelectMany(r => r.Lines).Select(l => l.Measure.Id).ToHashSet();
        var charges = results.SelectMany(r => r.Charges).Select(c => c.Measure.Authority).ToHashSet();
        var reasons = results
            .SelectMany(r => r.NotApplied.Select(n => (Day: r.EntryId, Left: n)))
            .Where(x => !charges.Contains(x.Left.Measure.Authority) && (x.Left.Kind != NotAppliedKind.Date || paid.Contains(x.Left.Measure.Id)))
            .GroupBy(x => (x.Left.Measure.Title, x.Left.Kind, x.Left.Reason), x => x.Day)
            .OrderBy(g => g.Key.Kind == NotAppliedKind.Status ? 0 : 1);
        foreach (var reason in reasons)
            screen.Bullet($"{string.Join(", ", reason)}: {reason.Key.Title} does not apply: {reason.Key.Reason}");
        foreach (var missing in results.SelectMany(r => r.MissingFacts.Select(m => $"{r.EntryId}: depends on {m.Fact}: {m.Text}")))
            screen.Bullet(missing);
    }

    private static BatchCalculateDutyRequest RequestOf(Session session) => new()
    {
        Entries =
        {
            s_dates.Select(day => new Entry
            {
                Id = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ImporterId = "state:US",
                OriginId = "state:TW",
                Hs = "8457.10.00",
                CustomsValue = "1000000",
                Currency = "USD",
                EntryDate = day.ToDate(),
                Facts = { ["content_value.steel"] = SteelValue },
            }),
        },
        Read = session.Read,
    };

    private static List<DutyResult> ResultsOf(BatchCalculateDutyResponse response) =>
        [.. response.Items.Select(i => i.AnswerCase == BatchItem.AnswerOneofCase.Result ? i.Result : throw i.Error.ToRpcException())];
}
