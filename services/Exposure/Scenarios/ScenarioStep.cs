using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Scenarios;

/// <summary>A change of the graph that is assumed and never stored.</summary>
/// <param name="Name">What a person calls it; never empty.</param>
/// <param name="Steps">What it changes, in order; no two change one thing differently.</param>
internal sealed record Scenario(string Name, IReadOnlyList<ScenarioStep> Steps);

/// <summary>One change of the graph.</summary>
/// <param name="Field">Path of the change in the request, for what it breaks.</param>
internal abstract record ScenarioStep(string Field)
{
    /// <summary>The things that it names, beside those that it puts.</summary>
    public abstract IEnumerable<EntityId> Names { get; }
}

/// <summary>Adds a node, or takes the place of the one of its id.</summary>
internal sealed record PutNodeStep(string Field, NodeRow Row) : ScenarioStep(Field)
{
    public override IEnumerable<EntityId> Names => [Row.Id];
}

/// <summary>Adds a relation, or takes the place of the one of its id.</summary>
internal sealed record PutRelationStep(string Field, RelationRow Row) : ScenarioStep(Field)
{
    public override IEnumerable<EntityId> Names => [Row.From, Row.To, .. Row.Transits.Select(transit => transit.Chokepoint)];
}

/// <summary>Takes a node away with its relations, or a relation.</summary>
internal sealed record RemoveStep(string Field, EntityId Id) : ScenarioStep(Field)
{
    public override IEnumerable<EntityId> Names => [Id];
}

/// <summary>Changes numbers of a node; what is null stays.</summary>
internal sealed record AdjustNodeStep(string Field, EntityId Id) : ScenarioStep(Field)
{
    public override IEnumerable<EntityId> Names => [Id];

    /// <summary>Output in USD per year.</summary>
    public decimal? OutputUsdPerYear { get; init; }

    /// <summary>Days of recovery.</summary>
    public decimal? RecoveryDays { get; init; }

    /// <summary>Stocks that take the place of those of the same input groups.</summary>
    public IReadOnlyList<StockRow> Stocks { get; init; } = [];

    /// <summary>The row changed.</summary>
    public NodeRow Change(NodeRow row) => row with
    {
        OutputUsdPerYear = OutputUsdPerYear ?? row.OutputUsdPerYear,
        RecoveryDays = RecoveryDays ?? row.RecoveryDays,
        Stocks = [.. row.Stocks.Where(kept => Stocks.All(stock => stock.InputGroup != kept.InputGroup)), .. Stocks],
    };
}

/// <summary>Changes numbers of a relation; what is null stays.</summary>
internal sealed record AdjustRelationStep(string Field, EntityId Id) : ScenarioStep(Field)
{
    public override IEnumerable<EntityId> Names => [Id];

    /// <summary>Value in USD per year.</summary>
    public decimal? ValueUsdPerYear { get; init; }

    /// <summary>Share, 0 to 1.</summary>
    public decimal? Share { get; init; }

    /// <summary>Capacity in USD per year.</summary>
    public decimal? CapacityUsdPerYear { get; init; }

    /// <summary>What value and capacity are multiplied by, 0 to 1000; excludes both.</summary>
    public decimal? Factor { get; init; }

    /// <summary>The row changed.</summary>
    public RelationRow Change(RelationRow row) => row with
    {
        ValueUsdPerYear = ValueUsdPerYear ?? row.ValueUsdPerYear * (Factor ?? 1m),
        CapacityUsdPerYear = CapacityUsdPerYear ?? row.CapacityUsdPerYear * (Factor ?? 1m),
        Share = Share ?? row.Share,
    };
}

/// <summary>Shuts a passage, for this scenario and those after it.</summary>
/// <param name="Field">Path of the change.</param>
/// <param name="Chokepoint">The passage.</param>
/// <param name="NoRerouting">True where what passes is lost even where another way is open.</param>
internal sealed record CloseStep(string Field, EntityId Chokepoint, bool NoRerouting) : ScenarioStep(Field)
{
    public override IEnumerable<EntityId> Names => [Chokepoint];
}
