namespace GeoGraph.Tariffs;

/// <summary>
/// Says where quotas stand as a function of the date. The last event on or before it counts, so that a quota which is exhausted and
/// reopened later is open from then on; what another quota left unused comes to the volume once that one's period is over and its last balance published.
/// </summary>
internal static class QuotaLedger
{
    /// <summary>Where a quota stands by what is published.</summary>
    /// <param name="quota">The quota; its period is not looked at.</param>
    /// <param name="asOf">The date.</param>
    /// <param name="knownAt">Only what was published by this date counts; null for everything.</param>
    public static QuotaStanding Published(CompiledQuota quota, DateOnly asOf, DateOnly? knownAt)
    {
        var (carried, carriedText) = Carried(quota, asOf, knownAt);
        var volume = quota.Quota.Volume + carried;
        var volumeText = (volume is { } whole ? $"{quota.Say(whole)} enter in the period" : "the volume follows capacity that an entry states") + carriedText;
        if (LastEvent(quota.Quota, asOf, knownAt) is not { } last)
            return new QuotaStanding(quota, QuotaStatus.Open, volume, volume, null, $"{volumeText}; no balance is published, so that all of it is taken to be left") { IsAssumed = true };
        var published = $"{volumeText}; {last.Status.ToString().ToLowerInvariant()} from {last.On:yyyy-MM-dd}";
        return last switch
        {
            { Status: QuotaStatus.Exhausted } => new QuotaStanding(quota, last.Status, volume, 0m, last.On, $"{published}, with nothing left"),
            { Balance: { } balance } => new QuotaStanding(quota, last.Status, volume, balance, last.On, $"{published}, with {quota.Say(balance)} left"),
            { Status: QuotaStatus.Critical } => new QuotaStanding(quota, last.Status, volume, null, last.On, $"{published}, and how much is left is not published"),
            _ => new QuotaStanding(quota, last.Status, volume, volume, last.On, $"{published}; how much is left is not published, so that all of it is taken to be left") { IsAssumed = true },
        };
    }

    /// <summary>Where a quota stands for an entry that states how much was entered before it, or the capacity that gives the volume.</summary>
    /// <param name="quota">The quota.</param>
    /// <param name="entry">The entry; its date decides.</param>
    /// <param name="knownAt">Only what was published by this date counts; null for everything.</param>
    public static QuotaStanding For(CompiledQuota quota, Entry entry, DateOnly? knownAt)
    {
        var published = Published(quota, entry.EntryDate, knownAt);
        var volume = quota.Quota.CapacityLink is { } link ? Linked(link, entry) : published.Volume;
        var text = quota.Quota.CapacityLink is not null && volume is { } enters ? $"{quota.Say(enters)} enter for the capacity stated" : published.Text;
        if (Number(entry, quota.Quota.UsedFact) is { } used)
        {
            if (volume is not { } whole)
                return published with { Volume = null, Balance = null, IsAssumed = false };
            var left = Math.Max(0m, whole - used);
            var status = left == 0m ? QuotaStatus.Exhausted : published.Status == QuotaStatus.Critical ? QuotaStatus.Critical : QuotaStatus.Open;
            return new QuotaStanding(quota, status, whole, left, null, $"{quota.Say(whole)} enter in the period and the entry states that {quota.Say(used)} are entered before it");
        }
        if (quota.Quota.CapacityLink is null)
            return published;
        return published.BalanceOn is null
            ? published with { Volume = volume, Balance = volume, Text = $"{text}; none of it is stated to be entered before", IsAssumed = volume is not null }
            : published with { Volume = volume };
    }

    /// <summary>The facts without which an entry's quota has no volume; empty where all are stated.</summary>
    public static IEnumerable<string> MissingFacts(Quota quota, Entry entry)
    {
        if (quota.CapacityLink is not { } link)
            yield break;
        if (Number(entry, link.CapacityFact) is null)
            yield return link.CapacityFact;
        if (!entry.Facts.ContainsKey(link.StatusFact))
            yield return link.StatusFact;
    }

    private static decimal? Linked(CapacityLink link, Entry entry) =>
        entry.Facts.TryGetValue(link.StatusFact, out var status) && link.MultipleOf(status) is { } multiple && Number(entry, link.CapacityFact) is { } capacity
            ? multiple * Math.Min(capacity, EntryRules.MostValue)
            : null;

    private static decimal? Number(Entry entry, string fact) => entry.Facts.TryGetValue(fact, out var text) ? FactValue.Read(text).Number : null;

    private static QuotaEvent? LastEvent(Quota quota, DateOnly asOf, DateOnly? knownAt)
    {
        QuotaEvent? last = null;
        foreach (var happening in quota.Events)
        {
            if (happening.On <= asOf && !(happening.On > knownAt) && !(happening.On < last?.On))
                last = happening;
        }
        return last;
    }

    // What is left of a quota that is over is what its last published event says; without one nothing is known to be left.
    private static (decimal Sum, string Text) Carried(CompiledQuota quota, DateOnly asOf, DateOnly? knownAt)
    {
        var (sum, text) = (0m, "");
        foreach (var from in quota.CarriedFrom.Where(from => from.Period.To <= asOf))
        {
            var left = LastEvent(from, asOf, knownAt) is { } last ? last.Status == QuotaStatus.Exhausted ? 0m : last.Balance : null;
            sum += left ?? 0m;
            text += left is { } unused ? $", {quota.Say(unused)} of them carried over from {from.Id}" : $"; what {from.Id} left is not published, so that nothing of it is carried over";
        }
        return (sum, text);
    }
}
