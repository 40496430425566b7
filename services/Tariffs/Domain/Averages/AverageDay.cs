using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>The rates of one date, summed to rows.</summary>
/// <param name="AsOf">The date.</param>
/// <param name="Rates">Every rate asked for.</param>
/// <param name="Cells">The lines by group of goods.</param>
/// <param name="Question">What is told apart.</param>
internal sealed record AverageDay(DateOnly AsOf, RateTable Rates, AverageCells Cells, AverageQuestion Question)
{
    // Sums of a class are kept for its other origins where they take little room.
    private const int MostGroupsKept = 2000;

    /// <summary>The rows without weights, in order.</summary>
    public IEnumerable<AverageRow> Rows(CancellationToken cancellationToken) => Question.ByOrigin ? ByOrigin(cancellationToken) : OfAll(cancellationToken);

    /// <summary>The rows with weights, in order; once they are all taken, what the weights leave out is noted.</summary>
    public IEnumerable<AverageRow> Rows(TradeWeights weights, WeightSpread spread, AverageNotes notes, CancellationToken cancellationToken)
    {
        var unrated = 0m;
        foreach (var (origin, sums) in Question.ByOrigin ? WeightedByOrigin(weights, spread, cancellationToken) : WeightedOfAll(weights, spread, cancellationToken))
        {
            unrated += sums.UnratedWeight;
            foreach (var row in sums.Rows(AsOf, origin, true))
                yield return row;
        }
        if (spread.MissedCount > 0)
            notes.Add($"{spread.MissedCount} weights of {DecimalText.Print(spread.MissedValue)} in all meet no line of the schedule on {AsOf:yyyy-MM-dd}.");
        if (unrated > 0m)
            notes.Add($"weights of {DecimalText.Print(decimal.Round(unrated, 2))} lie on pairs of line and origin without a rate on {AsOf:yyyy-MM-dd}.");
    }

    private IEnumerable<AverageRow> ByOrigin(CancellationToken cancellationToken)
    {
        var kept = new AverageSums?[Rates.Classes.Count];
        foreach (var (origin, originClass) in InOrder())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var sums = kept[originClass];
            if (sums is null)
            {
                sums = NewSums();
                sums.Take(originClass, 1, null);
                kept[originClass] = Cells.Groups.Length > MostGroupsKept ? null : sums;
            }
            foreach (var row in sums.Rows(AsOf, origin, false))
                yield return row;
        }
    }

    private IEnumerable<AverageRow> OfAll(CancellationToken cancellationToken)
    {
        var sums = NewSums();
        for (var i = 0; i < Rates.Classes.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sums.Take(i, Rates.Classes[i].Origins.Count, null);
        }
        return sums.Rows(AsOf, null, false);
    }

    private IEnumerable<(EntityId? Origin, AverageSums Sums)> WeightedByOrigin(TradeWeights weights, WeightSpread spread, CancellationToken cancellationToken)
    {
        foreach (var (origin, originClass) in InOrder())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var sums = NewSums();
            sums.Take(originClass, 1, spread.Over(weights.Of(origin)));
            yield return (origin, sums);
        }
    }

    private IEnumerable<(EntityId? Origin, AverageSums Sums)> WeightedOfAll(TradeWeights weights, WeightSpread spread, CancellationToken cancellationToken)
    {
        var sums = NewSums();
        for (var i = 0; i < Rates.Classes.Count; i++)
        {
            var trade = new decimal[Cells.All.Length];
            foreach (var origin in Rates.Classes[i].Origins)
            {
                cancellationToken.ThrowIfCancellationRequested();
                spread.AddTo(trade, weights.Of(origin));
            }
            sums.Take(i, Rates.Classes[i].Origins.Count, trade);
        }
        yield return (null, sums);
    }

    private AverageSums NewSums() => new(Rates, Cells, Question.ByAuthority);

    private IEnumerable<(EntityId Origin, int Class)> InOrder() =>
        Rates.Classes.SelectMany((originClass, number) => originClass.Origins.Select(origin => (Origin: origin, Class: number))).OrderBy(pair => pair.Origin);
}
