using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Cli.Output;

/// <summary>Ways to enter goods and origins to enter them from, on the screen.</summary>
internal static class PreferenceReport
{
    /// <summary>The preferences open to an entry.</summary>
    public static void Show(Screen screen, Entry entry, IReadOnlyList<PreferenceOption> options)
    {
        screen.Heading($"{DutyReport.TitleOf(entry)}, entered {Output.Show.Day(entry.EntryDate)}");
        screen.Table(["Claim", "With", "Lawful", ">Duty", ">Charges", ">Saves"], options.Select(RowOf), "No preference is open to it.");
        foreach (var option in options)
            screen.Bullet($"{TitleOf(option)}: {(option.Problem.Length > 0 ? option.Problem : option.Reason)}");
        DutyReport.ShowSources(screen, options.Select(option => option.Result).OfType<DutyResult>());
    }

    /// <summary>An entry from several origins.</summary>
    public static void Show(Screen screen, Entry entry, IReadOnlyList<OriginDuty> origins)
    {
        screen.Heading($"{DutyReport.TitleOf(entry)}, entered {Output.Show.Day(entry.EntryDate)}, against other origins");
        screen.Table(["=Origin", ">Rate", ">Duty", $">Against {entry.OriginId}", "Lines"], origins.Select(RowOf), "No origin to compare.");
        DutyReport.ShowSources(screen, origins.Select(origin => origin.Result).OfType<DutyResult>());
    }

    private static string TitleOf(PreferenceOption option) => option.Measure is { } measure ? measure.Title : "No claim";

    private static string[] RowOf(PreferenceOption option) =>
    [
        TitleOf(option),
        string.Join(" ", option.Facts.OrderBy(fact => fact.Key, StringComparer.Ordinal).Select(fact => $"{fact.Key}={fact.Value}")),
        Output.Show.Word(option.Standing),
        option.Result is { } result ? DutyReport.TotalOf(result) : "",
        Output.Show.Amount(option.Result?.TotalCharges ?? ""),
        Output.Show.Amount(option.Saving),
    ];

    private static string[] RowOf(OriginDuty origin) =>
    [
        origin.OriginId,
        Output.Show.Percent(origin.Result?.EffectiveRatePercent ?? ""),
        origin.Result is { } result ? DutyReport.TotalOf(result) : "",
        Output.Show.Amount(origin.Difference),
        origin.Result is { } priced ? string.Join("; ", priced.Lines.Select(line => line.Measure.Title)) : origin.Problem,
    ];
}
