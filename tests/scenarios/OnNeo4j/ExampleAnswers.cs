using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Common.V1;
using GeoGraph.Contracts.Exposure.V1;
using GeoGraph.Scenarios.Facts;

namespace GeoGraph.Scenarios.OnNeo4j;

/// <summary>What the services answer to the questions of the README, a row as one text with bars between its values.</summary>
internal static partial class ExampleAnswers
{
    private const string Day = "2026-03-02";
    private const int Tiers = 9;
    private static readonly ReadOptions s_first = new() { Exact = "actors=1" };

    private static readonly Func<Session, Task<IEnumerable<string>>>[] s_answers =
    [
        DependentsAsync, SuppliersByTierAsync, SharedAsync, PassingAsync, SingleSourcesAsync, TreatiesAsync, DefendersAsync, ForumsAsync, MeasuresOfDealAsync, ClashesAsync, RestingAsync, ChineseNameAsync,
        ChangesAsync, EarlierAsync, FormerIdsAsync, GoneAsync, PlantsAsync, ControlsAsync, QuarterAsync, MeasuresOnTaiwanAsync,
    ];

    /// <summary>The answer to a question by its number.</summary>
    public static Func<Session, Task<IEnumerable<string>>> Of(int number) => s_answers[number - 1];

    private static Question Asked(Session session) => new() { AsOf = FactCheck.DayOf(Day), MaxTiers = Tiers, Limit = 10_000, Read = session.Read };

    private static async Task<IEnumerable<string>> DependentsAsync(Session session)
    {
        var answer = await session.Exposure.ListChokepointExposuresAsync(new() { ChokepointId = "chokepoint:taiwan-strait", Question = Asked(session) });
        // A chain has a relation a tier.
        var dependents = answer.Exposures.SelectMany(exposure => exposure.Chains.Select(chain => (exposure.DependentId, Tier: chain.RelationIds.Count))).GroupBy(met => met.DependentId, met => met.Tier).ToList();
        var names = await NamesAsync(session, dependents.Select(dependent => dependent.Key));
        return dependents.Select(dependent => $"{dependent.Key} | {names[dependent.Key]} | {dependent.Min()}");
    }

    private static async Task<IEnumerable<string>> SuppliersByTierAsync(Session session) =>
        (await ReachAsync(session, "firm:lockheed-martin")).Select(tier => $"{tier.Tier} | [{string.Join(", ", tier.ActorIds)}]");

    private static async Task<IEnumerable<string>> SharedAsync(Session session)
    {
        var other = await ReachAsync(session, "firm:lockheed-martin");
        return from tier in await ReachAsync(session, "firm:nvidia")
               from id in tier.ActorIds
               from tierOfOther in other
               where tierOfOther.ActorIds.Contains(id)
               select $"{id} | {tier.Tier} | {tierOfOther.Tier}";
    }

    private static async Task<IEnumerable<TierReach>> ReachAsync(Session session, string of) =>
        (await session.Exposure.ListReachAsync(new() { OfId = of, Question = Asked(session) })).Tiers;

    private static async Task<IEnumerable<string>> PassingAsync(Session session) =>
        from flow in await RelationsAsync(session, request => request.RefersToIds.Add("chokepoint:taiwan-strait"))
        from transit in flow.Transits
        where transit.ChokepointId == "chokepoint:taiwan-strait"
        select $"{flow.Id} | {flow.ProductId} | {transit.Share} | {(transit.Inferred ? "true" : "false")}";

    private static async Task<IEnumerable<string>> SingleSourcesAsync(Session session) =>
        from flow in await RelationsAsync(session, request => request.Types_.Add(RelationType.Supplies))
        group flow.FromId by (flow.ToId, flow.InputGroup) into input
        where input.Distinct().Count() == 1
        select $"{input.Key.ToId} | {input.Key.InputGroup} | {input.First()}";

    private static async Task<IEnumerable<string>> DefendersAsync(Session session) =>
        (await CommitmentsAsync(session)).Commitments.Select(commitment => $"{commitment.BoundId} | {commitment.BlocId}");

    private static async Task<IEnumerable<string>> ForumsAsync(Session session)
    {
        var forums = (await session.Actors.ListCommitmentsAsync(new() { TowardsId = "state:JP", AsOf = FactCheck.DayOf("2026-01-01"), Read = session.Read })).NotBinding;
        var names = await NamesAsync(session, forums.Select(forum => forum.BlocId));
        return forums.Select(forum => $"{forum.BlocId} | {names[forum.BlocId]} | {forum.MemberIds.Count}");
    }

    private static async Task<ListCommitmentsResponse> CommitmentsAsync(Session session) => await session.Actors.ListCommitmentsAsync(
        new() { TowardsId = "state:JP", Obligation = Obligation.Defense, AsOf = FactCheck.DayOf("2026-01-01"), Read = session.Read });

    private static async Task<IEnumerable<string>> RestingAsync(Session session)
    {
        var actors = (await session.Actors.ListActorsAsync(new() { PageSize = 10_000, Read = session.Read })).Actors
            .Where(actor => actor.Evidence?.ClaimIds.Contains("claim:R23") == true || actor.Attributes.Any(attribute => attribute.Evidence?.ClaimIds.Contains("claim:R23") == true));
        var relations = await RelationsAsync(session, request => request.RefersToIds.Add("claim:R23"));
        return [.. actors.Select(actor => actor.Id), .. relations.Select(relation => relation.Id)];
    }

    private static async Task<IEnumerable<string>> ChineseNameAsync(Session session) =>
        (await session.Actors.SearchActorsAsync(new() { Text = "台積", Read = session.Read })).Hits.Select(hit => $"{hit.Actor.Id} | {hit.Actor.Names[0].Text}");

    private static async Task<IEnumerable<string>> PlantsAsync(Session session)
    {
        var owners = (await RelationsAsync(session, request => request.Types_.Add(RelationType.Owns))).ToLookup(owns => owns.ToId);
        return from place in await RelationsAsync(session, request => request.Types_.Add(RelationType.LocatedIn))
               where place.FromId.StartsWith("facility:", StringComparison.Ordinal)
               from owns in owners[place.FromId].DefaultIfEmpty()
               select $"{place.FromId} | {place.ToId} | {owns?.FromId} | {owns?.Share}";
    }

    private static async Task<IEnumerable<string>> ControlsAsync(Session session) =>
        from control in await RelationsAsync(session, request => request.Types_.Add(RelationType.Controls))
        select $"{control.FromId} | {control.ToId} | {control.Threshold} | [{string.Join(", ", control.ControlledTowardsIds)}]";

    private static async Task<IEnumerable<Relation>> RelationsAsync(Session session, Action<ListRelationsRequest> filter, ReadOptions? read = null)
    {
        var request = new ListRelationsRequest { PageSize = 10_000, Read = read ?? session.Read };
        filter(request);
        return (await session.Actors.ListRelationsAsync(request)).Relations;
    }

    private static async Task<Dictionary<string, string>> NamesAsync(Session session, IEnumerable<string> ids)
    {
        var names = new Dictionary<string, string>();
        foreach (var id in ids)
            names[id] = (await session.Actors.GetActorAsync(new() { Id = id, Read = session.Read })).Actor.Names[0].Text;
        return names;
    }
}
