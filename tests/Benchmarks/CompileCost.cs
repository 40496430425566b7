using System.Diagnostics;
using GeoGraph.Tariffs;
using GeoGraph.Tariffs.Feed;
using Grpc.Core;
using Law = GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Benchmarks;

/// <summary>The schedule from the feed: exported over gRPC, read and compiled; then again with one measure and with one long list changed.</summary>
internal sealed class CompileCost(CallInvoker agreements)
{
    private const int Changes = 50;
    private static readonly Law.RecordKind[] Kinds =
    [
        Law.RecordKind.Measure, Law.RecordKind.StackingRule, Law.RecordKind.GoodsList, Law.RecordKind.ExchangeRate,
        Law.RecordKind.TariffSchedule, Law.RecordKind.TariffHeading, Law.RecordKind.Quota, Law.RecordKind.OriginRule,
    ];

    /// <summary>Prints the times and the memory, and gives the schedule.</summary>
    public async Task<CompiledSchedule> RunAsync(TextWriter output)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        var rows = await ExportAsync();
        var exported = clock.Elapsed;
        var (live, source) = (new LiveSchedule(), rows.Snapshot());
        var schedule = live.Take(source);
        var whole = clock.Elapsed;
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        await output.WriteLineAsync($"compile from the feed: {schedule.Measures.Length} measures, {schedule.Lists.Sum(list => list.All.Count)} codes in lists");
        await output.WriteLineAsync($"  {whole.TotalSeconds:0.00} s, of which export and reading {exported.TotalSeconds:0.00} s; {memory / 1_000_000} MB kept");
        await output.WriteLineAsync($"  one measure changed: {Median(live, source, i => With(source, i)):0.00} ms");
        var longest = source.GoodsLists.MaxBy(list => list.Entries.Sum(entry => entry.Codes.Count))!;
        await output.WriteLineAsync($"  a list of {longest.Entries.Sum(entry => entry.Codes.Count)} codes changed: {Median(live, source, i => WithList(source, longest, i)):0.00} ms");
        return schedule;
    }

    private async Task<LawRows> ExportAsync()
    {
        var rows = new LawRows();
        using var call = new Law.AgreementService.AgreementServiceClient(agreements).ExportRecords(new Law.ExportRecordsRequest { Kinds = { Kinds } });
        await foreach (var part in call.ResponseStream.ReadAllAsync())
        {
            foreach (var record in part.Chunk?.Records ?? [])
                LawMapping.ReadInto(rows, record);
        }
        return rows;
    }

    private static double Median(LiveSchedule live, ScheduleSource source, Func<int, ScheduleSource> change)
    {
        var times = new List<double>();
        for (var i = 0; i < Changes; i++)
        {
            var next = change(i);
            var clock = Stopwatch.StartNew();
            live.Take(next);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }
        live.Take(source);
        return Load.Median(times);
    }

    private static ScheduleSource With(ScheduleSource source, int number) => source with
    {
        Measures = [.. source.Measures.Select((measure, place) => place == number * 7 % source.Measures.Count ? measure with { Title = $"{measure.Title} {number}" } : measure)],
    };

    private static ScheduleSource WithList(ScheduleSource source, GoodsList list, int number) => source with
    {
        GoodsLists = [.. source.GoodsLists.Select(other => other == list
            ? list with { Entries = [.. list.Entries.Skip(1), new GoodsListEntry([$"{1000 + number}"], default, null)] }
            : other)],
    };
}
