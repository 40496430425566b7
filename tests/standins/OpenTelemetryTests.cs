using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace GeoGraph.StandIns.Tests;

/// <summary>Telemetry that a host starts.</summary>
public sealed class OpenTelemetryTests
{
    [Fact]
    public async Task Spans_metrics_and_logs_reach_their_exporters()
    {
        var name = nameof(Spans_metrics_and_logs_reach_their_exporters);
        var spans = new Collector<Activity>(span => span.DisplayName);
        var metrics = new Collector<Metric>(metric => metric.Name);
        var logs = new Collector<LogRecord>(log => $"{log.CategoryName}: {log.Body}");
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("stand-ins"))
            .WithTracing(tracing => tracing.AddSource(name).AddProcessor(new SimpleActivityExportProcessor(spans)))
            .WithMetrics(metering => metering.AddMeter(name).AddReader(new BaseExportingMetricReader(metrics)))
            .WithLogging(logging => logging.AddProcessor(new SimpleLogRecordExportProcessor(logs)));
        using var source = new ActivitySource(name);
        using var meter = new Meter(name);
        var host = builder.Build();
        await host.StartAsync();

        using (var span = source.StartActivity("work"))
            Assert.NotNull(span);
        meter.CreateCounter<int>("events").Add(3);
        host.Services.GetRequiredService<ILoggerFactory>().CreateLogger(name).LogWarning("attention");
        await host.StopAsync();
        host.Dispose();

        Assert.Equal("work", spans.Exported.Single());
        Assert.Equal("stand-ins", spans.Service);
        Assert.Equal("events", metrics.Exported.First());
        Assert.Equal("stand-ins", metrics.Service);
        Assert.Contains($"{name}: attention", logs.Exported);
    }

    [Fact]
    public void Further_calls_add_to_the_same_telemetry()
    {
        var services = Host.CreateEmptyApplicationBuilder(null).Services;
        services.AddSingleton<IHostedService, Before>();
        services.AddOpenTelemetry().WithTracing();
        services.AddOpenTelemetry().WithTracing().WithMetrics();
        using var provider = services.BuildServiceProvider();

        Assert.Collection(
            provider.GetServices<IHostedService>(), first => Assert.IsNotType<Before>(first), second => Assert.IsType<Before>(second));
        Assert.Single(provider.GetServices<TracerProvider>());
        Assert.Single(provider.GetServices<MeterProvider>());
        Assert.Empty(provider.GetServices<LoggerProvider>());
    }

    /// <summary>Keeps a line about each item; the item itself is used again after its export.</summary>
    private sealed class Collector<T>(Func<T, string> describe) : BaseExporter<T>
        where T : class
    {
        public ConcurrentQueue<string> Exported { get; } = [];

        public object? Service { get; private set; }

        public override ExportResult Export(in Batch<T> batch)
        {
            Service = ParentProvider.GetResource().Attributes.Single(attribute => attribute.Key == "service.name").Value;
            foreach (var item in batch)
                Exported.Enqueue(describe(item));
            return ExportResult.Success;
        }
    }

    private sealed class Before : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask;
    }
}
