using System.Text.Json.Serialization;
using GeoGraph.Core;

namespace GeoGraph.Actors;

/// <summary>Who or what takes part in trade, policy and supply.</summary>
internal sealed record Actor
{
    public EntityId Id { get; init; }

    [JsonIgnore]
    public ActorKind Kind => ActorKinds.Of(Id);

    /// <summary>Names by language, the preferred first; only a lane may have none.</summary>
    public IReadOnlyList<LocalName> Names { get; init; } = [];
    public string Description { get; init; } = "";

    /// <summary>When the actor exists.</summary>
    public ValidPeriod Valid { get; init; }
    public string IsoAlpha2 { get; init; } = "";
    public string IsoAlpha3 { get; init; } = "";
    public Coordinates? Coordinates { get; init; }
    public IReadOnlyList<HsCode> HsCodes { get; init; } = [];

    /// <summary>A producer's output in USD per year.</summary>
    public decimal? OutputUsdPerYear { get; init; }
    public IReadOnlyList<ActorAttribute> Attributes { get; init; } = [];
    public Evidence Evidence { get; init; } = Evidence.None;

    /// <summary>UN/LOCODE of the port that its flows are taken to use.</summary>
    public string MainPort { get; init; } = "";
    public IReadOnlyList<Stock> Stocks { get; init; } = [];

    /// <summary>How long a lost producer takes to come back, in days.</summary>
    public decimal? RecoveryDays { get; init; }

    /// <summary>UN/LOCODE of a facility that is a port.</summary>
    public string UnLocode { get; init; } = "";

    /// <summary>Where a lane runs, or the gate of a chokepoint: two points on its shores.</summary>
    public IReadOnlyList<Coordinates> Path { get; init; } = [];

    /// <summary>Labels of sea charts: the passage that a lane runs through, or those of the lanes that lie in a chokepoint.</summary>
    public IReadOnlyList<string> Passages { get; init; } = [];

    /// <summary>When this version was written; zero on one that is to be written.</summary>
    public Revision ChangedAt { get; init; }
}

/// <summary>A place in degrees, WGS 84.</summary>
internal sealed record Coordinates(decimal Latitude, decimal Longitude);

/// <summary>How many days a buyer's stock of an input group meets full demand.</summary>
internal sealed record Stock(string InputGroup, decimal Days);

/// <summary>A number or text about an actor that no relation carries.</summary>
internal sealed record ActorAttribute
{
    /// <summary>In snake case.</summary>
    public string Name { get; init; } = "";

    /// <summary>Decimal text where there is a unit, else any text.</summary>
    public string Value { get; init; } = "";
    public string Unit { get; init; } = "";

    /// <summary>The other thing that the number is about, as the partner of a balance.</summary>
    public EntityId? AboutId { get; init; }
    public ValidPeriod Valid { get; init; }
    public Evidence Evidence { get; init; } = Evidence.None;
}
