using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Feed.Neighbourhood;
using GeoGraph.Exposure.Mapping;
using GeoGraph.Exposure.MaximumFlow;
using GeoGraph.Exposure.Reliance;
using GeoGraph.Exposure.Structure;
using GeoGraph.Hosting.Wire;
using Grpc.Core;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure;

/// <summary>Questions of how much rests on whom, and of who stands between.</summary>
internal sealed partial class ExposureEndpoint
{
    private const int MaxActors = 1_000;

    public override async Task<Wire.GetRelianceResponse> GetReliance(Wire.GetRelianceRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var of = fields.Id("of_id", request.OfId);
        RequestFields.AtMost("on_ids", request.OnIds.Count, MaxActors);
        var on = fields.Ids("on_ids", request.OnIds);
        var question = await OpenAsync(fields, request, request.Question, context, () => GraphScope.AllUpstream(of, on));
        of = question.Dependent("of_id", of);
        on = Producers(question, "on_ids", on);
        fields.ThrowIfAny();
        return question.Answer(side => RelianceMapping.Answer(side, new RelianceQuestion(of, On: on.Count == 0 ? null : on)), RelianceMapping.Figures);
    }

    public override async Task<Wire.GetMaximumFlowResponse> GetMaximumFlow(Wire.GetMaximumFlowRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var of = fields.Id("of_id", request.OfId);
        RequestFields.AtMost("from_ids", request.FromIds.Count, MaxActors);
        var from = fields.Ids("from_ids", request.FromIds);
        var question = await OpenAsync(fields, request, request.Question, context, () => GraphScope.AllUpstream(of, from));
        of = question.Dependent("of_id", of);
        from = Producers(question, "from_ids", from);
        if (from.Contains(of))
            fields.Violations.Add("from_ids", of.Value, "goods come from others than the buyer");
        fields.ThrowIfAny();
        var sought = new MaximumFlowQuestion(of, NullIfEmpty(request.InputGroup), null, from);
        return question.Answer(side => MaximumFlowMapping.Answer(side, sought), MaximumFlowMapping.Figures);
    }

    public override async Task<Wire.ListReachResponse> ListReach(Wire.ListReachRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var of = fields.Id("of_id", request.OfId);
        var question = await OpenAsync(fields, request, request.Question, context, request.Downstream ? null : () => GraphScope.Upstream(of));
        of = question.Dependent("of_id", of);
        fields.ThrowIfAny();
        var direction = request.Downstream ? ReachDirection.Downstream : ReachDirection.Upstream;
        return question.Answer(side => StructureMapping.Reach(side, of, direction), StructureMapping.Figures);
    }

    public override async Task<Wire.ListBottlenecksResponse> ListBottlenecks(Wire.ListBottlenecksRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var of = fields.Id("of_id", request.OfId);
        var question = await OpenAsync(fields, request, request.Question, context, () => GraphScope.AllUpstream(of));
        of = question.Dependent("of_id", of);
        fields.ThrowIfAny();
        return question.Answer(side => StructureMapping.Bottlenecks(side, of), StructureMapping.Figures);
    }

    public override async Task<Wire.RankBrokersResponse> RankBrokers(Wire.RankBrokersRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var samples = request.Samples == 0 ? 0 : fields.Limit("samples", request.Samples, 0, BrokerQuestion.MostSamples);
        var question = await OpenAsync(fields, request, request.Question, context);
        return question.Answer(side => StructureMapping.Brokers(side, new BrokerQuestion(samples)), StructureMapping.Figures);
    }

    private static IReadOnlyList<EntityId> Producers(OpenedQuestion question, string field, IReadOnlyList<EntityId> ids) =>
        [.. ids.Select((id, i) => question.Actor(
            RequestFields.At(field, i), id, "who makes or passes on goods is a firm, a facility or a state", NodeKind.Firm, NodeKind.Facility, NodeKind.State))];
}
