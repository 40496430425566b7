using GeoGraph.Agreements.Mapping;
using GeoGraph.Agreements.Storage;
using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Server;
using GeoGraph.Hosting.Stores;
using GeoGraph.Hosting.Wire;
using Google.Protobuf;
using Grpc.Core;
using Wire = GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Agreements;

/// <summary>The agreements service over gRPC: reads here, the other calls in the files beside.</summary>
internal sealed partial class AgreementsEndpoint(
    [FromKeyedServices(ServiceNames.Agreements)] IGraphStore store, TimeProvider time, Draining draining) : Wire.AgreementService.AgreementServiceBase
{
    private const int MaxSearchHits = 1000;
    private const int DefaultSearchHits = 50;

    public override async Task<Wire.GetRecordResponse> GetRecord(Wire.GetRecordRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var id = fields.Id("id", request.Id);
        var graph = await OpenAsync(fields, fields.Read(request.Read, ServiceNames.Agreements), context);
        var record = await graph.GetAsync(id, context.CancellationToken);
        var complete = await graph.WithClashesAsync([record], context.CancellationToken);
        return new Wire.GetRecordResponse { Record = complete[0].ToWire(), RevisionToken = Token(graph) };
    }

    public override async Task<Wire.ListRecordsResponse> ListRecords(Wire.ListRecordsRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var page = ReadPage(request, request.PageToken, request.PageSize, request.Read, fields);
        var query = new NodeQuery
        {
            Labels = [.. RecordMapping.Labels("kinds", request.Kinds, fields)],
            RefersTo = [.. fields.IdSet("refers_to_ids", request.RefersToIds)],
            AsOf = fields.Date("as_of", request.AsOf),
            After = page.AfterId(),
            Limit = page.Size,
        };
        var graph = await OpenAsync(fields, page.Point, context);
        var found = await graph.ListAsync(query, context.CancellationToken);
        return new Wire.ListRecordsResponse
        {
            Records = { (await graph.WithClashesAsync(found.Items, context.CancellationToken)).Select(RecordMapping.ToWire) },
            NextPageToken = page.NextToken(graph.Revision, found.Next),
            RevisionToken = Token(graph),
        };
    }

    public override async Task<Wire.SearchRecordsResponse> SearchRecords(Wire.SearchRecordsRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var query = new NameQuery
        {
            Text = fields.ReadSearchText("text", request.Text),
            Labels = [.. RecordMapping.Labels("kinds", request.Kinds, fields)],
            Limit = fields.Limit("limit", request.Limit, DefaultSearchHits, MaxSearchHits),
        };
        var graph = await OpenAsync(fields, fields.Read(request.Read, ServiceNames.Agreements), context);
        var found = await graph.WithClashesAsync(await graph.SearchAsync(query, context.CancellationToken), context.CancellationToken);
        return new Wire.SearchRecordsResponse { Records = { found.Select(RecordMapping.ToWire) }, RevisionToken = Token(graph) };
    }

    private static string Token(RecordGraph graph) => RevisionToken.Of(ServiceNames.Agreements, graph.Revision).ToString();

    private static ListPage ReadPage(IMessage request, string pageToken, int pageSize, Contracts.Common.V1.ReadOptions? read, RequestFields fields) =>
        ListPage.Read(fields, ServiceNames.Agreements, request, pageToken, pageSize, read);

    /// <summary>Refuses the request where a field breaks its rule, else opens the graph at the point asked for, waited for within the deadline.</summary>
    private async Task<RecordGraph> OpenAsync(RequestFields fields, ReadPoint point, ServerCallContext context)
    {
        fields.ThrowIfAny();
        return new RecordGraph(await store.ReadWithinAsync(point, context.Deadline, time, context.CancellationToken));
    }
}
