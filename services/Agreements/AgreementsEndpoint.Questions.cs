using GeoGraph.Agreements.Mapping;
using GeoGraph.Agreements.Storage;
using GeoGraph.Core;
using GeoGraph.Hosting.Wire;
using Grpc.Core;
using Wire = GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Agreements;

/// <summary>Which agreements bind whom, who negotiated what, what happened when, what is claimed, which measures stand.</summary>
internal sealed partial class AgreementsEndpoint
{
    public override async Task<Wire.ListBindingsResponse> ListBindings(Wire.ListBindingsRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var page = ReadPage(request, request.PageToken, request.PageSize, request.Read, fields);
        var asOf = fields.RequiredDate("as_of", request.AsOf);
        var parties = fields.IdSet("party_ids", request.PartyIds);
        var graph = await OpenAsync(fields, page.Point, context);
        var bindings = graph.Bindings(parties, asOf, request.InForceOnly, page.AfterId(), context.CancellationToken);
        var found = await Stretch<Agreement>.TakeAsync(bindings, agreement => agreement.Id, page.Size, context.CancellationToken);
        return new Wire.ListBindingsResponse
        {
            Bindings = { found.Items.Select(agreement => QuestionMapping.ToBinding(agreement, asOf)) },
            NextPageToken = page.NextToken(graph.Revision, found.Next),
            RevisionToken = Token(graph),
        };
    }

    public override async Task<Wire.ListNegotiationsResponse> ListNegotiations(Wire.ListNegotiationsRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var page = ReadPage(request, request.PageToken, request.PageSize, request.Read, fields);
        var parties = fields.IdSet("party_ids", request.PartyIds);
        var negotiator = fields.OptionalId("negotiator_id", request.NegotiatorId);
        ValidPeriod? within = request.Within is null ? null : fields.Period("within", request.Within);
        var graph = await OpenAsync(fields, page.Point, context);
        var negotiations = graph.Negotiations(parties, negotiator, within, page.AfterId(), context.CancellationToken);
        var found = await Stretch<Negotiation>.TakeAsync(negotiations, negotiation => negotiation.Id, page.Size, context.CancellationToken);
        return new Wire.ListNegotiationsResponse
        {
            Negotiations = { found.Items.Select(NegotiationMapping.ToWire) },
            NextPageToken = page.NextToken(graph.Revision, found.Next),
            RevisionToken = Token(graph),
        };
    }

    public override async Task<Wire.ListTimelineResponse> ListTimeline(Wire.ListTimelineRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var page = ReadPage(request, request.PageToken, request.PageSize, request.Read, fields);
        var within = fields.Period("within", request.Within);
        var about = fields.IdSet("about_ids", request.AboutIds).ToHashSet();
        var graph = await OpenAsync(fields, page.Point, context);
        var moments = await graph.TimelineAsync(within, about, context.CancellationToken);
        var start = Math.Min(moments.Count, page.Offset());
        var end = Math.Min(moments.Count, start + page.Size);
        return new Wire.ListTimelineResponse
        {
            Moments = { moments.Take(start..end).Select(StatementMapping.ToWire) },
            NextPageToken = page.NextToken(graph.Revision, end < moments.Count ? end : null),
            RevisionToken = Token(graph),
        };
    }

    public override async Task<Wire.ListClaimsResponse> ListClaims(Wire.ListClaimsRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var page = ReadPage(request, request.PageToken, request.PageSize, request.Read, fields);
        var filter = QuestionMapping.ToFilter(request, fields);
        var graph = await OpenAsync(fields, page.Point, context);
        var claims = graph.Claims(filter, page.AfterId(), context.CancellationToken);
        var found = await Stretch<Claim>.TakeAsync(claims, claim => claim.Id, page.Size, context.CancellationToken);
        return new Wire.ListClaimsResponse
        {
            Claims = { found.Items.Select(StatementMapping.ToWire) },
            NextPageToken = page.NextToken(graph.Revision, found.Next),
            RevisionToken = Token(graph),
        };
    }

    public override async Task<Wire.ListMeasuresResponse> ListMeasures(Wire.ListMeasuresRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var page = ReadPage(request, request.PageToken, request.PageSize, request.Read, fields);
        var filter = QuestionMapping.ToFilter(request, fields);
        var graph = await OpenAsync(fields, page.Point, context);
        var measures = graph.Measures(filter, page.AfterId(), context.CancellationToken);
        var found = await Stretch<Measure>.TakeAsync(measures, measure => measure.Id, page.Size, context.CancellationToken);
        return new Wire.ListMeasuresResponse
        {
            Measures = { found.Items.Select(MeasureMapping.ToWire) },
            NextPageToken = page.NextToken(graph.Revision, found.Next),
            RevisionToken = Token(graph),
        };
    }
}
