using GeoGraph.Exposure.Impacts;
using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>Impacts as the contract writes them.</summary>
internal static class ImpactMapping
{
    public static Wire.WatchImpactsResponse ToWire(Impact impact) => new()
    {
        Impact = new Wire.Impact
        {
            RevisionToken = impact.State.ToString(),
            ChangedIds = { impact.Changed.Select(id => id.Value) },
            LandedCosts = { impact.Costs.Select(TariffShockMapping.ToWire) },
            Inputs = { impact.Inputs.Select(ToWire) },
            CaughtUp = impact.Changed.Count == 0,
        },
    };

    private static Wire.TouchedInput ToWire(TouchedInput input) => new()
    {
        ActorId = input.Buyer.Value,
        InputGroup = input.Group,
        RelationIds = { input.Flows.Select(id => id.Value) },
        ValueBeforeUsdPerYear = input.BeforeUsd.ToWire(),
        ValueAfterUsdPerYear = input.AfterUsd.ToWire(),
        DependentIds = { input.Dependents.Select(id => id.Value) },
    };
}
