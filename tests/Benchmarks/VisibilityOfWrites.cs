using System.Diagnostics;
using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Common.V1;
using GeoGraph.Contracts.Tariffs.V1;
using Grpc.Core;

namespace GeoGraph.Benchmarks;

/// <summary>From the acknowledgement of a written measure until an answer that asks for that state has it.</summary>
internal sealed class VisibilityOfWrites(CallInvoker calls)
{
    private const int Warmup = 5;
    private const int Writes = 100;

    /// <summary>Prints the middle and the 99th percentile.</summary>
    public async Task RunAsync(TextWriter output)
    {
        var times = new List<double>();
        for (var number = 0; number < Warmup + Writes; number++)
        {
            var milliseconds = await WriteAsync(number);
            if (number >= Warmup)
                times.Add(milliseconds);
        }
        times.Sort();
        await output.WriteLineAsync($"visibility: {Writes} measures written one after the other, all data loaded");
        await output.WriteLineAsync($"  from acknowledgement to answer: p50 {Load.Median(times):0.0} ms, p99 {times[^2]:0.0} ms, longest {times[^1]:0.0} ms");
    }

    private async Task<double> WriteAsync(int number)
    {
        var id = $"measure:benchmark-{number}";
        var request = new UpsertRecordsRequest { Changes = { new RecordChange { Record = new Record { Measure = Measure(id) } } } };
        var written = await new AgreementService.AgreementServiceClient(calls).UpsertRecordsAsync(request);
        var clock = Stopwatch.StartNew();
        var answer = await new TariffService.TariffServiceClient(calls).CalculateDutyAsync(
            new CalculateDutyRequest { Entry = BenchmarkEntries.One(number), Read = new ReadOptions { AtLeast = written.Receipt.RevisionToken } });
        var elapsed = clock.Elapsed.TotalMilliseconds;
        return answer.Result.Lines.Any(line => line.Measure.Id == id)
            ? elapsed
            : throw new InvalidOperationException($"the answer from {answer.RevisionToken} does not have {id}.");
    }

    private static Measure Measure(string id) => new()
    {
        Id = id,
        Title = id,
        ImposedById = "state:US",
        Type = MeasureType.AdditionalDuty,
        Authority = id[8..],
        Duty = "1%",
        Goods = new GoodsScope { Include = { "8457.10" } },
        Evidence = new Evidence { Sources = { new Source { Citation = "benchmark" } } },
    };
}
