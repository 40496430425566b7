using System.Diagnostics;
using GeoGraph.Contracts.Tariffs.V1;
using Grpc.Core;

namespace GeoGraph.Benchmarks;

/// <summary>Entries a second over a stream, in parts of 1000, against one call an entry, in turn; the same entries, answers read whole by the caller.</summary>
internal sealed class StreamAgainstUnary(CallInvoker tariffs)
{
    private const int Rounds = 5;
    private const int Callers = 8;
    private const int PartEntries = 1000;
    private const int Parts = 40;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(2);
    private readonly TariffService.TariffServiceClient _client = new(tariffs);
    private readonly Entry[] _entries = [.. Enumerable.Range(0, PartEntries).Select(BenchmarkEntries.Mixed)];

    /// <summary>Prints the entries a second of each detail, and the median ratios.</summary>
    public async Task RunAsync(TextWriter output)
    {
        await output.WriteLineAsync($"stream against unary: parts of {PartEntries}, {Rounds} rounds; unary by {Callers} callers");
        foreach (var detail in new[] { DutyDetail.Whole, DutyDetail.Lines, DutyDetail.Totals })
        {
            await StreamAsync(detail);
            var (streamed, unary) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                streamed.Add(await StreamAsync(detail));
                unary.Add(await UnaryAsync(detail));
            }
            var ratio = Load.Median(streamed.Zip(unary, (stream, single) => stream / single));
            await output.WriteLineAsync($"  {detail,-6}: stream {Load.Median(streamed):0}/s, unary {Load.Median(unary):0}/s, median ratio {ratio:0.00}");
        }
    }

    private Task<double> UnaryAsync(DutyDetail detail)
    {
        var next = 0;
        return Load.CallsPerSecondAsync(
            async () => await _client.CalculateDutyAsync(new CalculateDutyRequest { Entry = _entries[(uint)Interlocked.Increment(ref next) % PartEntries], Detail = detail }), Callers, Length);
    }

    private async Task<double> StreamAsync(DutyDetail detail)
    {
        var clock = Stopwatch.StartNew();
        using var call = _client.StreamDuties();
        var reading = CountAsync(call);
        for (var part = 0; part < Parts; part++)
            await call.RequestStream.WriteAsync(new StreamDutiesRequest { Detail = part == 0 ? detail : DutyDetail.Unspecified, Entries = { _entries } });
        await call.RequestStream.CompleteAsync();
        return await reading / clock.Elapsed.TotalSeconds;
    }

    private static async Task<int> CountAsync(AsyncDuplexStreamingCall<StreamDutiesRequest, StreamDutiesResponse> call)
    {
        var count = 0;
        await foreach (var part in call.ResponseStream.ReadAllAsync())
            count += part.Items.Count(item => item.Result is not null);
        return count;
    }
}
