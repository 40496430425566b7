using System.CommandLine;
using GeoGraph.Cli.Server;
using GeoGraph.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph serve</c>: the services, until stopped.</summary>
internal static class ServeCommand
{
    public static Command Create(CommandSetting setting)
    {
        var service = new Argument<string>("service") { Description = $"One of {string.Join(", ", ServiceChoice.Every.Select(c => c.Name))}.", DefaultValueFactory = _ => ServiceChoice.All.Name };
        service.AcceptOnlyFromAmong([.. ServiceChoice.Every.Select(c => c.Name)]);
        var listen = new Option<string>("--listen") { Description = "Where to listen, as http://0.0.0.0:5080. Default http://127.0.0.1 with port 5080 for all, 5081 for actors, 5082 agreements, 5083 tariffs, 5084 exposure.", HelpName = "address" };
        var command = new Command("serve", "Run the services until stopped. One service alone finds the others at --server.") { service, listen };
        command.WithExamples("geograph serve", "geograph serve --data ./data --listen http://0.0.0.0:5080", "geograph serve --store neo4j --neo4j-uri bolt://graph:7687 --neo4j-password-file /run/secrets/neo4j", "geograph serve tariffs --server actors=http://a:5081,agreements=http://b:5082");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var store = setting.Globals.Store.Of(parsed);
            List<string> settings = [.. store.Settings];
            Add(settings, ServiceHost.ListenKey, parsed.GetValue(listen));
            foreach (var name in ServerAddresses.Services)
                Add(settings, $"GeoGraph:Services:{name}", parsed.GetValue(setting.Globals.Server)?.Of(name)?.ToString());
            var choice = ServiceChoice.Every.Single(c => c.Name == parsed.GetValue(service));
            await using var app = choice.Build([.. settings], null);
            await app.StartAsync(cancellationToken);
            if (choice == ServiceChoice.All && store.GetsStarterData)
                await LoadStarterDataAsync(app, setting, cancellationToken);
            await app.WaitForShutdownAsync(cancellationToken);
            return ExitCodes.Answered;
        });
        return command;
    }

    private static async Task LoadStarterDataAsync(WebApplication app, CommandSetting setting, CancellationToken cancellationToken)
    {
        await using var session = new Session(ServerAddresses.OfAll(ServiceHost.BoundAddress(app.Services)), embedded: null, setting.Terminal, json: true);
        await StarterData.LoadIfEmptyAsync(session, cancellationToken);
    }

    private static void Add(List<string> settings, string key, string? value)
    {
        if (value is not null)
            settings.AddRange([$"--{key}", value]);
    }
}
