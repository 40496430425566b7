using GeoGraph.Exposure.CutSets;
using GeoGraph.Exposure.Feed.Neighbourhood;
using GeoGraph.Exposure.Mapping;
using GeoGraph.Hosting.Wire;
using Grpc.Core;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure;

/// <summary>Questions of what breaks when something goes wrong.</summary>
internal sealed partial class ExposureEndpoint
{
    private const int DefaultSetSize = 2;
    private const int MaxSetSize = 4;

    public override async Task<Wire.AssessDisruptionResponse> AssessDisruption(Wire.AssessDisruptionRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var shock = fields.ReadShock("shock", request.Shock);
        RequestFields.AtMost("of_ids", request.OfIds.Count, MaxActors);
        var of = fields.Ids("of_ids", request.OfIds);
        var question = await OpenAsync(fields, request, request.Question, context);
        shock = shock with
        {
            Removed = Producers(question, "shock.removed_ids", shock.Removed),
            Closed = [.. shock.Closed.Select((id, i) => question.Chokepoint(RequestFields.At("shock.closed_chokepoint_ids", i), id))],
            Linear = Producers(question, "shock.linear_ids", shock.Linear),
        };
        of = Producers(question, "of_ids", of);
        fields.ThrowIfAny();
        return question.Answer(side => DisruptionMapping.Answer(side, shock, of, request.Upstream), DisruptionMapping.Figures);
    }

    public override async Task<Wire.RankDisruptionsResponse> RankDisruptions(Wire.RankDisruptionsRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var of = fields.OptionalId("of_id", request.OfId);
        var question = await OpenAsync(fields, request, request.Question, context);
        of = of is { } target ? question.Dependent("of_id", target) : null;
        fields.ThrowIfAny();
        return question.Answer(side => RankingMapping.Answer(side, of), RankingMapping.Figures);
    }

    public override async Task<Wire.ListCutSetsResponse> ListCutSets(Wire.ListCutSetsRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var of = fields.Id("of_id", request.OfId);
        var size = fields.Limit("max_size", request.MaxSize, DefaultSetSize, MaxSetSize);
        var question = await OpenAsync(fields, request, request.Question, context, () => GraphScope.AllUpstream(of));
        of = question.Dependent("of_id", of);
        fields.ThrowIfAny();
        return question.Answer(side => CutSetMapping.Answer(side, of, CutSetLimits.Default with { MaxSize = size }), CutSetMapping.Figures);
    }
}
