using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Cli.Output;

/// <summary>What an entry pays, on the screen.</summary>
internal static class DutyReport
{
    /// <summary>The entry in a line.</summary>
    public static string TitleOf(Entry entry) =>
        $"HS {entry.Hs} from {entry.OriginId} into {entry.ImporterId}, value {Output.Show.Amount(entry.CustomsValue)} {entry.Currency}".TrimEnd();

    /// <summary>The total, or the span that it lies in, or that the entry is forbidden.</summary>
    public static string TotalOf(DutyResult result) => result.Outcome switch
    {
        Outcome.Prohibited => "prohibited",
        Outcome.Conditional when result.HighestTotal.Length == 0 => $"at least {Output.Show.Amount(result.LowestTotal)}",
        Outcome.Conditional => $"{Output.Show.Amount(result.LowestTotal)} to {Output.Show.Amount(result.HighestTotal)}",
        _ => Output.Show.Amount(result.TotalDuty),
    };

    /// <summary>Lines, total, what does not apply and why, assumptions, missing facts, and what is not evaluated.</summary>
    public static void Show(Screen screen, Entry entry, DutyResult result)
    {
        screen.Heading($"{TitleOf(entry)}, entered {Output.Show.Day(entry.EntryDate)}");
        screen.Table(["Duty", ">Rate", ">Amount", "How", "Why", "Law"], result.Lines.Select(RowOf), "No duty line.");
        screen.Facts(
            ("Total duty", $"{TotalOf(result)} {(result.Outcome == Outcome.Prohibited ? "" : result.Currency)}".TrimEnd()),
            ("Effective rate", Output.Show.Percent(result.EffectiveRatePercent)),
            ("Outcome", Output.Show.Word(result.Outcome)));
        if (result.Charges.Count > 0)
            screen.Table(["Charge", ">Rate", ">Amount", "How", "Why", "Law"], result.Charges.Select(RowOf), "");
        if (result.LandedCost.Length > 0)
            screen.Facts(("Landed cost", $"{Output.Show.Amount(result.LandedCost)} {result.Currency}"));
        ShowLimits(screen, result);
        ShowReservations(screen, result);
        screen.Table(
            ["Does not apply", "Because", "Reason"],
            result.NotApplied.Select(n => new[] { n.Measure.Title, Output.Show.Word(n.Kind), n.Reason }),
            "");
        ShowSources(screen, [result]);
    }

    /// <summary>The sources of all lines and of what does not apply, each once.</summary>
    public static void ShowSources(Screen screen, IEnumerable<DutyResult> results)
    {
        var sources = results.SelectMany(r => r.Lines.Concat(r.Charges).Select(l => l.Measure).Concat(r.NotApplied.Select(n => n.Measure)))
            .SelectMany(m => m.Sources).Distinct().Order(StringComparer.Ordinal);
        screen.Note($"Sources: {string.Join("; ", sources)}");
    }

    /// <summary>What was taken for granted, a line for each fact that an entry does not state.</summary>
    public static IEnumerable<string> AssumedFacts(IEnumerable<DutyResult> results) =>
        results.SelectMany(r => r.Assumptions).GroupBy(a => a.Fact).Select(fact =>
        {
            var texts = fact.Select(a => a.Text).Distinct().ToList();
            return texts.Count <= 2 ? string.Join("; ", texts) : $"{texts[0]}; and {texts.Count - 1} more tests of {fact.Key}";
        });

    private static void ShowLimits(Screen screen, DutyResult result)
    {
        if (result.QuotaPortions.Count > 0)
            screen.Table(["Quota", "Part", ">Quantity", ">Value", ">Duty"], result.QuotaPortions.Select(PartOf), "");
        foreach (var standing in result.QuotaStandings)
            screen.Bullet($"Quota {standing.OrderNumber}: {Output.Show.Word(standing.Status)}; {standing.Text}");
        foreach (var breach in result.Breaches)
            screen.Bullet($"Breaches {breach.Measure.Title}: {breach.Text}");
    }

    private static string[] PartOf(QuotaPortion portion) =>
    [
        portion.QuotaId,
        portion.Within ? "within" : "beyond",
        $"{portion.Quantity} {portion.Unit}",
        Output.Show.Amount(portion.CustomsValue),
        Output.Show.Amount(portion.Duty),
    ];

    private static void ShowReservations(Screen screen, DutyResult result)
    {
        foreach (var missing in result.MissingFacts)
            screen.Bullet($"Depends on {missing.Fact}: {missing.Text}");
        foreach (var assumed in AssumedFacts([result]))
            screen.Bullet($"Assumes: {assumed}");
        foreach (var left in result.NotEvaluated)
            screen.Bullet($"Not evaluated: {left}");
    }

    private static string[] RowOf(DutyLine line) =>
    [
        line.Measure.Title,
        line.RatePercent.Length > 0 ? Output.Show.Percent(line.RatePercent) : line.Expression,
        Output.Show.Amount(line.Amount),
        line.Calculation,
        line.DecidedBy,
        string.Join(" ", new[] { line.Measure.LegalBasis, line.Measure.Heading }.Where(t => t.Length > 0)),
    ];
}
