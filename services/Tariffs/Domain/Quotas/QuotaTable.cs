using System.Collections.Frozen;
using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>The quotas of a schedule, by the measure that applies within them and by number. Immutable.</summary>
internal sealed class QuotaTable
{
    private readonly CompiledQuota[] _all;
    private readonly FrozenDictionary<EntityId, CompiledQuota[]> _byMeasure;

    private QuotaTable(CompiledQuota[] all)
    {
        _all = all;
        _byMeasure = all.GroupBy(quota => quota.Quota.InQuotaMeasureId).ToFrozenDictionary(group => group.Key, group => group.ToArray());
        Links = [.. all.Select(quota => quota.Quota.CapacityLink).OfType<CapacityLink>().DistinctBy(link => (link.CapacityFact, link.StatusFact))];
    }

    /// <summary>All quotas, in order of id.</summary>
    public IReadOnlyList<CompiledQuota> All => _all;

    /// <summary>The quotas within which a measure applies, of all periods; empty where it is limited by none.</summary>
    public IReadOnlyList<CompiledQuota> Within(EntityId measureId) => _byMeasure.GetValueOrDefault(measureId) ?? [];

    /// <summary>The quotas of an id or an order number, of all periods, in order of period.</summary>
    public IReadOnlyList<CompiledQuota> Find(string idOrNumber) =>
        [.. _all.Where(quota => quota.Quota.Id.Value == idOrNumber || quota.Quota.OrderNumber == idOrNumber)
            .OrderBy(quota => quota.Quota.Period.From ?? DateOnly.MinValue).ThenBy(quota => quota.Quota.Id)];

    /// <summary>Makes quotas ready; those that cannot be used are reported and left out.</summary>
    /// <param name="quotas">The quotas, in any order.</param>
    /// <param name="measureIds">The measures that there are.</param>
    /// <param name="lists">The numbers of the goods lists.</param>
    /// <param name="problems">Collects what is wrong.</param>
    public static QuotaTable Compile(IReadOnlyList<Quota> quotas, IReadOnlySet<EntityId> measureIds, ListNumbers lists, List<CompileProblem> problems)
    {
        var usable = new List<CompiledQuota>();
        foreach (var quota in quotas.OrderBy(quota => quota.Id))
        {
            var mistakes = new List<string>();
            var unit = UnitOfMeasure.Find(quota.Unit);
            if (unit is null)
                mistakes.Add($"unit: '{quota.Unit}' is no known unit");
            if (!measureIds.Contains(quota.InQuotaMeasureId))
                mistakes.Add($"in_quota_measure_id: there is no measure '{quota.InQuotaMeasureId}'");
            if (quota.OutOfQuotaMeasureId is { } beyond && !measureIds.Contains(beyond))
                mistakes.Add($"out_of_quota_measure_id: there is no measure '{beyond}'");
            var goods = quota.Goods is { } scope ? MeasureCompiler.Goods(scope, lists, mistakes) : CompiledGoods.All;
            if (mistakes.Count > 0)
                problems.Add(new CompileProblem(ProblemKind.Refused, quota.Id.Value, string.Join("; ", mistakes) + "."));
            else
                usable.Add(new CompiledQuota(quota, unit!, goods, [.. quotas.Where(other => other.CarriesOverToId == quota.Id).OrderBy(other => other.Id)]));
        }
        return new QuotaTable([.. usable]);
    }

    /// <summary>The links to capacity, one for each pair of facts.</summary>
    public IReadOnlyList<CapacityLink> Links { get; }

    /// <summary>What entries state for quotas: their kinds by the name of the fact.</summary>
    public IEnumerable<(string Fact, FactKind Kind)> FactKinds()
    {
        foreach (var link in Links)
        {
            yield return (link.CapacityFact, FactKind.Number);
            yield return (link.StatusFact, FactKind.Word);
        }
    }

    /// <summary>Every date on which some quota's period or published standing changes.</summary>
    public IEnumerable<DateOnly> Boundaries() => _all.Select(quota => quota.Quota)
        .SelectMany(quota => quota.Events.Select(happening => (DateOnly?)happening.On).Append(quota.Period.From).Append(quota.Period.To)).OfType<DateOnly>();
}
