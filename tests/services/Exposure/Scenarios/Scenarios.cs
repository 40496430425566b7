using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.ServiceTests.Exposure;

/// <summary>Scenarios in few words.</summary>
internal static class Scenarios
{
    public static Scenario Of(string name, params ScenarioChange[] changes) => new() { Name = name, Changes = { changes } };

    public static ScenarioChange Close(string chokepoint) => new() { CloseChokepoint = new() { ChokepointId = "chokepoint:" + chokepoint } };

    public static ScenarioChange Adjust(string relation, Action<RelationAdjustment> set)
    {
        var adjustment = new RelationAdjustment { RelationId = relation };
        set(adjustment);
        return new ScenarioChange { AdjustRelation = adjustment };
    }

    public static Relation Supply(string from, string to, string group, string value) => new()
    {
        Id = $"supplies:{from[(from.IndexOf(':') + 1)..]}-{to[(to.IndexOf(':') + 1)..]}",
        Type = RelationType.Supplies,
        FromId = from,
        ToId = to,
        ProductId = SmallWorld.Chip,
        InputGroup = group,
        ValueUsdPerYear = value,
    };
}
