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
        Wire.ExportHeader? header = null;
        await foreach (var part in call.ResponseStream.ReadAllAsync(cancellationToken))
        {
            header ??= part.Header;
            Take(rows, part);
        }
        rows.Revision = ChangeMapping.ReadRevision(header ?? throw new InvalidDataException("the export has no header."));
        return rows;
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

    /// <summary>Takes one message of an export in.</summary>
    public static void Take(FedGraph rows, Wire.ExportActorsResponse part)
    {
        switch (part.PartCase)
        {
            case Wire.ExportActorsResponse.PartOneofCase.ActorColumns:
                ActorColumnMapping.ReadInto(rows, part.ActorColumns);
                break;
            case Wire.ExportActorsResponse.PartOneofCase.RelationColumns:
                RelationColumnMapping.ReadInto(rows.Stage, part.RelationColumns);
                break;
            case Wire.ExportActorsResponse.PartOneofCase.Aliases:
                ChangeMapping.ReadInto(rows, part.Aliases);
                break;
            default:
                break;
        }
    }
}
