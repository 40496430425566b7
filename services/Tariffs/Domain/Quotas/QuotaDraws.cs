using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>The quotas that an entry draws on.</summary>
/// <param name="Draws">One for each quota whose period holds the entry date, in order of measure.</param>
/// <param name="OutOfSeason">Measures whose quotas have no period that holds the entry date, with the reason.</param>
internal sealed record QuotaDraws(IReadOnlyList<QuotaDraw> Draws, IReadOnlyDictionary<EntityId, string> OutOfSeason)
{
    /// <summary>True where no quota touches the entry.</summary>
    public bool IsEmpty => Draws.Count == 0 && OutOfSeason.Count == 0;

    /// <summary>Finds the quotas of the measures that may apply to an entry.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="question">In which view of the law.</param>
    /// <param name="quantities">The entry's quantities.</param>
    /// <param name="measures">Measures in force that cover the entry and whose conditions do not fail.</param>
    public static QuotaDraws Of(CompiledSchedule schedule, Entry entry, DutyQuestion question, QuantityTable quantities, IEnumerable<Measure> measures)
    {
        var cover = new GoodsCover(schedule, CodeSpan.OfPrefix(HsCode.Parse(entry.Code).Digits), entry.EntryDate, question.KnownAt);
        var draws = new List<QuotaDraw>();
        var outOfSeason = new Dictionary<EntityId, string>();
        foreach (var measure in measures)
        {
            var quotas = schedule.Quotas.Within(measure.Id).Where(quota => cover.Of(quota.Goods, out _) != Coverage.None).ToArray();
            var inSeason = quotas.Where(quota => quota.Quota.Period.Contains(entry.EntryDate)).ToArray();
            if (quotas.Length > 0 && inSeason.Length == 0)
                outOfSeason[measure.Id] = $"no period of its quota {quotas[0].Quota.OrderNumber} holds {entry.EntryDate:yyyy-MM-dd}";
            draws.AddRange(inSeason.Select(quota => Draw(quota, entry, question, quantities)));
        }
        return new QuotaDraws(draws, outOfSeason);
    }

    private static QuotaDraw Draw(CompiledQuota quota, Entry entry, DutyQuestion question, QuantityTable quantities)
    {
        var standing = QuotaLedger.For(quota, entry, question.KnownAt);
        var quantity = quantities.Find(quota.Unit, null);
        var missing = QuotaLedger.MissingFacts(quota.Quota, entry).ToList();
        if (standing.Balance is null && missing.Count == 0)
            missing.Add(quota.Quota.UsedFact);
        if (quantity is null && standing.Balance != 0m)
            missing.Add(FactNames.Quantities + quota.Unit.Name);
        return new QuotaDraw(quantity is { } much ? standing.SeenFrom(much) : standing, quantity, standing.Balance == 0m ? [] : missing);
    }
}
