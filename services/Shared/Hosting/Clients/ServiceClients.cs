using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GeoGraph.Hosting.Clients;

/// <summary>
/// Gives invokers for calls to other services, one shared channel an address. A service's address stands in configuration under
/// <c>GeoGraph:Services:&lt;name&gt;</c>; one that runs in this very host needs none. Safe for concurrent use.
/// </summary>
public sealed class ServiceClients : IDisposable
{
    /// <summary>Configuration section of the addresses, by short name of the service.</summary>
    public const string AddressSection = "GeoGraph:Services";

    private readonly ConcurrentDictionary<string, Lazy<CallInvoker>> _invokers = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<GrpcChannel> _channels = [];
    private readonly IServiceProvider _host;
    private readonly IReadOnlyCollection<string> _local;
    private readonly IConfiguration _configuration;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly ClientOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<ServiceClients> _log;

    internal ServiceClients(IServiceProvider host, IReadOnlyCollection<string> local, IConfiguration configuration, IHostApplicationLifetime lifetime,
        IOptions<ClientOptions> options, TimeProvider time, ILogger<ServiceClients> log)
    {
        (_host, _local, _configuration, _lifetime) = (host, local, configuration, lifetime);
        (_options, _time, _log) = (options.Value, time, log);
    }

    /// <summary>
    /// An invoker for a generated client: <c>new ActorService.ActorServiceClient(clients.For(ServiceNames.Actors))</c>. May be made before the
    /// host has started; calls through it then fail with UNAVAILABLE until it has.
    /// </summary>
    /// <param name="service">Short name of the service called.</param>
    public CallInvoker For(string service) => new LateCallInvoker(() => Connected(service));

    /// <summary>True where the service has an address: a configured one, or that of this host. What a module does not need may have none.</summary>
    public bool Knows(string service) => ConfiguredAddress(service) is not null || _local.Contains(service);

    /// <summary>
    /// Waits until calls to the service can be sent: at once for another host's, and until this host listens for one of its own. Feeds wait for
    /// this before they first connect.
    /// </summary>
    public async Task WaitUntilReachableAsync(string service, CancellationToken cancellationToken)
    {
        if (ConfiguredAddress(service) is not null || _lifetime.ApplicationStarted.IsCancellationRequested)
            return;
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = _lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Closes the channels.</summary>
    public void Dispose()
    {
        foreach (var channel in _channels)
            channel.Dispose();
    }

    private CallInvoker Connected(string service)
    {
        var address = ConfiguredAddress(service) ?? OwnAddress(service);
        return _invokers.GetOrAdd($"{service} {address}", _ => new Lazy<CallInvoker>(() => Connect(service, address))).Value;
    }

    private CallInvoker Connect(string service, Uri address)
    {
        var channel = GeoGraphChannel.Open(address);
        _channels.Add(channel);
        return channel.Intercept(new ResilienceInterceptor(service, new ResiliencePipelines(service, _options, _time, _log), _options, _time));
    }

    private Uri? ConfiguredAddress(string service) => _configuration.GetSection(AddressSection)[service] is { Length: > 0 } text ? new Uri(text) : null;

    private Uri OwnAddress(string service)
    {
        if (!_local.Contains(service))
            throw new InvalidOperationException($"{AddressSection}:{service} is not set, and the service does not run in this host.");
        return ServiceHost.FindBoundAddress(_host)
            ?? throw new RpcException(new Status(StatusCode.Unavailable, $"the host of {service} has not started yet."));
    }
}
