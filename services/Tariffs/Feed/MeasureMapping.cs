using static GeoGraph.Tariffs.Feed.LawMapping;
using Wire = GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Tariffs.Feed;

/// <summary>Measures from the contract.</summary>
internal static class MeasureMapping
{
    public static Measure ToDomain(Wire.Measure wire) => new()
    {
        Id = ReadId(wire.Id),
        Title = wire.Title,
        ImposedById = ReadId(wire.ImposedById),
        Type = TypeOf(wire),
        Authority = wire.Authority,
        Heading = wire.Heading,
        LegalBasis = wire.LegalBasis,
        LegalBasisId = wire.LegalBasisId,
        ImplementsIds = [.. wire.ImplementsIds.Select(ReadId)],
        Goods = ToDomain(wire.Goods),
        Origins = wire.Origins is null
            ? OriginScope.All
            : new OriginScope([.. wire.Origins.IncludeIds.Select(ReadId)], [.. wire.Origins.ExcludeIds.Select(ReadId)]),
        Duty = wire.Duty,
        Base = wire.Base is null ? DutyBase.Unspecified : new DutyBase(BaseOf(wire), wire.Base.Content),
        Conditions = [.. wire.Conditions.Select(condition => new Condition([.. condition.AnyOf.Select(test => ToDomain(wire.Id, test))], condition.Reason))],
        AnnouncedOn = ReadDate(wire.AnnouncedOn),
        Effective = ReadPeriod(wire.Effective),
        PublishedOn = ReadDate(wire.PublishedOn),
        Collected = ReadOptionalPeriod(wire.Collected),
        Known = ReadOptionalPeriod(wire.Known),
        Status = StatusOf(wire),
        ScenarioIds = [.. wire.ScenarioIds],
        VoidInScenarioIds = [.. wire.VoidInScenarioIds],
        Precedence = wire.Precedence,
        SourceIds = SourcesOf(wire.Evidence),
    };

    /// <summary>A scope of goods; all where absent.</summary>
    public static GoodsScope ToDomain(Wire.GoodsScope? wire) => wire is null
        ? GoodsScope.All
        : new GoodsScope([.. wire.Include], [.. wire.Exclude], [.. wire.IncludeListIds], [.. wire.ExcludeListIds]);

    /// <summary>The names of what something rests on, each once.</summary>
    public static IReadOnlyList<string> SourcesOf(Contracts.Common.V1.Evidence? evidence) =>
        [.. evidence?.Sources.Select(Name).Where(name => name.Length > 0).Distinct() ?? []];

    private static string Name(Contracts.Common.V1.Source source) =>
        source.Citation.Length > 0 ? source.Citation : source.Title.Length > 0 ? source.Title : source.Id;

    private static MeasureType TypeOf(Wire.Measure wire) => wire.Type switch
    {
        Wire.MeasureType.ThirdCountryDuty => MeasureType.ThirdCountryDuty,
        Wire.MeasureType.PenalDuty => MeasureType.PenalDuty,
        Wire.MeasureType.TariffPreference => MeasureType.TariffPreference,
        Wire.MeasureType.AdditionalDuty => MeasureType.AdditionalDuty,
        Wire.MeasureType.Suspension => MeasureType.Suspension,
        Wire.MeasureType.Prohibition => MeasureType.Prohibition,
        Wire.MeasureType.ExportControl => MeasureType.ExportControl,
        Wire.MeasureType.Fee => MeasureType.Fee,
        Wire.MeasureType.Tax => MeasureType.Tax,
        Wire.MeasureType.BoundRate => MeasureType.BoundRate,
        _ => throw new InvalidDataException($"{wire.Id}: no measure type {wire.Type}."),
    };

    private static MeasureStatus StatusOf(Wire.Measure wire) => wire.Status switch
    {
        Wire.MeasureStatus.Unspecified or Wire.MeasureStatus.Law => MeasureStatus.Law,
        Wire.MeasureStatus.Agreed => MeasureStatus.Agreed,
        Wire.MeasureStatus.Proposed => MeasureStatus.Proposed,
        Wire.MeasureStatus.Threatened => MeasureStatus.Threatened,
        _ => throw new InvalidDataException($"{wire.Id}: no measure status {wire.Status}."),
    };

    private static DutyBaseKind BaseOf(Wire.Measure wire) => wire.Base.Kind switch
    {
        Wire.DutyBaseKind.Unspecified => DutyBaseKind.Unspecified,
        Wire.DutyBaseKind.FullValue => DutyBaseKind.FullValue,
        Wire.DutyBaseKind.ContentValue => DutyBaseKind.ContentValue,
        Wire.DutyBaseKind.RemainingValue => DutyBaseKind.RemainingValue,
        Wire.DutyBaseKind.DutyInclusive => DutyBaseKind.DutyInclusive,
        Wire.DutyBaseKind.ValueLessShare => DutyBaseKind.ValueLessShare,
        _ => throw new InvalidDataException($"{wire.Id}: no duty base {wire.Base.Kind}."),
    };

    private static FactTest ToDomain(string id, Wire.FactTest wire) => new(
        wire.Fact,
        wire.Operator switch
        {
            Wire.FactOperator.Equals => FactOperator.EqualTo,
            Wire.FactOperator.NotEquals => FactOperator.NotEqualTo,
            Wire.FactOperator.Less => FactOperator.Less,
            Wire.FactOperator.AtMost => FactOperator.AtMost,
            Wire.FactOperator.Greater => FactOperator.Greater,
            Wire.FactOperator.AtLeast => FactOperator.AtLeast,
            Wire.FactOperator.OneOf => FactOperator.OneOf,
            _ => throw new InvalidDataException($"{id}: no comparison {wire.Operator}."),
        },
        wire.Value,
        wire.WhenAbsent switch
        {
            Wire.WhenAbsent.Holds => WhenAbsent.Holds,
            Wire.WhenAbsent.Fails => WhenAbsent.Fails,
            _ => WhenAbsent.Unknown,
        });
}
