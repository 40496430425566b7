using System.Threading.Channels;
using GeoGraph.Hosting.Server;
using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.Options;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Exposure.Feed;

/// <summary>
/// Keeps the newest graph: loads an export, then follows the changes after it. A broken stream is resumed where it stopped; where that revision
/// cannot be followed any more, the feed starts over from an export while the last graph goes on answering.
/// </summary>
internal sealed class ActorsFeed(
    ActorsSource source, CurrentGraph current, Draining draining, IOptions<FeedOptions> options, TimeProvider time, ILogger<ActorsFeed> log) : BackgroundService
{
    private const int MostFaultsLogged = 20;
    private readonly Backoff _backoff = new(options.Value.MaxBackoff, time);

    /// <summary>Loads and follows until the host stops.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, draining.WatchesEnd);
        GraphRows? rows = null;
        try
        {
            await source.WaitUntilReachableAsync(ending.Token);
            while (true)
                rows = await StepAsync(rows, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            return;
        }
    }

    /// <summary>Loads where there is nothing to follow, then follows until something fails; gives what can be resumed.</summary>
    private async Task<GraphRows?> StepAsync(GraphRows? rows, CancellationToken cancellationToken)
    {
        try
        {
            rows ??= await LoadAsync(cancellationToken);
            await FollowAsync(rows, cancellationToken);
            return rows;
        }
        catch (Exception error) when (error is RpcException or InvalidDataException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var delay = _backoff.Next();
            var revision = rows?.Revision.ToString() ?? "none";
            var resumes = rows is not null && error is RpcException failed && !IsLost(failed);
            if (resumes || rows is null)
                Log.Broken(log, error, revision, delay);
            else
                Log.StartsOver(log, error, revision, delay);
            await _backoff.WaitAsync(delay, cancellationToken);
            return resumes ? rows : null;
        }
    }

    private async Task<GraphRows> LoadAsync(CancellationToken cancellationToken)
    {
        var rows = await source.ExportAsync(null, null, cancellationToken);
        var graph = rows.Load();
        current.Publish(graph);
        var report = rows.Report;
        Log.Loaded(log, rows.Revision, graph.Graph.NodeCount, report.RelationsTaken, report.RelationsRefused, report.Findings.Count);
        foreach (var finding in report.Findings.Take(MostFaultsLogged))
            Log.DataFaulty(log, finding.Id, finding.Fault, finding.Detail);
        return rows;
    }

    // Change sets that arrive while the graph is compiled wait in the channel and are applied together.
    private async Task FollowAsync(GraphRows rows, CancellationToken cancellationToken)
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pending = Channel.CreateBounded<Wire.WatchActorsResponse>(new BoundedChannelOptions(options.Value.MaxPendingChangeSets)
        {
            SingleReader = true,
            SingleWriter = true,
        });
        var reader = ReadAsync(rows.Revision, pending.Writer, reading.Token);
        try
        {
            while (await pending.Reader.WaitToReadAsync(cancellationToken))
                Apply(rows, pending.Reader);
        }
        finally
        {
            await reading.CancelAsync();
            await reader;
        }
    }

    private void Apply(GraphRows rows, ChannelReader<Wire.WatchActorsResponse> pending)
    {
        var sets = 0;
        for (; pending.TryRead(out var changes); sets++)
            ChangeMapping.ReadInto(rows, changes);
        var recompiles = rows.IsStale;
        current.Publish(rows.Load());
        _backoff.Reset();
        Log.Applied(log, sets, rows.Revision, recompiles);
    }

    private async Task ReadAsync(Core.Revision after, ChannelWriter<Wire.WatchActorsResponse> pending, CancellationToken cancellationToken)
    {
        Exception? end = null;
        try
        {
            await foreach (var changes in source.WatchAsync(after, cancellationToken))
                await pending.WriteAsync(changes, cancellationToken);
            end = new RpcException(new Grpc.Core.Status(StatusCode.Unavailable, "actors ended the stream."));
        }
        catch (Exception error)
        {
            end = error;
        }
        finally
        {
            pending.Complete(end);
        }
    }

    // The history is trimmed, or the store is another one that has not come so far.
    private static bool IsLost(RpcException failed) =>
        failed.GetRpcStatus(ignoreParseError: true)?.GetDetail<ErrorInfo>()?.Reason is "REVISION_EXPIRED" or "REVISION_NOT_REACHED";
}
