using System.Collections.Frozen;
using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>Customs exchange rates by pair and date. Immutable.</summary>
internal sealed class ExchangeTable
{
    private readonly FrozenDictionary<(string From, string To), ExchangeRate[]> _byPair;

    /// <summary>Takes rates in any order.</summary>
    public ExchangeTable(IEnumerable<ExchangeRate> rates) =>
        _byPair = rates.GroupBy(rate => (rate.FromCurrency, rate.ToCurrency))
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(rate => rate.Valid.From ?? DateOnly.MinValue).ThenBy(rate => rate.Id, StringComparer.Ordinal).ToArray());

    /// <summary>
    /// An amount in another currency, by the rate of that direction valid on the date (the one that began last), else by the
    /// reciprocal of the other direction's.
    /// </summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.DataMissing"/>: no rate is valid on the date.</exception>
    public decimal Convert(decimal amount, string from, string to, DateOnly asOf)
    {
        if (from == to)
            return amount;
        if (Find(from, to, asOf) is { } rate)
            return amount * rate.Rate;
        if (Find(to, from, asOf) is { } reciprocal)
            return amount / reciprocal.Rate;
        throw new GeoGraphException(ErrorReason.DataMissing,
            $"no customs exchange rate from {from} to {to} is valid on {asOf:yyyy-MM-dd}, and a duty is stated in {from}.",
            [new("missing", "exchange_rate"), new("from_currency", from), new("to_currency", to), new("as_of", $"{asOf:yyyy-MM-dd}")]);
    }

    /// <summary>Every date on which some rate begins or ends.</summary>
    public IEnumerable<DateOnly> Boundaries() => _byPair.Values.SelectMany(rates => rates)
        .SelectMany(rate => new[] { rate.Valid.From, rate.Valid.To }).OfType<DateOnly>();

    private ExchangeRate? Find(string from, string to, DateOnly asOf)
    {
        foreach (var rate in _byPair.GetValueOrDefault((from, to)) ?? [])
        {
            if (rate.Valid.Contains(asOf))
                return rate;
        }
        return null;
    }
}
