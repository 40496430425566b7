using System.Runtime.InteropServices;
using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>How much of some goods was imported.</summary>
/// <param name="Goods">The goods.</param>
/// <param name="Value">Zero or more.</param>
internal readonly record struct TradeWeight(CodeSpan Goods, decimal Value);

/// <summary>
/// Trade by origin and goods, taken one after the other in any order: 32 bytes each. Those of the same origin and goods count together. Not
/// thread-safe while they are taken.
/// </summary>
internal sealed class TradeWeights
{
    /// <summary>The greatest value of one weight.</summary>
    public const decimal MostValue = 1_000_000_000_000_000m;

    private readonly Dictionary<EntityId, List<TradeWeight>> _byOrigin = [];

    /// <summary>How many were taken.</summary>
    public int Count { get; private set; }

    /// <summary>The origins that have some, in order.</summary>
    public IEnumerable<EntityId> Origins => _byOrigin.Keys.Order();

    /// <summary>Takes a weight.</summary>
    /// <param name="origin">The state.</param>
    /// <param name="digits">A prefix of the goods without dots; empty for all goods.</param>
    /// <param name="value">How much, zero or more.</param>
    public void Add(EntityId origin, string digits, decimal value)
    {
        ref var weights = ref CollectionsMarshal.GetValueRefOrAddDefault(_byOrigin, origin, out _);
        (weights ??= []).Add(new TradeWeight(digits.Length == 0 ? CodeSpan.Everything : CodeSpan.OfPrefix(digits), value));
        Count++;
    }

    /// <summary>Puts weights in order and those of the same goods together; then any number of threads may read them.</summary>
    public void Close()
    {
        foreach (var weights in _byOrigin.Values)
        {
            // The value decides last, so that sums do not turn on the order of arrival.
            weights.Sort(static (left, right) => left.Goods.First != right.Goods.First ? left.Goods.First.CompareTo(right.Goods.First)
                : left.Goods.Last != right.Goods.Last ? left.Goods.Last.CompareTo(right.Goods.Last) : left.Value.CompareTo(right.Value));
            var kept = 0;
            for (var i = 1; i < weights.Count; i++)
            {
                if (weights[i].Goods == weights[kept].Goods)
                    weights[kept] = weights[kept] with { Value = weights[kept].Value + weights[i].Value };
                else
                    weights[++kept] = weights[i];
            }
            weights.RemoveRange(kept + 1, weights.Count - kept - 1);
        }
    }

    /// <summary>The weights of an origin, in order of goods.</summary>
    public IReadOnlyList<TradeWeight> Of(EntityId origin) => _byOrigin.GetValueOrDefault(origin) ?? [];
}
