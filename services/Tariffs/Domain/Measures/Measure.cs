using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>
/// A duty, preference, control or fee that an importer (or exporter) imposes on goods by origin, for a time. The same
/// fields as the message <c>geograph.agreements.v1.Measure</c>.
/// </summary>
internal sealed record Measure
{
    /// <summary>The id, as <c>measure:us-ieepa-reciprocal-tw</c>.</summary>
    public required EntityId Id { get; init; }

    /// <summary>The name for a person.</summary>
    public string Title { get; init; } = "";

    /// <summary>The state or bloc that imposes it.</summary>
    public required EntityId ImposedById { get; init; }

    /// <summary>What it does to an entry.</summary>
    public required MeasureType Type { get; init; }

    /// <summary>The family that stacking rules and precedence speak of, as <c>us-s232-autos</c>.</summary>
    public string Authority { get; init; } = "";

    /// <summary>The tariff heading that carries it, as <c>9903.02.60</c>; empty where none does.</summary>
    public string Heading { get; init; } = "";

    /// <summary>The act in its usual citation; may be empty.</summary>
    public string LegalBasis { get; init; } = "";

    /// <summary>The agreement record of that act; may be empty.</summary>
    public string LegalBasisId { get; init; } = "";

    /// <summary>The agreements that it carries out, as the deal whose rate it is; it ends with any of them.</summary>
    public IReadOnlyList<EntityId> ImplementsIds { get; init; } = [];

    /// <summary>What goods it covers.</summary>
    public GoodsScope Goods { get; init; } = GoodsScope.All;

    /// <summary>What origins it covers.</summary>
    public OriginScope Origins { get; init; } = OriginScope.All;

    /// <summary>The duty expression; empty for types that bear none.</summary>
    public string Duty { get; init; } = "";

    /// <summary>What the duty is charged on.</summary>
    public DutyBase Base { get; init; } = DutyBase.Unspecified;

    /// <summary>All must hold for it to apply.</summary>
    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    /// <summary>When it was announced; null where unknown.</summary>
    public DateOnly? AnnouncedOn { get; init; }

    /// <summary>When entries owe it.</summary>
    public ValidPeriod Effective { get; init; }

    /// <summary>When the act was published; null where unknown.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>When it was in fact collected; null means as <see cref="Effective"/>.</summary>
    public ValidPeriod? Collected { get; init; }

    /// <summary>When this version of the law was the one that people knew; without a beginning, or null, since <see cref="AnnouncedOn"/>.</summary>
    public ValidPeriod? Known { get; init; }

    /// <summary>How far it is law.</summary>
    public MeasureStatus Status { get; init; } = MeasureStatus.Law;

    /// <summary>The scenarios in which it applies where it is not law.</summary>
    public IReadOnlyList<string> ScenarioIds { get; init; } = [];

    /// <summary>The scenarios in which it does not apply.</summary>
    public IReadOnlyList<string> VoidInScenarioIds { get; init; } = [];

    /// <summary>Within one authority the highest that applies stays alone.</summary>
    public int Precedence { get; init; }

    /// <summary>Ids (or citations) of the sources that it rests on, most direct first.</summary>
    public IReadOnlyList<string> SourceIds { get; init; } = [];
}
