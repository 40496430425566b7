using System.Diagnostics;
using GeoGraph.Contracts.Exposure.V1;
using GeoGraph.Exposure;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Clients;
using Grpc.Core;

namespace GeoGraph.Benchmarks.Graphs;

/// <summary>"Which chokepoints do a firm's inputs pass" over gRPC, firm after firm, on a graph that the service loaded from actors over gRPC.</summary>
internal sealed class ChokepointLatency(int relations)
{
    private const int Warmup = 300;
    private const int Calls = 1000;

    /// <summary>Prints the time until the graph stands, and the middle and the 99th percentile of the calls.</summary>
    public async Task RunAsync(TextWriter output)
    {
        await using var host = ServiceHost.Build(
            ["--Logging:LogLevel:Default", "Warning"], "http://127.0.0.1:0", [SyntheticActors.Module(relations), ExposureHost.Module]);
        var clock = Stopwatch.StartNew();
        await host.StartAsync();
        using var channel = GeoGraphChannel.Open(ServiceHost.BoundAddress(host.Services));
        var exposure = new ExposureService.ExposureServiceClient(channel);
        var answer = await FirstAsync(exposure);
        await output.WriteLineAsync($"chokepoint-latency: {new SyntheticSupply(relations).Relations} relations, exported over gRPC, loaded and answering after {clock.Elapsed.TotalSeconds:0.0} s");
        await output.WriteLineAsync($"  the first answer lists {answer.Exposures.Count} exposures of {answer.Basis.Completeness.ExploredRelations} flows, {answer.CalculateSize()} bytes");
        foreach (var limit in new[] { 10, 0 })
            await AskAsync(exposure, limit, output);
        await host.StopAsync();
    }

    private async Task AskAsync(ExposureService.ExposureServiceClient exposure, int limit, TextWriter output)
    {
        var blocks = new SyntheticSupply(relations).Firms / 120;
        var times = new List<double>();
        for (var call = 0; call < Warmup + Calls; call++)
        {
            var started = Stopwatch.GetTimestamp();
            await exposure.ListChokepointExposuresAsync(Request((call * 7919) % blocks, limit));
            if (call >= Warmup)
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        times.Sort();
        await output.WriteLineAsync($"  {(limit == 0 ? "whole answers" : $"the {limit} largest")}, {Calls} calls one after the other, each of another firm: p50 {times[Calls / 2]:0.00} ms, p99 {times[Calls * 99 / 100]:0.00} ms, longest {times[^1]:0.0} ms");
    }

    private static ListChokepointExposuresRequest Request(int block, int limit) =>
        new() { OfId = SyntheticSupply.Buyer(block), Question = new() { AsOf = new() { Year = 2026, Month = 2, Day = 1 }, Limit = limit } };

    // Until the graph stands the service answers that it is not ready.
    private static async Task<ListChokepointExposuresResponse> FirstAsync(ExposureService.ExposureServiceClient exposure)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (true)
        {
            try
            {
                return await exposure.ListChokepointExposuresAsync(Request(0, 0));
            }
            catch (RpcException notReady) when (notReady.StatusCode == StatusCode.Unavailable)
            {
                await timer.WaitForNextTickAsync();
            }
        }
    }
}
