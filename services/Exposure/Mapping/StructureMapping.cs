using GeoGraph.Core;
using GeoGraph.Exposure.Structure;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>Questions of reach, bottlenecks and brokers: called, and answered as the contract writes it.</summary>
internal static class StructureMapping
{
    public static Wire.ListReachResponse Reach(OpenedQuestion question, EntityId of, ReachDirection direction)
    {
        var answer = ReachMeasures.Of(question.View, of, direction, question.Limits, question.CancellationToken);
        var page = question.Cut([.. answer.Tiers.SelectMany(tier => tier.Nodes.Select(node => (tier.Tier, node)))]);
        var listed = page.Items.ToLookup(entry => entry.Tier, entry => entry.node.Value);
        return new Wire.ListReachResponse
        {
            Tiers = { answer.Tiers.Select(tier => new Wire.TierReach { Tier = tier.Tier, Actors = tier.Count, ActorIds = { listed[tier.Tier] } }) },
            Basis = question.ToBasis(answer.Basis.Measure, answer.Basis.Completeness, [], [], page.HasMore),
        };
    }

    public static Wire.ListBottlenecksResponse Bottlenecks(OpenedQuestion question, EntityId of)
    {
        var answer = BottleneckMeasures.Of(question.View, of, null, question.Limits, question.CancellationToken);
        var page = question.Cut(answer.Bottlenecks);
        string[] unknown = answer.Origins > 0 ? [] : [$"Nobody upstream of {of} is without inputs, so that no path of supply begins anywhere."];
        return new Wire.ListBottlenecksResponse
        {
            Bottlenecks =
            {
                page.Items.Select(bottleneck => new Wire.Bottleneck
                {
                    ActorId = bottleneck.Node.Value,
                    Tier = bottleneck.Tier,
                    BehindActors = bottleneck.Behind,
                    OnEveryPath = bottleneck.OnEveryPath,
                }),
            },
            Basis = question.ToBasis(
                answer.Basis.Measure, answer.Basis.Completeness, page.Items.SelectMany(bottleneck => bottleneck.Chain.Relations), unknown, page.HasMore),
        };
    }

    public static Wire.RankBrokersResponse Brokers(OpenedQuestion question, BrokerQuestion asked)
    {
        var answer = BrokerMeasures.Rank(question.View, asked, question.Limits, question.CancellationToken);
        var page = question.Cut(answer.Brokers);
        return new Wire.RankBrokersResponse
        {
            Brokers = { page.Items.Select(broker => new Wire.Broker { ActorId = broker.Node.Value, Betweenness = DecimalText.Print(broker.Betweenness) }) },
            Basis = question.ToBasis(
                answer.Basis.Measure, answer.Basis.Completeness, [], [], page.HasMore, ("samples", answer.Sources.ToString(null, null)), ("seed", asked.Seed.ToString(null, null))),
        };
    }

    /// <summary>How many at each tier, and who.</summary>
    public static IEnumerable<Figure> Figures(Wire.ListReachResponse answer) => answer.Tiers.SelectMany(tier => (IEnumerable<Figure>)
    [
        Figure.Count(Tier(tier.Tier), tier.Actors), .. tier.ActorIds.Select(id => Figure.Listed(Tier(tier.Tier), id)),
    ]);

    /// <summary>How many each has behind it.</summary>
    public static IEnumerable<Figure> Figures(Wire.ListBottlenecksResponse answer) =>
        answer.Bottlenecks.Select(bottleneck => Figure.Count($"{bottleneck.ActorId} / behind", bottleneck.BehindActors));

    /// <summary>The betweenness of each.</summary>
    public static IEnumerable<Figure> Figures(Wire.RankBrokersResponse answer) => answer.Brokers.Select(broker => new Figure(broker.ActorId, broker.Betweenness));

    private static string Tier(int tier) => string.Create(null, $"tier {tier}");
}
