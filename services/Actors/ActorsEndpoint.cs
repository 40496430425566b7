using GeoGraph.Actors.Mapping;
using GeoGraph.Actors.Storage;
using GeoGraph.Core;
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
        var size = fields.PageSize(request.PageSize);
        var (view, after) = await OpenPageAsync(fields, request, request.PageToken, request.Read, context);
        var page = await view.ListAsync(kinds, asOf, after, size, context.CancellationToken);
        var response = new Wire.ListActorsResponse { NextPageToken = NextToken(request, view, page.Next), RevisionToken = ActorsMapping.Token(view.Revision) };
        response.Actors.Add(page.Items.Select(ActorsMapping.ToWire));
        return response;
    }

    public override async Task<Wire.SearchActorsResponse> SearchActors(Wire.SearchActorsRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        RequestFields.AtMost("text", request.Text.Length, GraphLimits.MaxNameQueryLength);
        if (NameFolding.Fold(request.Text).Length == 0)
            fields.Violations.Add("text", request.Text, "a name to look for is not blank");
        var kinds = fields.ReadKinds("kinds", request.Kinds);
        var limit = fields.Limit("limit", request.Limit, 50, 1000);
        var view = await OpenAsync(fields, request.Read, context);
        var response = new Wire.SearchActorsResponse { RevisionToken = ActorsMapping.Token(view.Revision) };
        response.Hits.Add((await view.SearchAsync(request.Text, kinds, limit, context.CancellationToken)).Select(ActorsMapping.ToWire));
        return response;
    }

    public override async Task<Wire.ListRelationsResponse> ListRelations(Wire.ListRelationsRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var filter = fields.ReadFilter(request);
        var size = fields.PageSize(request.PageSize);
        var (view, after) = await OpenPageAsync(fields, request, request.PageToken, request.Read, context);
        var page = await view.ListRelationsAsync(filter, after, size, context.CancellationToken);
        var response = new Wire.ListRelationsResponse { NextPageToken = NextToken(request, view, page.Next), RevisionToken = ActorsMapping.Token(view.Revision) };
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

    private async Task<ActorView> OpenAsync(RequestFields fields, Contracts.Common.V1.ReadOptions? read, ServerCallContext context)
    {
        var point = fields.Read(read, ServiceNames.Actors);
        fields.ThrowIfAny();
        return await graph.OpenAsync(point, context.Deadline, context.CancellationToken);
    }

    // Later pages come from the first page's state, which the token carries.
    private async Task<(ActorView View, EntityId? After)> OpenPageAsync(
        RequestFields fields, Google.Protobuf.IMessage request, string pageToken, Contracts.Common.V1.ReadOptions? read, ServerCallContext context)
    {
        if (PageTokens.Read(request, pageToken) is not { } cursor)
            return (await OpenAsync(fields, read, context), null);
        fields.ThrowIfAny();
        if (cursor.State.For(ServiceNames.Actors) is not { } revision || !EntityId.TryParse(cursor.After, out var after))
            throw new GeoGraphException(ErrorReason.InvalidPageToken, "page_token is not one that this list gave.");
        return (await graph.OpenAsync(ReadPoint.Exact(revision), context.Deadline, context.CancellationToken), after);
    }

    private static string NextToken(Google.Protobuf.IMessage request, ActorView view, EntityId? next) => next is not { } after ? ""
        : PageTokens.Print(request, new PageCursor(RevisionToken.Of(ServiceNames.Actors, view.Revision), after.Value));
}
