using GeoGraph.Core;
using GeoGraph.Exposure.Tariffs;
using GeoGraph.Exposure.Views;
using Grpc.Core;

namespace GeoGraph.Exposure.Mapping;

/// <summary>The duty on one side of a change of supply; what cannot be said is null, with the reason.</summary>
/// <param name="Embedded">The duty embedded in one unit of output, the least that it can be.</param>
/// <param name="CostUsd">The value of the dependent's inputs with the duty on them, in USD per year.</param>
/// <param name="Unknown">What is not known, in sentences.</param>
internal sealed record SideDuties(decimal? Embedded, decimal? CostUsd, IReadOnlyList<string> Unknown)
{
    private const int MostUnknown = 1_000;

    /// <summary>Asks for the duties. Where tariffs does not answer, the change of supply is told without them.</summary>
    public static async Task<SideDuties> OfAsync(OpenedQuestion side, SupplyCone cone, IReadOnlyDictionary<EntityId, decimal> stated, SideRatesMapping rates)
    {
        FlowRates duties;
        try
        {
            duties = await rates.OfAsync(side, cone.Flows, stated);
        }
        catch (Exception silent) when (silent is RpcException { StatusCode: StatusCode.Unavailable } or GeoGraphException { Reason: ErrorReason.DependencyUnavailable })
        {
            return new SideDuties(null, null, ["no duty is known: the tariffs service does not answer"]);
        }
        try
        {
            var answer = EmbeddedTariffMeasures.Of(side.View, cone, duties, side.Limits, side.CancellationToken);
            return new SideDuties(answer.AtLeast, Cost(side.View, cone, duties), [.. answer.Unknown.Take(MostUnknown)]);
        }
        catch (GeoGraphException refused) when (refused.Reason == ErrorReason.DataMissing)
        {
            return new SideDuties(null, Cost(side.View, cone, duties), [refused.Message]);
        }
    }

    // Null where a value is not stated, or no rate can be given of what is worth something.
    private static decimal? Cost(GraphView view, SupplyCone cone, FlowRates duties)
    {
        decimal? cost = 0m;
        for (var i = cone.FirstIn[0]; i < cone.FirstIn[1]; i++)
            cost += view.Graph.Flows.Value(cone.Flows[i]) * (1m + duties.Of(cone.Flows[i]).AtLeast);
        return cost;
    }
}
