using System.Diagnostics;
using GeoGraph.Tariffs;
using GeoGraph.Tariffs.Mapping;

namespace GeoGraph.Benchmarks;

/// <summary>One entry priced in process, without transport: time and bytes allocated, against the bytes of its answer.</summary>
internal sealed class EvaluationCost(CompiledSchedule schedule)
{
    private const int Entries = 64 * 28;
    private const int Times = 20;

    /// <summary>Prints both for each detail, once prepared and from nothing.</summary>
    public async Task RunAsync(TextWriter output)
    {
        var entries = Enumerable.Range(0, Entries).Select(BenchmarkEntries.Mixed).Select(wire => EntryMapping.ToDomain("entry", wire, new())).ToArray();
        await output.WriteLineAsync($"evaluation: {Entries} entries of 64 kinds on 28 dates, one thread");
        foreach (var detail in Enum.GetValues<AnswerDetail>())
        {
            Price(entries, detail, 2);
            var (microseconds, bytes) = Price(entries, detail, Times);
            await output.WriteLineAsync($"  {detail,-6}: {microseconds:0.0} µs, {bytes:0} bytes allocated");
        }
        var calculator = new DutyCalculator(schedule);
        var answer = calculator.Calculate(entries[0], DutyQuestion.Settled);
        var written = AnswerMapping.ToWire(answer, "", entries[0], schedule);
        await output.WriteLineAsync($"  the first one's answer, whole, takes {written.CalculateSize()} bytes on the wire");
        var clock = Stopwatch.StartNew();
        foreach (var entry in entries)
            calculator.Calculate(entry with { EntryDate = entry.EntryDate.AddYears(-1) }, DutyQuestion.Settled);
        await output.WriteLineAsync($"  the first of its kind, date and origin: {clock.Elapsed.TotalMicroseconds / entries.Length:0.0} µs");
    }

    private (double Microseconds, double Bytes) Price(Entry[] entries, AnswerDetail detail, int times)
    {
        var calculator = new DutyCalculator(schedule);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        for (var time = 0; time < times; time++)
        {
            foreach (var entry in entries)
                calculator.Calculate(entry, DutyQuestion.Settled, detail);
        }
        var count = (double)times * entries.Length;
        return (clock.Elapsed.TotalMicroseconds / count, (GC.GetAllocatedBytesForCurrentThread() - before) / count);
    }
}
