using GeoGraph.Core;
using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Agreements.Mapping;

/// <summary>Events, claims and moments between the contract and the domain.</summary>
internal static class StatementMapping
{
    public static Event ToDomain(this Wire.Event wire, string at, RequestFields fields) => new()
    {
        Id = fields.Id($"{at}.id", wire.Id),
        Names = fields.ReadNames($"{at}.names", wire.Names),
        On = fields.RequiredDate($"{at}.on", wire.On),
        Until = fields.Date($"{at}.until", wire.Until),
        Precision = fields.Enum<Wire.DatePrecision, DatePrecision>($"{at}.precision", wire.Precision),
        Place = wire.Place,
        ParticipantIds = fields.Ids($"{at}.participant_ids", wire.ParticipantIds),
        SubjectIds = fields.Ids($"{at}.subject_ids", wire.SubjectIds),
        Summary = wire.Summary,
        Points = [.. wire.Points],
        Evidence = fields.ReadEvidence($"{at}.evidence", wire.Evidence),
    };

    public static Wire.Event ToWire(this Event happening) => new()
    {
        Id = happening.Id.Value,
        Names = { happening.Names.Select(name => name.ToWire()) },
        On = happening.On.ToWire(),
        Until = happening.Until?.ToWire(),
        Precision = (Wire.DatePrecision)happening.Precision,
        Place = happening.Place,
        ParticipantIds = { happening.ParticipantIds.Select(id => id.Value) },
        SubjectIds = { happening.SubjectIds.Select(id => id.Value) },
        Summary = happening.Summary,
        Points = { happening.Points },
        Evidence = happening.Evidence.ToWire(),
    };

    public static Claim ToDomain(this Wire.Claim wire, string at, RequestFields fields) => new()
    {
        Id = fields.Id($"{at}.id", wire.Id),
        SubjectId = fields.Id($"{at}.subject_id", wire.SubjectId),
        Predicate = wire.Predicate,
        ObjectIds = fields.Ids($"{at}.object_ids", wire.ObjectIds),
        Value = fields.Decimal($"{at}.value", wire.Value, DecimalText.Rule),
        ValueHigh = fields.Decimal($"{at}.value_high", wire.ValueHigh, DecimalText.Rule),
        Unit = wire.Unit,
        Text = wire.Text,
        Valid = fields.Period($"{at}.valid", wire.Valid),
        SpeakerId = fields.OptionalId($"{at}.speaker_id", wire.SpeakerId),
        SaidOn = fields.Date($"{at}.said_on", wire.SaidOn),
        Status = fields.Enum<Wire.ClaimStatus, ClaimStatus>($"{at}.status", wire.Status),
        ClashesWithIds = fields.Ids($"{at}.clashes_with_ids", wire.ClashesWithIds),
        Flag = wire.Flag,
        Formula = wire.Formula,
        Assumption = wire.Assumption,
        Evidence = fields.ReadEvidence($"{at}.evidence", wire.Evidence),
    };

    public static Wire.Claim ToWire(this Claim claim) => new()
    {
        Id = claim.Id.Value,
        SubjectId = claim.SubjectId.Value,
        Predicate = claim.Predicate,
        ObjectIds = { claim.ObjectIds.Select(id => id.Value) },
        Value = claim.Value.ToWire(),
        ValueHigh = claim.ValueHigh.ToWire(),
        Unit = claim.Unit,
        Text = claim.Text,
        Valid = claim.Valid.ToWire(),
        SpeakerId = claim.SpeakerId?.Value ?? "",
        SaidOn = claim.SaidOn?.ToWire(),
        Status = (Wire.ClaimStatus)claim.Status,
        ClashesWithIds = { claim.ClashesWithIds.Select(id => id.Value) },
        Flag = claim.Flag,
        Formula = claim.Formula,
        Assumption = claim.Assumption,
        Evidence = claim.Evidence.ToWire(),
    };

    public static Wire.Moment ToWire(this Moment moment) => new()
    {
        On = moment.On.ToWire(),
        RecordId = moment.RecordId.Value,
        Text = moment.Text,
        SourceIds = { moment.SourceIds },
    };
}
