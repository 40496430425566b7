using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Concentration;
using GeoGraph.Exposure.Duties;
using GeoGraph.Exposure.Feed;
using GeoGraph.Exposure.Feed.Neighbourhood;
using GeoGraph.Exposure.Impacts;
using GeoGraph.Exposure.Mapping;
using GeoGraph.Exposure.Scenarios;
using GeoGraph.Exposure.Sourcing;
using GeoGraph.Hosting.Wire;
using Google.Protobuf;
using Grpc.Core;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure;

/// <summary>The exposure service over gRPC.</summary>
internal sealed partial class ExposureEndpoint(GraphReads graphs, ScenarioGraphs scenarios, TariffRates tariffs, ActorNumbers numbers, NeighbourhoodReads neighbourhoods, AgreementRecords agreements, ImpactWatch impacts, TimeProvider time) : Wire.ExposureService.ExposureServiceBase
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
        var question = await OpenAsync(fields, request, request.Question, context, of is null ? null : () => GraphScope.Upstream(of.Value, chokepoint));
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
        var question = await OpenAsync(fields, request, request.Question, context, () => GraphScope.Upstream(of, [.. blocs]));
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
        var question = await OpenAsync(fields, request, request.Question, context, () => GraphScope.Upstream(of, on));
        of = question.Dependent("of_id", of);
        on = question.Target("on_id", on);
        fields.ThrowIfAny();
        return question.Answer(side => ExposureMapping.On(side, of, on), ExposureMapping.Figures);
    }

    public override async Task<Wire.ListSinglePointsResponse> ListSinglePoints(Wire.ListSinglePointsRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var of = fields.Id("of_id", request.OfId);
        var question = await OpenAsync(fields, request, request.Question, context, () => GraphScope.AllUpstream(of));
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
    /// <param name="fields">Collects what is broken.</param>
    /// <param name="request">The request, with a field <c>question</c>.</param>
    /// <param name="question">Its question.</param>
    /// <param name="context">The call.</param>
    /// <param name="scope">What of the graph the question reads, where it is not held whole; null for all of it, which refuses the question there.</param>
    private async Task<OpenedQuestion> OpenAsync(
        RequestFields fields, IMessage request, Wire.Question? question, ServerCallContext context, Func<GraphScope>? scope = null)
    {
        var shared = fields.ReadQuestion(request, question);
        fields.ThrowIfAny();
        var ends = new AnswerDeadline(time, context.Deadline);
        var graph = await graphs.OpenAsync(shared.Point, context.Deadline, context.CancellationToken);
        ReadNeighbourhood? part = null;
        if (!graph.IsWhole)
        {
            var read = (scope ?? throw NeighbourhoodReads.NeedsWhole())().With(shared.Scenarios.Graph);
            part = await neighbourhoods.OpenAsync(read, shared.Limits.MaxTier, graph.Revision, context.Deadline, context.CancellationToken);
            graph = part.Loaded;
        }
        if (shared.Scenarios.Graph.Count == 0)
            return Side(graph, ends.OfAll);
        var assumed = part is null ? scenarios.Get(graph, shared.Scenarios.Graph, shared.Scenarios.Key, context.CancellationToken)
            : ScenarioRun.Apply(graph, shared.Scenarios.Graph, context.CancellationToken);
        return Side(graph, ends.OfBaseline) with { Scenario = Side(assumed, ends.OfScenario) with { Assumed = shared.Scenarios } };

        OpenedQuestion Side(LoadedGraph world, WorkEnd? end) => new(
            fields, world, world.At(shared.AsOf, shared.Evidence), (part?.Within(shared.Limits) ?? shared.Limits) with { End = end }, context.CancellationToken)
        {
            Request = request,
            Page = shared.Page,
            Part = part,
        };
    }
}
