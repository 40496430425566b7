using GeoGraph.Actors.Mapping;
using GeoGraph.Actors.Storage;
using GeoGraph.Core.Graph;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Server;
using GeoGraph.Hosting.Wire;
using Grpc.Core;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Actors;

/// <summary>The RPCs of the actors service: reads here, writes and streams in the other parts.</summary>
internal sealed partial class ActorsEndpoint(ActorGraph graph, Draining draining) : Wire.ActorService.ActorServiceBase
{
    public override async Task<Wire.GetActorResponse> GetActor(Wire.GetActorRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var id = fields.Id("id", request.Id);
        var view = await OpenAsync(fields, request.Read, context);
        var actor = await view.FindAsync(id, context.CancellationToken);
        return new() { Actor = ActorsMapping.ToWire(actor), RevisionToken = ActorsMapping.Token(view.Revision) };
    }

    public override async Task<Wire.ListActorsResponse> ListActors(Wire.ListActorsRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var kinds = fields.ReadKinds("kinds", request.Kinds);
        var asOf = fields.Date("as_of", request.AsOf);
        var list = ListPage.Read(fields, ServiceNames.Actors, request, request.PageToken, request.PageSize, request.Read);
        var view = await OpenAsync(fields, list.Point, context);
        var page = await view.ListAsync(kinds, asOf, list.AfterId(), list.Size, context.CancellationToken);
        var response = new Wire.ListActorsResponse { NextPageToken = list.NextToken(view.Revision, page.Next), RevisionToken = ActorsMapping.Token(view.Revision) };
        response.Actors.Add(page.Items.Select(ActorsMapping.ToWire));
        return response;
    }

    public override async Task<Wire.SearchActorsResponse> SearchActors(Wire.SearchActorsRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var text = fields.ReadSearchText("text", request.Text);
        var kinds = fields.ReadKinds("kinds", request.Kinds);
        var limit = fields.Limit("limit", request.Limit, 50, 1000);
        var view = await OpenAsync(fields, request.Read, context);
        var response = new Wire.SearchActorsResponse { RevisionToken = ActorsMapping.Token(view.Revision) };
        response.Hits.Add((await view.SearchAsync(text, kinds, limit, context.CancellationToken)).Select(ActorsMapping.ToWire));
        return response;
    }

    public override async Task<Wire.ListRelationsResponse> ListRelations(Wire.ListRelationsRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var filter = fields.ReadFilter(request);
        var list = ListPage.Read(fields, ServiceNames.Actors, request, request.PageToken, request.PageSize, request.Read);
        var view = await OpenAsync(fields, list.Point, context);
        var page = await view.ListRelationsAsync(filter, list.AfterId(), list.Size, context.CancellationToken);
        var response = new Wire.ListRelationsResponse { NextPageToken = list.NextToken(view.Revision, page.Next), RevisionToken = ActorsMapping.Token(view.Revision) };
        response.Relations.Add(page.Items.Select(ActorsMapping.ToWire));
        return response;
    }

    public override async Task<Wire.ListCommitmentsResponse> ListCommitments(Wire.ListCommitmentsRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var towards = fields.Id("towards_id", request.TowardsId);
        var asOf = fields.RequiredDate("as_of", request.AsOf);
        if (!Enum.IsDefined(request.Obligation))
            fields.Violations.Add("obligation", request.Obligation.ToString(), "an obligation is one of the contract's");
        var view = await OpenAsync(fields, request.Read, context);
        var commitments = await view.CommitmentsAsync(towards, (Obligation)request.Obligation, asOf, context.CancellationToken);
        return AnswerMapping.ToWire(commitments, view.Revision);
    }

    public override async Task<Wire.GetNeighbourhoodResponse> GetNeighbourhood(Wire.GetNeighbourhoodRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var query = fields.ReadWalk(request);
        var view = await OpenAsync(fields, request.Read, context);
        return AnswerMapping.ToWire(await view.WalkAsync(query, context.CancellationToken), view.Revision);
    }

    private Task<ActorView> OpenAsync(RequestFields fields, Contracts.Common.V1.ReadOptions? read, ServerCallContext context) =>
        OpenAsync(fields, fields.Read(read, ServiceNames.Actors), context);

    private async Task<ActorView> OpenAsync(RequestFields fields, ReadPoint point, ServerCallContext context)
    {
        fields.ThrowIfAny();
        return await graph.OpenAsync(point, context.Deadline, context.CancellationToken);
    }
}
