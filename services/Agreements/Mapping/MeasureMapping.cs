using GeoGraph.Hosting.Wire;
using static GeoGraph.Hosting.Wire.RequestFields;
using Wire = GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Agreements.Mapping;

/// <summary>Measures between the contract and the domain.</summary>
internal static class MeasureMapping
{
    public static Measure ToDomain(this Wire.Measure wire, string at, RequestFields fields) => new()
    {
        Id = fields.Id($"{at}.id", wire.Id),
        Title = wire.Title,
        ImposedById = fields.Id($"{at}.imposed_by_id", wire.ImposedById),
        Type = fields.Enum<Wire.MeasureType, MeasureType>($"{at}.type", wire.Type),
        Authority = wire.Authority,
        Heading = wire.Heading,
        LegalBasis = wire.LegalBasis,
        LegalBasisId = fields.OptionalId($"{at}.legal_basis_id", wire.LegalBasisId),
        ImplementsIds = fields.Ids($"{at}.implements_ids", wire.ImplementsIds),
        Goods = fields.Goods($"{at}.goods", wire.Goods),
        Origins = Origins($"{at}.origins", wire.Origins, fields),
        Duty = wire.Duty,
        Base = Base($"{at}.base", wire.Base, fields),
        Conditions = [.. wire.Conditions.Select((condition, i) => Condition(condition, At($"{at}.conditions", i), fields))],
        AnnouncedOn = fields.Date($"{at}.announced_on", wire.AnnouncedOn),
        Effective = fields.Period($"{at}.effective", wire.Effective),
        PublishedOn = fields.Date($"{at}.published_on", wire.PublishedOn),
        Collected = wire.Collected is null ? null : fields.Period($"{at}.collected", wire.Collected),
        Known = fields.Period($"{at}.known", wire.Known),
        Status = fields.Enum<Wire.MeasureStatus, MeasureStatus>($"{at}.status", wire.Status),
        ScenarioIds = [.. wire.ScenarioIds],
        VoidInScenarioIds = [.. wire.VoidInScenarioIds],
        Precedence = wire.Precedence,
        Evidence = fields.ReadEvidence($"{at}.evidence", wire.Evidence),
    };

    public static Wire.Measure ToWire(this Measure measure) => new()
    {
        Id = measure.Id.Value,
        Title = measure.Title,
        ImposedById = measure.ImposedById.Value,
        Type = (Wire.MeasureType)measure.Type,
        Authority = measure.Authority,
        Heading = measure.Heading,
        LegalBasis = measure.LegalBasis,
        LegalBasisId = measure.LegalBasisId?.Value ?? "",
        ImplementsIds = { measure.ImplementsIds.Select(id => id.Value) },
        Goods = measure.Goods.ToWire(),
        Origins = ToWire(measure.Origins),
        Duty = measure.Duty,
        Base = measure.Base == DutyBase.Default ? null : new Wire.DutyBase { Kind = (Wire.DutyBaseKind)measure.Base.Kind, Content = measure.Base.Content },
        Conditions = { measure.Conditions.Select(ToWire) },
        AnnouncedOn = measure.AnnouncedOn?.ToWire(),
        Effective = measure.Effective.ToWire(),
        PublishedOn = measure.PublishedOn?.ToWire(),
        Collected = measure.Collected?.ToWire(),
        Known = measure.Known.ToWire(),
        Status = (Wire.MeasureStatus)measure.Status,
        ScenarioIds = { measure.ScenarioIds },
        VoidInScenarioIds = { measure.VoidInScenarioIds },
        Precedence = measure.Precedence,
        Evidence = measure.Evidence.ToWire(),
    };

    private static OriginScope Origins(string at, Wire.OriginScope? wire, RequestFields fields) => wire is null
        ? OriginScope.All
        : new OriginScope { IncludeIds = fields.Ids($"{at}.include_ids", wire.IncludeIds), ExcludeIds = fields.Ids($"{at}.exclude_ids", wire.ExcludeIds) };

    private static Wire.OriginScope? ToWire(OriginScope origins) => origins.IncludeIds.Count + origins.ExcludeIds.Count == 0
        ? null
        : new Wire.OriginScope { IncludeIds = { origins.IncludeIds.Select(id => id.Value) }, ExcludeIds = { origins.ExcludeIds.Select(id => id.Value) } };

    private static DutyBase Base(string at, Wire.DutyBase? wire, RequestFields fields) =>
        wire is null ? DutyBase.Default : new DutyBase(fields.Enum<Wire.DutyBaseKind, DutyBaseKind>($"{at}.kind", wire.Kind), wire.Content);

    private static Condition Condition(Wire.Condition wire, string at, RequestFields fields) =>
        new([.. wire.AnyOf.Select((test, i) => Test(test, At($"{at}.any_of", i), fields))], wire.Reason);

    private static FactTest Test(Wire.FactTest wire, string at, RequestFields fields) => new(
        wire.Fact,
        fields.Enum<Wire.FactOperator, FactOperator>($"{at}.operator", wire.Operator),
        wire.Value,
        fields.Enum<Wire.WhenAbsent, WhenAbsent>($"{at}.when_absent", wire.WhenAbsent));

    private static Wire.Condition ToWire(Condition condition) => new()
    {
        AnyOf =
        {
            condition.AnyOf.Select(test => new Wire.FactTest
            {
                Fact = test.Fact,
                Operator = (Wire.FactOperator)test.Operator,
                Value = test.Value,
                WhenAbsent = (Wire.WhenAbsent)test.WhenAbsent,
            }),
        },
        Reason = condition.Reason,
    };
}
