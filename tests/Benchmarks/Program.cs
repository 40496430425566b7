using GeoGraph.AllInOne;
using GeoGraph.Benchmarks;
using GeoGraph.Cli.Import;
using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Common.V1;
using GeoGraph.Contracts.Tariffs.V1;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Clients;

var folder = args.Length > 0 ? args[0] : Path.Combine(AppContext.BaseDirectory, "data");
await using var host = ServiceHost.Build(
    ["--GeoGraph:Store", "memory", "--Logging:LogLevel:Default", "Warning"], "http://127.0.0.1:0", [.. AllInOneHost.Modules, EchoEndpoint.Module]);
await host.StartAsync();
using var channel = GeoGraphChannel.Open(ServiceHost.BoundAddress(host.Services));

var set = GeoGraphFiles.Read(Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories));
using var actors = new ActorService.ActorServiceClient(channel).ImportActors();
foreach (var part in set.Actors.Select(placed => placed.Change).Chunk(1000))
    await actors.RequestStream.WriteAsync(new ImportActorsRequest { Changes = { part } });
await actors.RequestStream.CompleteAsync();
await actors;
using var records = new AgreementService.AgreementServiceClient(channel).ImportRecords();
foreach (var part in set.Records.Select(placed => placed.Change).Chunk(1000))
    await records.RequestStream.WriteAsync(new ImportRecordsRequest { Changes = { part } });
await records.RequestStream.CompleteAsync();
var state = (await records).Receipt.RevisionToken;
await new TariffService.TariffServiceClient(channel).GetRateTimelineAsync(new GetRateTimelineRequest
{
    Entry = new Entry { ImporterId = "state:US", OriginId = "state:TW", Hs = "8457.10.00", CustomsValue = "1" },
    From = new Google.Type.Date { Year = 2025, Month = 1, Day = 1 },
    To = new Google.Type.Date { Year = 2025, Month = 1, Day = 2 },
    Read = new ReadOptions { AtLeast = state },
});

var invoker = channel.CreateCallInvoker();
await new DutyAgainstEcho(invoker, invoker).RunAsync(Console.Out);
await host.StopAsync();
