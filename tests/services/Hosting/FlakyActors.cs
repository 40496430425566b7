using System.Collections.Concurrent;
using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Core;
using Grpc.Core;

namespace GeoGraph.ServiceTests.Hosting;

/// <summary>An actors service that refuses as often as a test wants, and keeps the calls that reached it.</summary>
internal sealed class FlakyActors : ActorService.ActorServiceBase
{
    private int _failures;

    /// <summary>The calls that reached it.</summary>
    public ConcurrentQueue<ServerCallContext> Calls { get; } = new();

    /// <summary>Runs before each call, with its number from 1.</summary>
    public Func<int, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Refuses the next calls.</summary>
    public void FailNext(int calls, ErrorReason reason)
    {
        (_failures, Reason) = (calls, reason);
    }

    private ErrorReason Reason { get; set; }

    public override async Task<GetActorResponse> GetActor(GetActorRequest request, ServerCallContext context)
    {
        await AnswerAsync(context);
        return new GetActorResponse { Actor = new Actor { Id = request.Id } };
    }

    public override async Task<UpsertActorsResponse> UpsertActors(UpsertActorsRequest request, ServerCallContext context)
    {
        await AnswerAsync(context);
        return new UpsertActorsResponse();
    }

    private async Task AnswerAsync(ServerCallContext context)
    {
        Calls.Enqueue(context);
        await Before(Calls.Count, context.CancellationToken);
        if (Interlocked.Decrement(ref _failures) >= 0)
            throw new GeoGraphException(Reason, "flaky");
    }
}
