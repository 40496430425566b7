using Grpc.Core;
using Grpc.Health.V1;
using Grpc.HealthCheck;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Grpc.AspNetCore.HealthChecks;

/// <summary>The gRPC health service: runs the checks when asked and passes published changes on to watchers.</summary>
internal sealed class HealthChecksEndpoint(
    HealthServiceImpl statuses,
    HealthCheckService checks,
    IOptions<GrpcHealthChecksOptions> options,
    IHostApplicationLifetime lifetime) : Health.V1.Health.HealthBase
{
    public override async Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        if (!options.Value.UseHealthChecksCache)
            await RefreshAsync(request.Service, context.CancellationToken);
        return await statuses.Check(request, context);
    }

    public override async Task Watch(
        HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        if (!options.Value.UseHealthChecksCache)
            await RefreshAsync(request.Service, context.CancellationToken);
        if (options.Value.SuppressCompletionOnShutdown)
        {
            await statuses.Watch(request, responseStream, context);
            return;
        }

        await WatchUntilShutdownAsync(request, responseStream, context);
    }

    private async Task WatchUntilShutdownAsync(
        HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        try
        {
            await statuses.WatchAsync(request.Service, responseStream, ending.Token);
        }
        catch (OperationCanceledException) when (!context.CancellationToken.IsCancellationRequested)
        {
            await responseStream.WriteAsync(new HealthCheckResponse { Status = ServingStatus.NotServing });
        }
    }

    private async Task RefreshAsync(string service, CancellationToken cancellationToken)
    {
        var mapping = options.Value.Services.FirstOrDefault(known => known.Name == service);
        if (mapping is null)
            return;
        var report = await checks.CheckHealthAsync(
            check => mapping.HealthCheckPredicate(new HealthCheckMapContext(check.Name, check.Tags)), cancellationToken);
        statuses.SetStatus(service, ServingStatuses.Of(report, mapping));
    }
}
