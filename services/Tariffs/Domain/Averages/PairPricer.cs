using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>
/// Prices one line from one origin on a date, without the texts of an answer. What a content comes to that is not stated is tried out from nothing to
/// the whole value; assumptions are otherwise those of single entries. Safe for any number of threads at once.
/// </summary>
internal sealed class PairPricer
{
    private static readonly QuantityTable NoQuantities = QuantityTable.Read(new Dictionary<string, decimal>(), new Violations());
    private readonly CompiledSchedule _schedule;
    private readonly AverageQuestion _question;
    private readonly LiveMeasures _live;
    private readonly StackingRule[] _rules;
    private readonly DutyCalculator _calculator;

    /// <summary>Prepares to price.</summary>
    public PairPricer(CompiledSchedule schedule, AverageQuestion question, LiveMeasures live)
    {
        (_schedule, _question, _live) = (schedule, question, live);
        _rules = SliceBuilder.RulesFor(schedule, AverageRules.EntryOf(question, "", question.Importer, live.AsOf), question.Question);
        _calculator = new DutyCalculator(schedule);
    }

    /// <summary>The rate.</summary>
    /// <param name="digits">The line's code, without dots.</param>
    /// <param name="origin">The origin.</param>
    /// <param name="covers">The measures that cover both, in order of place.</param>
    public PairRate Price(string digits, EntityId origin, IReadOnlyList<MeasureCover> covers)
    {
        var entry = AverageRules.EntryOf(_question, digits, origin, _live.AsOf);
        try
        {
            return covers.Any(cover => _live.IsPeculiar[cover.Place])
                ? OfAnswer(_calculator.Calculate(entry, _question.Question, AnswerDetail.Lines))
                : Of(entry, covers);
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

    private PairRate Of(Entry entry, IReadOnlyList<MeasureCover> covers)
    {
        var candidates = new Candidates();
        candidates.Live.AddRange(covers.Select(cover => new Candidate { Compiled = _live.All[cover.Place], Coverage = cover.Coverage, Width = cover.Width }));
        if (covers.Any(cover => cover.Coverage == Coverage.Partial))
        {
            CodeCompletions.Fill(_schedule, CodeSpan.OfPrefix(entry.Code), candidates, _live.AsOf, _question.Question.KnownAt);
            OrdinaryCover.Check(entry, candidates);
        }
        var facts = new FactSet(entry);
        var context = new DutyContext
        {
            FullValue = entry.CustomsValue,
            Currency = entry.Currency,
            EntryDate = _live.AsOf,
            Quantities = NoQuantities,
            Facts = facts,
            Exchange = _schedule.Exchange,
        };
        var open = Verdicts.Open(candidates.Live, facts);
        open.UnionWith(candidates.Live.SelectMany(ContentsOf).Where(fact => FactNames.IsContent(fact) && !facts.States(fact)));
        return new PairCases(candidates, open, new Settlement(new SettlementPlan([.. candidates.Live], _rules)).For(context), entry).Rate();
    }

    private static IEnumerable<string> ContentsOf(Candidate candidate)
    {
        var contents = DutyEvaluator.ContentsOf(candidate.Compiled.Duty);
        return candidate.Measure.Base.FactName is { } fact ? contents.Prepend(fact) : contents;
    }

    // Entries that draw on quotas or follow what others owe are left to the pricing of single entries.
    private static PairRate OfAnswer(DutyAnswer answer)
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
        return rates.ToRate(answer.Outcome == DutyOutcome.Conditional ? answer.MissingFacts : []);
    }
}
