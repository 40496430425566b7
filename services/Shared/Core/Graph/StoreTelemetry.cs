using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace GeoGraph.Core.Graph;

/// <summary>The spans and metrics of stores. Names are a contract with dashboards.</summary>
public sealed class StoreTelemetry
{
    /// <summary>Name of the activity source and of the meter, to be listened to by the host.</summary>
    public const string Name = "GeoGraph.Store";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Duration =
        Meter.CreateHistogram<double>("geograph.store.operation.duration", "s", "Time of one store call, by store, operation and outcome");

    private static readonly Counter<long> Changes =
        Meter.CreateCounter<long>("geograph.store.watch.changes", "{change}", "Changes told to watches, by store");

    private readonly string _store;

    internal StoreTelemetry(string store) => _store = store;

    internal void Told(int changes) => Changes.Add(changes, new KeyValuePair<string, object?>("geograph.store", _store));

    internal async Task<T> ObserveAsync<T>(string operation, Func<Task<T>> call, int? items = null)
    {
        using var span = Source.StartActivity("store." + operation, ActivityKind.Client);
        span?.SetTag("geograph.store", _store);
        if (items is not null)
            span?.SetTag("geograph.store.items", items);
        var outcome = "ok";
        var start = Stopwatch.GetTimestamp();
        try
        {
            return await call();
        }
        catch (Exception error)
        {
            outcome = error switch
            {
                GeoGraphException refusal => refusal.Reason.ToString(),
                OperationCanceledException => "Cancelled",
                _ => "Fault",
            };
            span?.SetStatus(ActivityStatusCode.Error, outcome);
            throw;
        }
        finally
        {
            span?.SetTag("geograph.store.outcome", outcome);
            Duration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds,
                new("geograph.store", _store), new("geograph.store.operation", operation), new("geograph.store.outcome", outcome));
        }
    }
}
