using GeoGraph.Core;

namespace GeoGraph.Agreements.Storage;

/// <summary>
/// A stretch of answers in a stable order, and where to go on. Questions that filter beyond what the store indexes read on until the
/// page is full.
/// </summary>
internal sealed record Stretch<T>(IReadOnlyList<T> Items, EntityId? Next)
{
    /// <summary>The first <paramref name="limit"/> items, with the id of the last where more follow.</summary>
    public static async Task<Stretch<T>> TakeAsync(IAsyncEnumerable<T> items, Func<T, EntityId> idOf, int limit, CancellationToken cancellationToken)
    {
        var taken = new List<T>();
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            if (taken.Count == limit)
                return new Stretch<T>(taken, idOf(taken[^1]));
            taken.Add(item);
        }
        return new Stretch<T>(taken, null);
    }
}

/// <summary>The questions that this service answers beyond reading records.</summary>
internal static class RecordQuestions
{
    /// <summary>Agreements to which all of some actors are parties, with those in force only where asked.</summary>
    public static IAsyncEnumerable<Agreement> Bindings(
        this RecordGraph graph, IReadOnlyList<EntityId> parties, DateOnly asOf, bool inForceOnly, EntityId? after, CancellationToken cancellationToken) =>
        graph.AllAsync<Agreement>(parties.Take(1).ToList(), after, cancellationToken)
            .Where(agreement => parties.All(party => agreement.Parties.Any(entry => entry.PartyId == party && entry.Bound.Contains(asOf)))
                && (!inForceOnly || agreement.StatusOn(asOf) == AgreementStatus.InForce));

    /// <summary>Negotiations between all of some parties, with the rounds that touch a period and had a negotiator.</summary>
    public static IAsyncEnumerable<Negotiation> Negotiations(
        this RecordGraph graph, IReadOnlyList<EntityId> parties, EntityId? negotiator, ValidPeriod? within, EntityId? after, CancellationToken cancellationToken)
    {
        var about = parties.Take(1).ToList();
        if (about.Count == 0 && negotiator is { } person)
            about.Add(person);
        return graph.AllAsync<Negotiation>(about, after, cancellationToken)
            .Where(negotiation => parties.All(negotiation.PartyIds.Contains))
            .Select(negotiation => negotiation with { Rounds = [.. negotiation.Rounds.Where(round => Fits(round, negotiator, within))] })
            .Where(negotiation => negotiation.Rounds.Count > 0 || (negotiator is null && within is null));
    }

    /// <summary>Dated happenings within a period about any of some things, in order of date, then of record id, then of text.</summary>
    public static async Task<IReadOnlyList<Moment>> TimelineAsync(
        this RecordGraph graph, ValidPeriod within, IReadOnlyCollection<EntityId> about, CancellationToken cancellationToken)
    {
        var records = graph.HappeningsAsync<Event>(about, cancellationToken)
            .Concat(graph.HappeningsAsync<Negotiation>(about, cancellationToken))
            .Concat(graph.HappeningsAsync<Agreement>(about, cancellationToken));
        var moments = new List<Moment>();
        await foreach (var record in records.WithCancellation(cancellationToken))
        {
            if (about.Count == 0 || Moment.About(record).Any(about.Contains))
                moments.AddRange(Moment.Of(record).Where(moment => within.Contains(moment.On)));
        }
        return [.. moments.OrderBy(moment => moment.On).ThenBy(moment => moment.RecordId).ThenBy(moment => moment.Text, StringComparer.Ordinal)];
    }

    /// <summary>Measures that fit every filter given, in order of id.</summary>
    public static IAsyncEnumerable<Measure> Measures(this RecordGraph graph, MeasureFilter filter, EntityId? after, CancellationToken cancellationToken) =>
        graph.AllAsync<Measure>(filter.ImposedById is { } imposer ? [imposer] : [], after, cancellationToken).Where(filter.Fits);

    /// <summary>Claims that fit every filter given, with the clashes of both sides, in order of id.</summary>
    public static IAsyncEnumerable<Claim> Claims(this RecordGraph graph, ClaimFilter filter, EntityId? after, CancellationToken cancellationToken) =>
        graph.AllAsync<Claim>(filter.About, after, cancellationToken).WithClashes(graph).Where(filter.Fits);

    // What a happening is about is what its record refers to, or the record itself.
    private static IAsyncEnumerable<DatedRecord> HappeningsAsync<T>(
        this RecordGraph graph, IReadOnlyCollection<EntityId> about, CancellationToken cancellationToken)
        where T : DatedRecord
    {
        var referring = graph.AllAsync<T>(about, null, cancellationToken).Select(record => (DatedRecord)record);
        return about.Count == 0 ? referring : referring.Concat(graph.NamedAsync<T>(about, cancellationToken)).DistinctBy(record => record.Id);
    }

    private static bool Fits(Round round, EntityId? negotiator, ValidPeriod? within) =>
        (within is not { } period || period.Overlaps(round.Days))
        && (negotiator is not { } person || round.Negotiators.Any(entry => entry.PersonId == person));
}
