using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Agreements.Mapping;

/// <summary>Filters of questions, and answers that are no records.</summary>
internal static class QuestionMapping
{
    public static Wire.Binding ToBinding(Agreement agreement, DateOnly asOf) => new()
    {
        Agreement = agreement.ToWire(),
        Status = (Wire.AgreementStatus)agreement.StatusOn(asOf),
        StatusSince = agreement.StepOn(asOf)?.On.ToWire(),
        BoundIds = { agreement.BoundOn(asOf).Select(id => id.Value) },
    };

    public static ClaimFilter ToFilter(Wire.ListClaimsRequest request, RequestFields fields) => new()
    {
        SubjectIds = fields.IdSet("subject_ids", request.SubjectIds).ToHashSet(),
        ObjectIds = fields.IdSet("object_ids", request.ObjectIds).ToHashSet(),
        Predicate = request.Predicate,
        SpeakerId = fields.OptionalId("speaker_id", request.SpeakerId),
        FlaggedOnly = request.FlaggedOnly,
        SaidBy = fields.Date("said_by", request.SaidBy),
    };

    public static MeasureFilter ToFilter(Wire.ListMeasuresRequest request, RequestFields fields) => new()
    {
        ImposedById = fields.OptionalId("imposed_by_id", request.ImposedById),
        OriginId = fields.OptionalId("origin_id", request.OriginId),
        Code = fields.HsCode("hs", request.Hs),
        On = fields.Date("on", request.On),
        KnownAt = fields.Date("known_at", request.KnownAt),
        Authority = request.Authority,
    };
}
