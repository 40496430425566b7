using GeoGraph.Actors.Mapping;
using GeoGraph.Hosting.Wire;
using Grpc.Core;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Actors;

/// <summary>Who lies upstream: answered by the store in one query each.</summary>
internal sealed partial class ActorsEndpoint
{
    public override async Task<Wire.ListUpstreamResponse> ListUpstream(Wire.ListUpstreamRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var query = fields.ReadReach(request);
        var view = await OpenAsync(fields, request.Read, context);
        return SupplyMapping.ToWire(await view.Supply.ReachAsync(query, context.CancellationToken), view.Revision);
    }

    public override async Task<Wire.ListSharedSuppliersResponse> ListSharedSuppliers(Wire.ListSharedSuppliersRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var query = fields.ReadShared(request);
        var view = await OpenAsync(fields, request.Read, context);
        return SupplyMapping.ToWire(await view.Supply.SharedAsync(query, context.CancellationToken), view.Revision);
    }

    public override async Task<Wire.GetSupplyGraphResponse> GetSupplyGraph(Wire.GetSupplyGraphRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var query = fields.ReadPart(request);
        var view = await OpenAsync(fields, request.Read, context);
        return SupplyMapping.ToWire(await view.Supply.PartAsync(query, context.CancellationToken), view.Revision);
    }
}
