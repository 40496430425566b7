using GeoGraph.Exposure.Mapping;
using GeoGraph.Exposure.Sea;
using GeoGraph.Hosting.Wire;
using Grpc.Core;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure;

/// <summary>Questions of the sea.</summary>
internal sealed partial class ExposureEndpoint
{
    private const int MaxClosed = 100;

    public override async Task<Wire.FindRouteResponse> FindRoute(Wire.FindRouteRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        RequestFields.AtMost("closed", request.Closed.Count, MaxClosed);
        foreach (var (field, end) in (ReadOnlySpan<(string, string)>)[("from", request.From), ("to", request.To)])
        {
            if (end.Length == 0)
                fields.Violations.Add(field, "", "a port is named by its UN/LOCODE, or an actor that has a main port");
        }
        var knots = fields.ReadKnots(request.SpeedKnots);
        var question = await OpenAsync(fields, request, RouteMapping.Dated(request.Question), context);
        var ends = RouteEnds.Read(question, request);
        fields.ThrowIfAny();
        return question.Answer(side => RouteMapping.Answer(side, request, ends, knots ?? Voyage.DefaultKnots), RouteMapping.Figures);
    }

    public override async Task<Wire.AssessClosureResponse> AssessClosure(Wire.AssessClosureRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        RequestFields.AtMost("chokepoint_ids", request.ChokepointIds.Count, MaxClosed);
        if (request.ChokepointIds.Count == 0)
            fields.Violations.Add("chokepoint_ids", "", "at least one chokepoint is shut");
        var shut = fields.Ids("chokepoint_ids", request.ChokepointIds);
        var of = fields.OptionalId("of_id", request.OfId);
        var terms = fields.ReadTerms(request);
        var question = await OpenAsync(fields, request, request.Question, context);
        shut = [.. shut.Select((id, i) => question.Chokepoint(RequestFields.At("chokepoint_ids", i), id)).Distinct()];
        of = of is { } dependent ? question.Dependent("of_id", dependent) : null;
        fields.ThrowIfAny();
        return question.Answer(side => ClosureMapping.Answer(side, terms with { Shut = shut, Of = of }), ClosureMapping.Figures);
    }
}
