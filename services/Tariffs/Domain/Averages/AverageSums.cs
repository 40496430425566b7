using System.Runtime.InteropServices;
using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>
/// Sums the rates of one group of origins by group of goods and, where asked for, by authority. Sums are taken in a fixed order, so that the same
/// question always has the same answer. Not thread-safe.
/// </summary>
internal sealed class AverageSums(RateTable rates, AverageCells cells, bool byAuthority)
{
    private readonly Means[] _wholes = new Means[cells.Groups.Length];
    private readonly Counts[] _counts = new Counts[cells.Groups.Length];
    private readonly SortedDictionary<string, Means[]> _byAuthority = new(StringComparer.Ordinal);

    /// <summary>Takes the lines from origins of one class.</summary>
    /// <param name="originClass">The class.</param>
    /// <param name="origins">How many origins of it are in the group.</param>
    /// <param name="trade">What was imported from them by cell; null without weights.</param>
    public void Take(int originClass, int origins, decimal[]? trade)
    {
        for (var i = 0; i < cells.All.Length; i++)
        {
            var cell = cells.All[i];
            var rate = rates.Of(cell.Kind, originClass);
            var (pairs, weight) = ((long)cell.Lines * origins, trade?[i] ?? 0m);
            ref var counts = ref _counts[cell.Group];
            if (rate.Unrated != Unrated.No)
            {
                counts.Unrated += pairs;
                counts.UnratedWeight += weight;
                continue;
            }
            counts.Pairs += pairs;
            counts.Weight += weight;
            _wholes[cell.Group].Add(rate.Lowest, rate.Highest, pairs, weight);
            if (byAuthority)
                TakeAuthorities(cell.Group, rate, pairs, weight);
        }
    }

    /// <summary>What weight lies on pairs without a rate.</summary>
    public decimal UnratedWeight => _counts.Sum(counts => counts.UnratedWeight);

    /// <summary>The rows, in order of authority and goods.</summary>
    /// <param name="on">The date.</param>
    /// <param name="origin">The origin that the group is; null for a group of all.</param>
    /// <param name="isWeighted">True where there are weights.</param>
    public IEnumerable<AverageRow> Rows(DateOnly on, EntityId? origin, bool isWeighted)
    {
        for (var group = 0; group < _counts.Length; group++)
        {
            if (!byAuthority || _counts[group].Pairs == 0)
                yield return Row("", group, _wholes[group]);
        }
        foreach (var (authority, means) in _byAuthority)
        {
            for (var group = 0; group < means.Length; group++)
            {
                if (means[group].IsTouched)
                    yield return Row(authority, group, means[group]);
            }
        }

        AverageRow Row(string authority, int group, Means means)
        {
            var counts = _counts[group];
            return new AverageRow
            {
                On = on,
                Origin = origin,
                Authority = authority,
                Goods = cells.Groups[group],
                Simple = counts.Pairs == 0 ? null : new RateMean(means.Lowest / counts.Pairs, means.Highest / counts.Pairs),
                Weighted = counts.Weight == 0m ? null : new RateMean(means.WeightedLowest / counts.Weight, means.WeightedHighest / counts.Weight),
                Pairs = counts.Pairs,
                Unrated = counts.Unrated,
                Weight = isWeighted ? counts.Weight : null,
            };
        }
    }

    private void TakeAuthorities(int group, PairRate rate, long pairs, decimal weight)
    {
        foreach (var (authority, lowest, highest) in rate.ByAuthority)
        {
            if (!_byAuthority.TryGetValue(authority, out var means))
                _byAuthority[authority] = means = new Means[cells.Groups.Length];
            means[group].Add(lowest, highest, pairs, weight);
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Means
    {
        public decimal Lowest;
        public decimal Highest;
        public decimal WeightedLowest;
        public decimal WeightedHighest;
        public bool IsTouched;

        public void Add(decimal lowest, decimal highest, long pairs, decimal weight)
        {
            IsTouched = true;
            Lowest += lowest * pairs;
            Highest += highest * pairs;
            if (weight == 0m)
                return;
            WeightedLowest += lowest * weight;
            WeightedHighest += highest * weight;
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Counts
    {
        public long Pairs;
        public long Unrated;
        public decimal Weight;
        public decimal UnratedWeight;
    }
}
