using System.Globalization;

namespace GeoGraph.Tariffs;

/// <summary>A quota made ready for pricing. Immutable.</summary>
/// <param name="Quota">The quota as given.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Goods">What draws on it, among the goods of the measure within it.</param>
/// <param name="CarriedFrom">Quotas that leave to it what is unused at their end, in order of id.</param>
internal sealed record CompiledQuota(Quota Quota, UnitOfMeasure Unit, CompiledGoods Goods, IReadOnlyList<Quota> CarriedFrom)
{
    /// <summary>A quantity with the unit, as <c>65,205 units</c>.</summary>
    public string Say(decimal quantity) => string.Create(CultureInfo.InvariantCulture, $"{quantity:#,##0.##########} {Quota.Unit}");

    /// <summary>The quota with its number, for a sentence.</summary>
    public string Name => $"{Quota.Id} ({Quota.OrderNumber})";
}
