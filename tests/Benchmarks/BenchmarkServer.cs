using GeoGraph.AllInOne;
using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Common.V1;
using GeoGraph.Contracts.Tariffs.V1;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Clients;
using Grpc.Core;
using Grpc.Net.Client;

namespace GeoGraph.Benchmarks;

/// <summary>All services and the bare call in this process, with the data loaded.</summary>
internal sealed class BenchmarkServer : IAsyncDisposable
{
    private readonly WebApplication _host;
    private readonly GrpcChannel _channel;

    private BenchmarkServer(WebApplication host)
    {
        _host = host;
        _channel = GeoGraphChannel.Open(ServiceHost.BoundAddress(host.Services));
        Calls = _channel.CreateCallInvoker();
    }

    /// <summary>Calls the services.</summary>
    public CallInvoker Calls { get; }

    /// <summary>Starts, loads, and waits until tariffs answers from what was loaded.</summary>
    public static async Task<BenchmarkServer> StartAsync(BenchmarkData data)
    {
        var host = ServiceHost.Build(
            ["--GeoGraph:Store", "memory", "--Logging:LogLevel:Default", "Warning", "--Logging:LogLevel:GeoGraph.Tariffs", "Error"],
            "http://127.0.0.1:0", [.. AllInOneHost.Modules, EchoEndpoint.Module]);
        await host.StartAsync();
        var server = new BenchmarkServer(host);
        await server.LoadAsync(data);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _host.StopAsync();
        await _host.DisposeAsync();
    }

    private async Task LoadAsync(BenchmarkData data)
    {
        using var actors = new ActorService.ActorServiceClient(Calls).ImportActors();
        foreach (var part in data.Actors.Chunk(1000))
            await actors.RequestStream.WriteAsync(new ImportActorsRequest { Changes = { part } });
        await actors.RequestStream.CompleteAsync();
        await actors;
        using var records = new AgreementService.AgreementServiceClient(Calls).ImportRecords();
        foreach (var part in data.Records.Chunk(1000))
            await records.RequestStream.WriteAsync(new ImportRecordsRequest { Changes = { part.Select(record => new RecordChange { Record = record }) } });
        await records.RequestStream.CompleteAsync();
        var state = (await records).Receipt.RevisionToken;
        await new TariffService.TariffServiceClient(Calls).GetRateTimelineAsync(new GetRateTimelineRequest
        {
            Entry = BenchmarkEntries.One(0),
            From = new Google.Type.Date { Year = 2025, Month = 8, Day = 15 },
            To = new Google.Type.Date { Year = 2025, Month = 8, Day = 16 },
            Read = new ReadOptions { AtLeast = state },
        });
    }
}
