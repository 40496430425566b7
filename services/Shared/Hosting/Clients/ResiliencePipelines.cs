using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Hedging;
using Polly.Retry;

namespace GeoGraph.Hosting.Clients;

/// <summary>
/// The pipelines of one called service, outermost first: retry (reads and idempotent writes), hedging (reads, where configured), and one circuit
/// breaker that all its calls share.
/// </summary>
internal sealed class ResiliencePipelines
{
    private readonly ResiliencePipeline<object> _read;
    private readonly ResiliencePipeline<object> _idempotentWrite;
    private readonly ResiliencePipeline<object> _write;

    public ResiliencePipelines(string service, ClientOptions options, TimeProvider time, ILogger log)
    {
        _write = Builder(time).AddCircuitBreaker(Breaker(service, options, log)).Build();
        _idempotentWrite = WithRetry(Builder(time), service, options, log).AddPipeline(_write).Build();
        var read = WithRetry(Builder(time), service, options, log);
        if (options.HedgingDelay is { } delay)
            read.AddHedging(Hedging(delay));
        _read = read.AddPipeline(_write).Build();
    }

    public ResiliencePipeline<object> For(CallKind kind) => kind switch
    {
        CallKind.Read => _read,
        CallKind.IdempotentWrite => _idempotentWrite,
        _ => _write,
    };

    private static ResiliencePipelineBuilder<object> Builder(TimeProvider time) => new() { TimeProvider = time };

    private static ResiliencePipelineBuilder<object> WithRetry(
        ResiliencePipelineBuilder<object> builder, string service, ClientOptions options, ILogger log) =>
        options.MaxRetries == 0 ? builder : builder.AddRetry(new RetryStrategyOptions<object>
        {
            MaxRetryAttempts = options.MaxRetries,
            Delay = options.RetryDelay,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = static args => ValueTask.FromResult(args.Outcome.Exception is RpcException { StatusCode: StatusCode.Unavailable or StatusCode.Aborted }),
            DelayGenerator = static args => ValueTask.FromResult(ServerDelay(args.Outcome.Exception)),
            OnRetry = args =>
            {
                Log.ClientRetry(log, service, args.AttemptNumber + 1, args.RetryDelay);
                return default;
            },
        });

    private static CircuitBreakerStrategyOptions<object> Breaker(string service, ClientOptions options, ILogger log) => new()
    {
        FailureRatio = options.BreakerFailureRatio,
        MinimumThroughput = options.BreakerMinimumAttempts,
        SamplingDuration = options.BreakerWindow,
        BreakDuration = options.BreakerPause,
        ShouldHandle = static args => ValueTask.FromResult(
            args.Outcome.Exception is RpcException { StatusCode: StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Internal }),
        OnOpened = args =>
        {
            Log.CircuitOpened(log, service, args.BreakDuration);
            return default;
        },
        OnClosed = _ =>
        {
            Log.CircuitClosed(log, service);
            return default;
        },
    };

    private static HedgingStrategyOptions<object> Hedging(TimeSpan delay) => new()
    {
        MaxHedgedAttempts = 1,
        Delay = delay,
        ShouldHandle = static _ => ValueTask.FromResult(false),
    };

    private static TimeSpan? ServerDelay(Exception? error) =>
        error is RpcException failed && failed.GetRpcStatus(ignoreParseError: true)?.GetDetail<RetryInfo>() is { RetryDelay: { } delay } ? delay.ToTimeSpan() : null;
}
