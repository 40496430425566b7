using System.Diagnostics;
using GeoGraph.Contracts.Tariffs.V1;
using GeoGraph.Core;
using GeoGraph.Tariffs;
using Grpc.Core;
using Date = Google.Type.Date;
using DutyQuestion = GeoGraph.Tariffs.DutyQuestion;
using Entry = GeoGraph.Tariffs.Entry;

namespace GeoGraph.Benchmarks;

/// <summary>The mean over the whole schedule from every state on one date, against pricing single entries of it one after the other in the same run.</summary>
internal sealed class AverageCost(CallInvoker tariffs, CompiledSchedule schedule)
{
    private const int Rounds = 3;
    private const int Singles = 20_000;
    private static readonly EntityId Importer = EntityId.Parse("state:US");
    private static readonly DateOnly[] Dates = [new(2025, 1, 15), new(2025, 8, 15), new(2026, 3, 1)];

    /// <summary>Prints seconds, rates a second, the ratio of the cost of a rate, and the memory.</summary>
    public async Task RunAsync(TextWriter output)
    {
        if (schedule.Nomenclatures.Of(Importer) is not { } nomenclature)
        {
            await output.WriteLineAsync("averages: left out, as there is no schedule of lines; name one with --hts");
            return;
        }
        foreach (var date in Dates)
        {
            var codes = nomenclature.Leaves(date).Select(line => line.Digits).ToArray();
            await AskAsync(date);
            var (seconds, pairs) = (new List<double>(), 0L);
            for (var round = 0; round < Rounds; round++)
            {
                var clock = Stopwatch.StartNew();
                pairs = await AskAsync(date);
                seconds.Add(clock.Elapsed.TotalSeconds);
            }
            var (median, single) = (Load.Median(seconds), Single(codes, date));
            await output.WriteLineAsync($"averages on {date:yyyy-MM-dd}: {codes.Length} lines, {pairs} rates in {median:0.00} s, {pairs / median:0} a second");
            await output.WriteLineAsync($"  {median / pairs * 1e6:0.00} µs a rate, {single * 1e6:0.0} µs a single entry of another line and origin each: ratio {single / (median / pairs):0}");
        }
        await output.WriteLineAsync($"  peak memory of the process, all services and both sides of the calls: {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB");
    }

    private async Task<long> AskAsync(DateOnly date)
    {
        using var call = new TariffService.TariffServiceClient(tariffs).GetAverageRates();
        var question = new Contracts.Tariffs.V1.AverageQuestion { ImporterId = Importer.Value, Dates = { new Date { Year = date.Year, Month = date.Month, Day = date.Day } } };
        await call.RequestStream.WriteAsync(new GetAverageRatesRequest { Question = question });
        await call.RequestStream.CompleteAsync();
        var pairs = 0L;
        await foreach (var part in call.ResponseStream.ReadAllAsync())
            pairs += part.Rows.Sum(row => row.Lines + row.Unrated);
        return pairs;
    }

    // One thread; the same lines and origins every time, each pair once.
    private double Single(string[] codes, DateOnly date)
    {
        string[] origins = ["state:TW", "state:JP", "state:CN", "state:MX", "state:DE", "state:IN", "state:BR", "state:GB"];
        var (calculator, priced) = (new DutyCalculator(schedule), 0);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < Singles; i++)
        {
            var entry = new Entry { Importer = Importer, Origin = EntityId.Parse(origins[i % origins.Length]), Code = codes[i * 7919L % codes.Length], CustomsValue = 1_000_000m, EntryDate = date };
            priced += Prices(calculator, entry) ? 1 : 0;
        }
        return clock.Elapsed.TotalSeconds / Math.Max(1, priced);
    }

    private static bool Prices(DutyCalculator calculator, Entry entry)
    {
        try
        {
            calculator.Calculate(entry, DutyQuestion.Settled, AnswerDetail.Totals);
            return true;
        }
        catch (GeoGraphException)
        {
            return false;
        }
    }
}
