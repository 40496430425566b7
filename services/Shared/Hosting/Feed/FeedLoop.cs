using System.Threading.Channels;
using GeoGraph.Core;
using GeoGraph.Hosting.Clients;
using GeoGraph.Hosting.Server;
using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GeoGraph.Hosting.Feed;

/// <summary>What a feed loop works with.</summary>
/// <param name="Clients">Reaches the feeding service.</param>
/// <param name="Draining">Ends the loop with the host.</param>
/// <param name="Options">Checkpoints, backoff and bounds.</param>
/// <param name="Time">Measures waits.</param>
/// <param name="Logs">Where the loop tells what it does.</param>
public sealed record FeedParts(ServiceClients Clients, Draining Draining, IOptions<FeedOptions> Options, TimeProvider Time, ILoggerFactory Logs);

/// <summary>
/// Keeps a state in step with one feeding service: loads an export, then follows the changes after it. A broken stream is resumed where it stopped;
/// where that revision cannot be followed any more, the loop starts over from an export while the last state goes on answering.
/// </summary>
/// <typeparam name="TRows">What has been told so far; changed by the loop alone.</typeparam>
/// <typeparam name="TChanges">One message of the watch.</typeparam>
/// <param name="service">Short name of the feeding service.</param>
/// <param name="parts">What the loop works with.</param>
public abstract class FeedLoop<TRows, TChanges>(string service, FeedParts parts) : BackgroundService
    where TRows : class
{
    private readonly Backoff _backoff = new(parts.Options.Value.MaxBackoff, parts.Time);
    private readonly ILogger _log = parts.Logs.CreateLogger("GeoGraph.Feed." + service);

    /// <summary>A fresh snapshot. Failures are <see cref="RpcException"/>; broken contracts <see cref="InvalidDataException"/>.</summary>
    protected abstract Task<TRows> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Every change after a revision, until cancelled.</summary>
    protected abstract IAsyncEnumerable<TChanges> WatchAsync(Revision after, CancellationToken cancellationToken);

    /// <summary>Takes changes in; <see cref="Publish"/> follows.</summary>
    protected abstract void Apply(TRows rows, TChanges changes);

    /// <summary>Makes what has been told so far the newest state.</summary>
    protected abstract void Publish(TRows rows);

    /// <summary>The revision up to which everything is told.</summary>
    protected abstract Revision RevisionOf(TRows rows);

    /// <summary>Loads and follows until the host stops.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, parts.Draining.WatchesEnd);
        TRows? rows = null;
        try
        {
            await parts.Clients.WaitUntilReachableAsync(service, ending.Token);
            while (true)
                rows = await StepAsync(rows, ending.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException && ending.IsCancellationRequested)
        {
            // The host stops, and may have let go of what a call needs already.
            return;
        }
    }

    /// <summary>Loads where there is nothing to follow, then follows until something fails; gives what can be resumed.</summary>
    private async Task<TRows?> StepAsync(TRows? rows, CancellationToken cancellationToken)
    {
        try
        {
            if (rows is null)
            {
                rows = await LoadAsync(cancellationToken);
                Publish(rows);
                Log.FeedLoaded(_log, RevisionOf(rows));
            }
            await FollowAsync(rows, cancellationToken);
            return rows;
        }
        catch (Exception error) when (error is RpcException or InvalidDataException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var delay = _backoff.Next();
            var revision = rows is null ? "none" : RevisionOf(rows).ToString();
            var resumes = rows is not null && error is RpcException failed && !IsLost(failed);
            if (resumes || rows is null)
                Log.FeedBroken(_log, error, revision, delay);
            else
                Log.FeedStartsOver(_log, error, revision, delay);
            await _backoff.WaitAsync(delay, cancellationToken);
            return resumes ? rows : null;
        }
    }

    // Changes that arrive while the state is compiled wait in the channel and are applied together.
    private async Task FollowAsync(TRows rows, CancellationToken cancellationToken)
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pending = Channel.CreateBounded<TChanges>(
            new BoundedChannelOptions(parts.Options.Value.MaxPendingChangeSets) { SingleReader = true, SingleWriter = true });
        var reader = ReadAsync(RevisionOf(rows), pending.Writer, reading.Token);
        try
        {
            while (await pending.Reader.WaitToReadAsync(cancellationToken))
            {
                while (pending.Reader.TryRead(out var changes))
                    Apply(rows, changes);
                Publish(rows);
                _backoff.Reset();
            }
        }
        finally
        {
            await reading.CancelAsync();
            await reader;
        }
    }

    private async Task ReadAsync(Revision after, ChannelWriter<TChanges> pending, CancellationToken cancellationToken)
    {
        Exception? end = null;
        try
        {
            await foreach (var changes in WatchAsync(after, cancellationToken))
                await pending.WriteAsync(changes, cancellationToken);
            end = new RpcException(new Grpc.Core.Status(StatusCode.Unavailable, service + " ended the stream."));
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
