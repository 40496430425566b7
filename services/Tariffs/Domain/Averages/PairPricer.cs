using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>
/// Prices one line from one origin on a date, without the texts of an answer. What a content comes to that is not stated is tried out from nothing to
/// the whole value; assumptions are otherwise those of single entries. Safe for any number of threads at once.
/// </summary>
internal sealed class PairPricer(CompiledSchedule schedule, AverageQuestion question, DateOnly asOf)
{
    private static readonly QuantityTable NoQuantities = QuantityTable.Read(new Dictionary<string, decimal>(), new Violations());
    private readonly DutyCalculator _calculator = new(schedule);

    /// <summary>The rate.</summary>
    /// <param name="digits">The line's code, without dots.</param>
    /// <param name="origin">The origin.</param>
    public PairRate Price(string digits, EntityId origin)
    {
        try
        {
            var entry = AverageRules.EntryOf(question, digits, origin, asOf);
            var slice = SliceBuilder.Build(schedule, entry, question.Question);
            return slice.Candidates.Live.Exists(candidate => schedule.Quotas.Within(candidate.Measure.Id).Count > 0)
                ? WithQuotas(_calculator.Calculate(entry, question.Question, AnswerDetail.Lines))
                : Of(slice, entry);
        }
        catch (GeoGraphException refused) when (refused.Reason == ErrorReason.DataMissing)
        {
            return PairRate.None(Unrated.NoData);
        }
        catch (GeoGraphException refused) when (refused.Reason == ErrorReason.InvalidRequest)
        {
            return PairRate.None(Unrated.Undivided);
        }
    }

    private PairRate Of(Slice slice, Entry entry)
    {
        var facts = new FactSet(entry);
        var context = new DutyContext
        {
            FullValue = entry.CustomsValue,
            Currency = entry.Currency,
            EntryDate = asOf,
            Quantities = NoQuantities,
            Facts = facts,
            Exchange = schedule.Exchange,
        };
        var open = Verdicts.Open(slice.Candidates.Live, facts);
        open.UnionWith(slice.Candidates.Live.SelectMany(ContentsOf).Where(fact => FactNames.IsContent(fact) && !facts.States(fact)));
        return new PairCases(slice.Candidates, open, new Settlement(slice.Plan).For(context), entry).Rate();
    }

    private static IEnumerable<string> ContentsOf(Candidate candidate)
    {
        var contents = DutyEvaluator.ContentsOf(candidate.Compiled.Duty);
        return candidate.Measure.Base.FactName is { } fact ? contents.Prepend(fact) : contents;
    }

    // Entries that draw on quotas are priced in parts, which is left to the pricing of single entries.
    private static PairRate WithQuotas(DutyAnswer answer)
    {
        if (answer.Outcome == DutyOutcome.Prohibited)
            return PairRate.None(Unrated.Prohibited);
        if (answer.Lowest is not { } lowest || answer.Highest is not { } highest)
            return PairRate.None(Unrated.ByQuantity);
        var rates = new PairParts();
        foreach (var line in lowest.Lines)
            rates.AddLowest(line.Measure.Authority, line.Amount);
        foreach (var line in highest.Lines)
            rates.AddHighest(line.Measure.Authority, line.Amount);
        return rates.ToRate(answer.MissingFacts);
    }
}
