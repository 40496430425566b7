using System.Globalization;
using GeoGraph.Cli.Commands;
using GeoGraph.Cli.Output;
using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Tariffs.V1;
using Grpc.Core;

namespace GeoGraph.Cli.Demo;

/// <summary>What a machining centre from Taiwan pays in the United States on four dates, and what it would pay under a rate that is agreed and not law.</summary>
internal static class MachineDemo
{
    private const string AgreedScenario = "TW_ART_15";

    private static readonly DateOnly[] s_dates = [new(2025, 3, 1), new(2025, 4, 20), new(2025, 8, 15), new(2026, 3, 2)];

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
        screen.Heading($"2. What does a machining centre pay? {DutyReport.TitleOf(request.Entries[0])}");
        screen.Table(
            ["Entered", ">Duty", ">Rate", "Lines", $">With {AgreedScenario}"],
            byLaw.Select((result, i) => new[]
            {
                Output.Show.Day(request.Entries[i].EntryDate),
                DutyReport.TotalOf(result),
                Output.Show.Percent(result.EffectiveRatePercent),
                string.Join("\n", result.Lines.Select(l => $"{l.Measure.Title}: {l.Calculation} = {Output.Show.Amount(l.Amount)} ({l.Measure.LegalBasis})")),
                DutyReport.TotalOf(asAgreed[i]),
            }),
            "No date is asked for.");
        foreach (var (result, entry) in byLaw.Zip(request.Entries))
            ShowReasons(screen, Output.Show.Day(entry.EntryDate), result);
        DutyReport.ShowSources(screen, byLaw);
    }

    // What is agreed and not law comes first: it is what a reader of the news expects to find in the duty.
    private static void ShowReasons(Screen screen, string day, DutyResult result)
    {
        foreach (var left in result.NotApplied.OrderBy(n => n.Kind == NotAppliedKind.Status ? 0 : 1))
            screen.Bullet($"{day}: {left.Measure.Title} does not apply: {left.Reason}");
        foreach (var assumption in result.Assumptions)
            screen.Bullet($"{day}: assumes {assumption.Text}");
        foreach (var missing in result.MissingFacts)
            screen.Bullet($"{day}: depends on {missing.Fact}: {missing.Text}");
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
            }),
        },
        Read = session.Read,
    };

    private static List<DutyResult> ResultsOf(BatchCalculateDutyResponse response) =>
        [.. response.Items.Select(i => i.AnswerCase == BatchItem.AnswerOneofCase.Result ? i.Result : throw i.Error.ToRpcException())];
}
