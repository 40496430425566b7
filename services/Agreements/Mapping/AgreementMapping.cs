using GeoGraph.Core;
using GeoGraph.Hosting.Wire;
using static GeoGraph.Hosting.Wire.RequestFields;
using Wire = GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Agreements.Mapping;

/// <summary>Agreements between the contract and the domain.</summary>
internal static class AgreementMapping
{
    public static Agreement ToDomain(this Wire.Agreement wire, string at, RequestFields fields) => new()
    {
        Id = fields.Id($"{at}.id", wire.Id),
        Names = fields.ReadNames($"{at}.names", wire.Names),
        Kind = fields.Enum<Wire.AgreementKind, AgreementKind>($"{at}.kind", wire.Kind),
        Parties = [.. wire.Parties.Select((party, i) => Party(party, At($"{at}.parties", i), fields))],
        Steps = [.. wire.Steps.Select((step, i) => Step(step, At($"{at}.steps", i), fields))],
        Clauses = [.. wire.Clauses.Select((clause, i) => Clause(clause, At($"{at}.clauses", i), fields))],
        AmendsIds = fields.Ids($"{at}.amends_ids", wire.AmendsIds),
        BlocId = fields.OptionalId($"{at}.bloc_id", wire.BlocId),
        Summary = wire.Summary,
        Evidence = fields.ReadEvidence($"{at}.evidence", wire.Evidence),
    };

    public static Wire.Agreement ToWire(this Agreement agreement) => new()
    {
        Id = agreement.Id.Value,
        Names = { agreement.Names.Select(name => name.ToWire()) },
        Kind = (Wire.AgreementKind)agreement.Kind,
        Parties = { agreement.Parties.Select(party => new Wire.Party { PartyId = party.PartyId.Value, Bound = party.Bound.ToWire() }) },
        Steps =
        {
            agreement.Steps.Select(step => new Wire.StatusStep { On = step.On.ToWire(), Status = (Wire.AgreementStatus)step.Status, Evidence = step.Evidence.ToWire() }),
        },
        Clauses = { agreement.Clauses.Select(ToWire) },
        AmendsIds = { agreement.AmendsIds.Select(id => id.Value) },
        BlocId = agreement.BlocId?.Value ?? "",
        Summary = agreement.Summary,
        Evidence = agreement.Evidence.ToWire(),
    };

    private static Party Party(Wire.Party wire, string at, RequestFields fields) =>
        new(fields.Id($"{at}.party_id", wire.PartyId), fields.Period($"{at}.bound", wire.Bound));

    private static StatusStep Step(Wire.StatusStep wire, string at, RequestFields fields) => new(
        fields.RequiredDate($"{at}.on", wire.On),
        fields.Enum<Wire.AgreementStatus, AgreementStatus>($"{at}.status", wire.Status),
        fields.ReadEvidence($"{at}.evidence", wire.Evidence));

    private static Clause Clause(Wire.Clause wire, string at, RequestFields fields) => new()
    {
        Id = wire.Id,
        Kind = fields.Enum<Wire.ClauseKind, ClauseKind>($"{at}.kind", wire.Kind),
        Text = wire.Text,
        Authorities = [.. wire.Authorities],
        BeneficiaryId = fields.OptionalId($"{at}.beneficiary_id", wire.BeneficiaryId),
        Value = fields.Decimal($"{at}.value", wire.Value, DecimalText.Rule),
        Unit = wire.Unit,
        Valid = fields.Period($"{at}.valid", wire.Valid),
        Condition = wire.Condition,
        Evidence = fields.ReadEvidence($"{at}.evidence", wire.Evidence),
    };

    private static Wire.Clause ToWire(Clause clause) => new()
    {
        Id = clause.Id,
        Kind = (Wire.ClauseKind)clause.Kind,
        Text = clause.Text,
        Authorities = { clause.Authorities },
        BeneficiaryId = clause.BeneficiaryId?.Value ?? "",
        Value = clause.Value.ToWire(),
        Unit = clause.Unit,
        Valid = clause.Valid.ToWire(),
        Condition = clause.Condition,
        Evidence = clause.Evidence.ToWire(),
    };
}
