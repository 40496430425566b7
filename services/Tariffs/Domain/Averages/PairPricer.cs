using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>Prices one line from one origin on a date. Safe for any number of threads at once.</summary>
internal sealed class PairPricer(CompiledSchedule schedule, AverageQuestion question, DateOnly asOf)
{
    private const decimal Percent = 100m / AverageRules.Value;
    private readonly DutyCalculator _calculator = new(schedule);

    /// <summary>The rate.</summary>
    /// <param name="digits">The line's code, without dots.</param>
    /// <param name="origin">The origin.</param>
    public PairRate Price(string digits, EntityId origin)
    {
        try
        {
            return RateOf(_calculator.Calculate(AverageRules.EntryOf(question, digits, origin, asOf), question.Question));
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

    private static PairRate RateOf(DutyAnswer answer)
    {
        if (answer.Outcome == DutyOutcome.Prohibited)
            return PairRate.None(Unrated.Prohibited);
        if (answer.Highest is null)
            return PairRate.None(Unrated.ByQuantity);
        var rates = new SortedDictionary<string, (decimal Lowest, decimal Highest)>(StringComparer.Ordinal);
        foreach (var line in answer.Lowest!.Lines)
            rates[line.Measure.Authority] = (rates.GetValueOrDefault(line.Measure.Authority).Lowest + (line.Amount * Percent), 0m);
        foreach (var line in answer.Highest.Lines)
        {
            var known = rates.GetValueOrDefault(line.Measure.Authority);
            rates[line.Measure.Authority] = known with { Highest = known.Highest + (line.Amount * Percent) };
        }
        return new PairRate(Unrated.No, [.. rates.Select(pair => new AuthorityRate(pair.Key, pair.Value.Lowest, pair.Value.Highest))], answer.MissingFacts);
    }
}
