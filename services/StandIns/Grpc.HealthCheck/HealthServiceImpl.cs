using System.Threading.Channels;
using Grpc.Core;
using Grpc.Health.V1;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Grpc.HealthCheck;

/// <summary>The health service: holds a status per service name and tells watchers of each change.</summary>
public class HealthServiceImpl : Health.V1.Health.HealthBase
{
    /// <summary>How many changes wait for a slow watcher; beyond it the oldest is dropped, never the newest.</summary>
    private const int WaitingChanges = 5;

    private readonly Lock gate = new();
    private readonly Dictionary<string, ServingStatus> statuses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Watcher>> watchers = new(StringComparer.Ordinal);

    public void SetStatus(string service, ServingStatus status)
    {
        ArgumentNullException.ThrowIfNull(service);
        lock (gate)
        {
            statuses[service] = status;
            Tell(service, status);
        }
    }

    /// <summary>Forgets a service.</summary>
    public void ClearStatus(string service)
    {
        ArgumentNullException.ThrowIfNull(service);
        lock (gate)
        {
            if (statuses.Remove(service))
                Tell(service, ServingStatus.ServiceUnknown);
        }
    }

    /// <summary>Forgets every service.</summary>
    public void ClearAll()
    {
        lock (gate)
        {
            var names = statuses.Keys.ToList();
            statuses.Clear();
            foreach (var name in names)
                Tell(name, ServingStatus.ServiceUnknown);
        }
    }

    public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        lock (gate)
        {
            return statuses.TryGetValue(request.Service, out var status)
                ? Task.FromResult(new HealthCheckResponse { Status = status })
                : throw new RpcException(new Status(StatusCode.NotFound, $"The service '{request.Service}' has no health status."));
        }
    }

    public override Task Watch(
        HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context) =>
        WatchAsync(request.Service, responseStream, context.CancellationToken);

    /// <summary>Writes the status of a service now and at each change until the token is cancelled.</summary>
    internal async Task WatchAsync(
        string service, IServerStreamWriter<HealthCheckResponse> responseStream, CancellationToken cancellationToken)
    {
        var watcher = StartWatching(service);
        try
        {
            await foreach (var status in watcher.Changes.Reader.ReadAllAsync(cancellationToken))
                await responseStream.WriteAsync(new HealthCheckResponse { Status = status }, cancellationToken);
        }
        finally
        {
            StopWatching(service, watcher);
        }
    }

    private Watcher StartWatching(string service)
    {
        var watcher = new Watcher();
        lock (gate)
        {
            if (!watchers.TryGetValue(service, out var known))
                watchers[service] = known = [];
            known.Add(watcher);
            watcher.Tell(statuses.GetValueOrDefault(service, ServingStatus.ServiceUnknown));
        }

        return watcher;
    }

    private void StopWatching(string service, Watcher watcher)
    {
        lock (gate)
        {
            if (watchers.TryGetValue(service, out var known) && known.Remove(watcher) && known.Count == 0)
                watchers.Remove(service);
        }
    }

    private void Tell(string service, ServingStatus status)
    {
        foreach (var watcher in watchers.GetValueOrDefault(service, []))
            watcher.Tell(status);
    }

    private sealed class Watcher
    {
        private ServingStatus? last;

        public Channel<ServingStatus> Changes { get; } = Channel.CreateBounded<ServingStatus>(
            new BoundedChannelOptions(WaitingChanges) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

        public void Tell(ServingStatus status)
        {
            if (last == status)
                return;
            last = status;
            Changes.Writer.TryWrite(status);
        }
    }
}
