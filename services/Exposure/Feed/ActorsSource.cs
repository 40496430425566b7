using GeoGraph.Core;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Clients;
using GeoGraph.Hosting.Feed;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Options;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Exposure.Feed;

/// <summary>Where rows come from: the actors service, over gRPC. Its failures are <see cref="RpcException"/>; broken contracts <see cref="InvalidDataException"/>.</summary>
internal sealed class ActorsSource(ServiceClients clients, IOptions<FeedOptions> options, IOptions<SeaOptions> sea, TimeProvider time)
{
    private readonly Wire.ActorService.ActorServiceClient _actors = new(clients.For(ServiceNames.Actors));

    /// <summary>A snapshot: the newest, or the one of just this revision.</summary>
    public async Task<FedGraph> ExportAsync(Revision? exact, DateTime? deadline, CancellationToken cancellationToken)
    {
        var request = new Wire.ExportActorsRequest { Columns = true };
        if (exact is { } revision)
            request.Read = new() { Exact = RevisionToken.Of(ServiceNames.Actors, revision).ToString() };
        using var call = _actors.ExportActors(request, deadline: deadline, cancellationToken: cancellationToken);
        var rows = new FedGraph(sea.Value.InferTransits);
        await ExportReader.ReadIntoAsync(rows, call.ResponseStream.ReadAllAsync(cancellationToken), cancellationToken);
        return rows;
    }

    /// <summary>What an export would begin with: the newest revision, and how much there is.</summary>
    public async Task<Wire.ExportHeader> HeaderAsync(CancellationToken cancellationToken)
    {
        using var call = _actors.ExportActors(new Wire.ExportActorsRequest { Columns = true }, cancellationToken: cancellationToken);
        await foreach (var part in call.ResponseStream.ReadAllAsync(cancellationToken))
            return part.Header ?? throw new InvalidDataException("the export does not begin with its header.");
        throw new InvalidDataException("the export has no header.");
    }

    /// <summary>Every change after a revision, until cancelled. A stream that is silent for too long ends with UNAVAILABLE.</summary>
    public IAsyncEnumerable<Wire.WatchActorsResponse> WatchAsync(Revision after, CancellationToken cancellationToken)
    {
        var every = options.Value.CheckpointEvery;
        var request = new Wire.WatchActorsRequest
        {
            After = RevisionToken.Of(ServiceNames.Actors, after).ToString(),
            CheckpointEvery = Duration.FromTimeSpan(every),
        };
        return WatchStream.ReadAsync(token => _actors.WatchActors(request, cancellationToken: token), every, time, cancellationToken);
    }
}
