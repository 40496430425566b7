using System.Globalization;

namespace GeoGraph.Tariffs;

/// <summary>A bound rate that duties exceed.</summary>
/// <param name="Measure">The bound rate.</param>
/// <param name="BoundPercent">The promised most, in percent of the customs value, to ten places.</param>
/// <param name="AppliedPercent">What is applied, likewise.</param>
/// <param name="Excess">The amount above the promise; more than 0.</param>
/// <param name="Text">The breach in a sentence without its end.</param>
internal sealed record BoundRateBreach(Measure Measure, decimal BoundPercent, decimal AppliedPercent, decimal Excess, string Text);

/// <summary>
/// Sets what is owed against what the importer promised to apply at most. The ordinary duty and the duties in all are told apart: a promise on ordinary duty can be
/// kept while other duties exceed it. A bound by quantity that the entry does not state says nothing.
/// </summary>
internal static class BoundRates
{
    /// <summary>The breaches of an answer, in order of measure; what a conditional entry owes at least is set against the bound.</summary>
    /// <param name="bounds">The bound rates that cover the entry.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="context">The entry, for bounds by quantity.</param>
    public static IReadOnlyList<BoundRateBreach> Breaches(IEnumerable<Candidate> bounds, DutyAnswer answer, DutyContext context)
    {
        var lines = answer.Outcome == DutyOutcome.Determined ? answer.Lines : answer.Lowest?.Lines;
        if (lines is null || context.FullValue == 0m)
            return [];
        var ordinary = lines.Where(line => line.Measure.Type.IsOrdinary()).Sum(line => line.Amount);
        var all = lines.Sum(line => line.Amount);
        var breaches = new List<BoundRateBreach>();
        foreach (var bound in bounds)
        {
            if (DutyEvaluator.LacksQuantity(bound.Compiled.Duty!, context.Quantities))
                continue;
            (context.Base, context.Replaced) = (context.FullValue, 0m);
            var most = Settlement.ToCents(DutyEvaluator.Amount(bound.Compiled.Duty!, context));
            Add(bound.Measure, most, ordinary, "the ordinary duty", context, breaches);
            if (all != ordinary)
                Add(bound.Measure, most, all, "the duties in all", context, breaches);
        }
        return breaches;
    }

    private static void Add(Measure bound, decimal most, decimal applied, string what, DutyContext context, List<BoundRateBreach> breaches)
    {
        if (applied <= most)
            return;
        var (promised, owed) = (Percent(most, context), Percent(applied, context));
        breaches.Add(new BoundRateBreach(bound, promised, owed, applied - most, string.Create(CultureInfo.InvariantCulture,
            $"{what}, {applied:#,##0.00} or {owed:0.####}%, exceed what is bound, {most:#,##0.00} or {promised:0.####}%, by {applied - most:#,##0.00}")));
    }

    private static decimal Percent(decimal amount, DutyContext context) => Math.Round(amount / context.FullValue * 100m, 10, MidpointRounding.AwayFromZero);
}
