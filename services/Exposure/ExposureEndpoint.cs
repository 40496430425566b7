using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Concentration;
using GeoGraph.Exposure.Duties;
using GeoGraph.Exposure.Feed;
using GeoGraph.Exposure.Mapping;
using GeoGraph.Exposure.Scenarios;
using GeoGraph.Exposure.Sourcing;
using GeoGraph.Hosting.Wire;
using Google.Protobuf;
using Grpc.Core;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure;

/// <summary>The exposure service over gRPC.</summary>
internal sealed partial class ExposureEndpoint(GraphReads graphs, ScenarioGraphs scenarios, TariffRates tariffs, ActorNumbers numbers, TimeProvider time) : Wire.ExposureService.ExposureServiceBase
{
    private const int MaxBlocs = 1_000;

    public override async Task<Wire.ListChokepointExposuresResponse> ListChokepointExposures(
        Wire.ListChokepointExposuresRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var of = fields.OptionalId("of_id", request.OfId);
        var chokepoint = fields.OptionalId("chokepoint_id", request.ChokepointId);
        if (request.OfId.Length == 0 && request.ChokepointId.Length == 0)
            fields.Violations.Add("of_id", "", "who depends is named, or chokepoint_id is, or both");
        var question = await OpenAsync(fields, request, request.Question, context);
        of = of is { } dependent ? question.Dependent("of_id", dependent) : null;
        chokepoint = chokepoint is { } passage ? question.Chokepoint("chokepoint_id", passage) : null;
        fields.ThrowIfAny();
        return question.Answer(side => ExposureMapping.Chokepoints(side, of, chokepoint), ExposureMapping.Figures);
    }

    public override async Task<Wire.GetConcentrationResponse> GetConcentration(Wire.GetConcentrationRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var of = fields.Id("of_id", request.OfId);
        var by = fields.ReadLevel(request);
        RequestFields.AtMost("bloc_ids", request.BlocIds.Count, MaxBlocs);
        var blocs = fields.Ids("bloc_ids", request.BlocIds);
        var question = await OpenAsync(fields, request, request.Question, context);
        of = question.Dependent("of_id", of);
        blocs = [.. blocs.Select((bloc, i) => question.Bloc(RequestFields.At("bloc_ids", i), bloc))];
        fields.ThrowIfAny();
        var depth = request.LookThrough ? ConcentrationDepth.LookThrough : ConcentrationDepth.Direct;
        return question.Answer(side => ConcentrationMapping.Answer(side, of, NullIfEmpty(request.InputGroup), by, depth, blocs), ConcentrationMapping.Figures);
    }

    public override async Task<Wire.GetExposureResponse> GetExposure(Wire.GetExposureRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var of = fields.Id("of_id", request.OfId);
        var on = fields.Id("on_id", request.OnId);
        var question = await OpenAsync(fields, request, request.Question, context);
        of = question.Dependent("of_id", of);
        on = question.Target("on_id", on);
        fields.ThrowIfAny();
        return question.Answer(side => ExposureMapping.On(side, of, on), ExposureMapping.Figures);
    }

    public override async Task<Wire.ListSinglePointsResponse> ListSinglePoints(Wire.ListSinglePointsRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var of = fields.Id("of_id", request.OfId);
        var question = await OpenAsync(fields, request, request.Question, context);
        of = question.Dependent("of_id", of);
        fields.ThrowIfAny();
        return question.Answer(side => SinglePointMapping.Answer(side, of), SinglePointMapping.Figures);
    }

    public override async Task<Wire.ListAlternativesResponse> ListAlternatives(Wire.ListAlternativesRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var of = fields.Id("of_id", request.OfId);
        var product = fields.OptionalId("product_id", request.ProductId);
        var within = fields.OptionalId("within_bloc_id", request.WithinBlocId);
        if (request.InputGroup.Length == 0 == (request.ProductId.Length == 0))
            fields.Violations.Add("input_group", request.InputGroup, "either input_group or product_id is set");
        var question = await OpenAsync(fields, request, request.Question, context);
        of = question.Dependent("of_id", of);
        within = within is { } bloc ? question.Bloc("within_bloc_id", bloc) : null;
        product = product is { } good ? question.Product("product_id", good) : null;
        fields.ThrowIfAny();
        var sought = new SourcingQuestion(of, NullIfEmpty(request.InputGroup), within, Obligations.None) { Product = product };
        return question.Answer(side => AlternativeMapping.Answer(side, sought), AlternativeMapping.Figures);
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    /// <summary>Refuses the request where a field breaks its rule, else opens the graph at the state asked for, and the graph under the scenarios.</summary>
    private async Task<OpenedQuestion> OpenAsync(RequestFields fields, IMessage request, Wire.Question? question, ServerCallContext context)
    {
        var shared = fields.ReadQuestion(request, question);
        fields.ThrowIfAny();
        var graph = await graphs.OpenAsync(shared.Point, context.Deadline, context.CancellationToken);
        var ends = new AnswerDeadline(time, context.Deadline);
        if (shared.Scenarios.Graph.Count > 0)
        {
            var assumed = scenarios.Get(graph, shared.Scenarios.Graph, shared.Scenarios.Key, context.CancellationToken);
            var other = Side(assumed, ends.OfScenario) with { Assumed = shared.Scenarios };
            return Side(graph, ends.OfBaseline) with { Scenario = other };
        }
        return Side(graph, ends.OfAll);

        OpenedQuestion Side(LoadedGraph world, WorkEnd? end) => new(fields, world, world.At(shared.AsOf, shared.Evidence), shared.Limits with { End = end }, context.CancellationToken)
        {
            Request = request,
            Page = shared.Page,
        };
    }
}
