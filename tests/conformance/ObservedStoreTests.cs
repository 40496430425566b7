using System.Diagnostics;
using System.Diagnostics.Metrics;
using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Core.Graph.Archive;
using GeoGraph.Sqlite;

namespace GeoGraph.Conformance;

public sealed class ObservedStoreTests : GraphStoreConformance
{
    protected override int ModelRuns => 10;

    private readonly Dictionary<IGraphStore, SqliteGraphStore> _observed = [];

    protected override Task<IGraphStore> OpenAsync() => ObservedAsync("conformance");

    // Archives are read past the observation, whose calls they are not.
    protected override IGraphArchive ArchiveOf(IGraphStore store) => _observed[store];

    private async Task<IGraphStore> ObservedAsync(string name)
    {
        var inner = await SqliteGraphStore.OpenAsync(SqliteStoreOptions.InMemory, TimeProvider.System, null, CancellationToken.None);
        var observed = new ObservedGraphStore(inner, name);
        _observed.Add(observed, inner);
        return observed;
    }

    [Fact]
    public async Task Calls_are_spans_and_durations_with_their_outcome()
    {
        var (spans, durations, gate) = (new List<string>(), new List<string>(), new Lock());
        using var activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == StoreTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                lock (gate)
                {
                    if ((string?)activity.GetTagItem("geograph.store") == "observed")
                        spans.Add($"{activity.OperationName} {activity.GetTagItem("geograph.store.outcome")} {activity.Status}");
                }
            },
        };
        ActivitySource.AddActivityListener(activities);
        using var meters = new MeterListener { InstrumentPublished = (instrument, listener) => { if (instrument.Meter.Name == StoreTelemetry.Name) listener.EnableMeasurementEvents(instrument); } };
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) =>
        {
            var all = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value);
            lock (gate)
            {
                if ((string?)all["geograph.store"] == "observed" && value >= 0)
                    durations.Add($"{instrument.Name} {all["geograph.store.operation"]} {all["geograph.store.outcome"]}");
            }
        });
        meters.Start();
        await using var store = await ObservedAsync("observed");
        await store.WriteAsync(new WriteBatch { Updates = [Put(Firm("a"))] }, Patience);
        await RefusedAsync(ErrorReason.NotFound, () => store.WriteAsync(new WriteBatch { Updates = [new Delete(Id("firm:z")) with { Precondition = Precondition.Present }] }, Patience));
        Assert.Equal(["store.write ok Unset", "store.write NotFound Error"], spans);
        Assert.Equal(["geograph.store.operation.duration write ok", "geograph.store.operation.duration write NotFound"], durations);
    }
}
