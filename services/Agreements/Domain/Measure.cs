using GeoGraph.Core;

namespace GeoGraph.Agreements;

/// <summary>A duty, preference, control or fee that a state or bloc imposes on goods by origin, for a time.</summary>
internal sealed record Measure : DatedRecord
{
    public string Title { get; init; } = "";
    public EntityId ImposedById { get; init; }
    public MeasureType Type { get; init; }

    /// <summary>The family that stacking rules speak of, as us-ieepa-reciprocal.</summary>
    public string Authority { get; init; } = "";
    public string Heading { get; init; } = "";
    public string LegalBasis { get; init; } = "";
    public EntityId? LegalBasisId { get; init; }

    /// <summary>The agreements that it carries out, as the deal whose rate it is; it ends with any of them.</summary>
    public IReadOnlyList<EntityId> ImplementsIds { get; init; } = [];
    public GoodsScope Goods { get; init; } = GoodsScope.All;
    public OriginScope Origins { get; init; } = OriginScope.All;

    /// <summary>The duty expression as text; the tariffs service reads it.</summary>
    public string Duty { get; init; } = "";
    public DutyBase Base { get; init; } = DutyBase.Default;
    public IReadOnlyList<Condition> Conditions { get; init; } = [];
    public DateOnly? AnnouncedOn { get; init; }
    public ValidPeriod Effective { get; init; }
    public DateOnly? PublishedOn { get; init; }

    /// <summary>When it was in fact collected; null where as effective.</summary>
    public ValidPeriod? Collected { get; init; }

    /// <summary>When this version of the law was the one that people knew.</summary>
    public ValidPeriod Known { get; init; }
    public MeasureStatus Status { get; init; }
    public IReadOnlyList<string> ScenarioIds { get; init; } = [];
    public IReadOnlyList<string> VoidInScenarioIds { get; init; } = [];
    public int Precedence { get; init; }

    /// <summary>True where this version was known on a date; without a date, where it is the settled one.</summary>
    public bool IsKnown(DateOnly? knownAt) => knownAt is { } date ? Known.Contains(date) : Known.To is null;
}

internal enum MeasureType
{
    Unspecified,
    ThirdCountryDuty,
    PenalDuty,
    TariffPreference,
    AdditionalDuty,
    Suspension,
    Prohibition,
    ExportControl,
    Fee,
    Tax,
    BoundRate,
}

internal enum MeasureStatus { Unspecified, Law, Agreed, Proposed, Threatened }

/// <summary>Which goods a measure covers: prefixes, ranges of prefixes and lists; an exclusion wins.</summary>
internal sealed record GoodsScope
{
    public static readonly GoodsScope All = new();

    public IReadOnlyList<CodeRange> Include { get; init; } = [];
    public IReadOnlyList<CodeRange> Exclude { get; init; } = [];
    public IReadOnlyList<EntityId> IncludeListIds { get; init; } = [];
    public IReadOnlyList<EntityId> ExcludeListIds { get; init; } = [];

    /// <summary>
    /// True where the goods may include the code as far as prefixes and ranges say: a code beneath or above something included, and not
    /// beneath something excluded. Lists may include any code.
    /// </summary>
    public bool MayInclude(HsCode code) =>
        !Exclude.Any(range => range.Covers(code))
        && ((Include.Count == 0 && IncludeListIds.Count == 0) || IncludeListIds.Count > 0 || Include.Any(range => range.Touches(code)));
}

internal sealed record OriginScope
{
    public static readonly OriginScope All = new();

    public IReadOnlyList<EntityId> IncludeIds { get; init; } = [];
    public IReadOnlyList<EntityId> ExcludeIds { get; init; } = [];
}

internal enum DutyBaseKind { Unspecified, FullValue, ContentValue, RemainingValue, DutyInclusive, ValueLessShare }

internal sealed record DutyBase(DutyBaseKind Kind, string Content)
{
    public static readonly DutyBase Default = new(DutyBaseKind.Unspecified, "");
}

/// <summary>Holds where one of its tests does; the reason is given where none does.</summary>
internal sealed record Condition(IReadOnlyList<FactTest> AnyOf, string Reason);

internal enum FactOperator { Unspecified, Equals, NotEquals, Less, AtMost, Greater, AtLeast, OneOf }

internal enum WhenAbsent { Unspecified, Unknown, Holds, Fails }

internal sealed record FactTest(string Fact, FactOperator Operator, string Value, WhenAbsent WhenAbsent);
