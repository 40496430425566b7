using GeoGraph.Exposure.Impacts;
using GeoGraph.Exposure.Mapping;
using GeoGraph.Hosting.Wire;
using Grpc.Core;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure;

/// <summary>The impact stream.</summary>
internal sealed partial class ExposureEndpoint
{
    private const int DefaultImpacts = 100;
    private const int MaxImpacts = 10_000;

    public override async Task WatchImpacts(Wire.WatchImpactsRequest request, IServerStreamWriter<Wire.WatchImpactsResponse> responseStream, ServerCallContext context)
    {
        RequestFields.AtMost("of_ids", request.OfIds.Count, MaxBuyers);
        var fields = new RequestFields();
        var question = new ImpactQuestion(
            [.. fields.Ids("of_ids", request.OfIds).Distinct().Order()], fields.RequiredDate("as_of", request.AsOf), fields.Limit("limit", request.Limit, DefaultImpacts, MaxImpacts));
        var after = fields.Token("after", request.After);
        var every = fields.ReadCheckpointEvery(request.CheckpointEvery);
        fields.ThrowIfAny();
        await foreach (var impact in impacts.FollowAsync(question, after, every, context.Deadline, context.CancellationToken))
            await responseStream.WriteAsync(ImpactMapping.ToWire(impact), context.CancellationToken);
    }
}
