using System.CommandLine;
using GeoGraph.Cli.Commands;
using GeoGraph.Cli.Output;
using GeoGraph.Core;
using GeoGraph.Hosting.Errors;
using Grpc.Core;
using Microsoft.Extensions.Options;

namespace GeoGraph.Cli;

/// <summary>The <c>geograph</c> command line: parses, runs, and turns every outcome into an exit code.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command line.</summary>
    /// <returns>0 answered, 1 refused, 2 wrong usage.</returns>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellationToken)
    {
        var globals = new GlobalOptions();
        var parsed = RootOf(new CommandSetting(terminal, globals)).Parse(args);
        if (parsed.Errors.Count > 0)
            return await RefuseUsageAsync(terminal, parsed.Errors.Select(e => e.Message), parsed);
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = terminal.Out, Error = terminal.Error };
        try
        {
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (UsageException wrong)
        {
            return await RefuseUsageAsync(terminal, [wrong.Message], parsed);
        }
        catch (OptionsValidationException wrong)
        {
            return await RefuseUsageAsync(terminal, wrong.Failures, parsed);
        }
        catch (AggregateException all) when (all.InnerExceptions.All(wrong => wrong is OptionsValidationException))
        {
            return await RefuseUsageAsync(terminal, all.InnerExceptions.Cast<OptionsValidationException>().SelectMany(wrong => wrong.Failures), parsed);
        }
        catch (RpcException refused)
        {
            await TellRefusalAsync(refused, terminal, parsed.GetValue(globals.Json));
            return ExitCodes.Refused;
        }
        catch (GeoGraphException refused)
        {
            await TellRefusalAsync(refused.ToRpcException(), terminal, parsed.GetValue(globals.Json));
            return ExitCodes.Refused;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            await terminal.Error.WriteLineAsync(failed.Message);
            return ExitCodes.Refused;
        }
    }

    private static RootCommand RootOf(CommandSetting setting)
    {
        var root = new RootCommand("GeoGraph: who depends on whom, what it costs at the border, and who is bound to what.")
        {
            DemoCommand.Create(setting),
            ServeCommand.Create(setting),
            ImportCommand.Create(setting),
            ActorsCommand.Create(setting),
            AgreementsCommand.Create(setting),
            DutyCommand.Create(setting),
            RatesCommand.Create(setting),
            OriginCommand.Create(setting),
            PreferenceCommand.Create(setting),
            CompareCommand.Create(setting),
            AveragesCommand.Create(setting),
            LinesCommand.Create(setting),
            QuotaCommand.Create(setting),
            CapacityQuotaCommand.Create(setting),
            BulkCommand.Create(setting),
            ReconcileCommand.Create(setting),
            ChokepointsCommand.Create(setting),
            ConcentrationCommand.Create(setting),
            ExposureCommand.Create(setting),
            SinglePointsCommand.Create(setting),
            AlternativesCommand.Create(setting),
            RouteCommand.Create(setting),
            ClosureCommand.Create(setting),
            EmbeddedTariffCommand.Create(setting),
            TariffShockCommand.Create(setting),
            SupplyChangeCommand.Create(setting),
            PartnersCommand.Create(setting),
            DisruptCommand.Create(setting),
            DisruptionsCommand.Create(setting),
            CutSetsCommand.Create(setting),
            RelianceCommand.Create(setting),
            MaximumFlowCommand.Create(setting),
            ReachCommand.Create(setting),
            BottlenecksCommand.Create(setting),
            BrokersCommand.Create(setting),
            ConsequencesCommand.Create(setting),
            ImpactsCommand.Create(setting),
            StoreCommand.Create(setting),
        };
        foreach (var option in setting.Globals.All)
            root.Add(option);
        root.WithExamples("geograph demo", "geograph duty --importer US --origin TW --hs 8457.10.00 --value 1000000 --on 2025-08-15", "geograph chokepoints --at chokepoint:taiwan-strait");
        Examples.ShowIn(root);
        return root;
    }

    private static async Task<int> RefuseUsageAsync(Terminal terminal, IEnumerable<string> errors, ParseResult parsed)
    {
        foreach (var error in errors)
            await terminal.Error.WriteLineAsync(error);
        await terminal.Error.WriteLineAsync($"Help: {NameOf(parsed.CommandResult.Command)} --help");
        return ExitCodes.WrongUsage;
    }

    private static string NameOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{NameOf(parent)} {command.Name}" : "geograph";

    private static async Task TellRefusalAsync(RpcException refused, Terminal terminal, bool json)
    {
        if (json && refused.GetRpcStatus(ignoreParseError: true) is { } status)
            await terminal.Error.WriteLineAsync(JsonOutput.Of(status));
        else
        {
            foreach (var line in Refusal.Lines(refused))
                await terminal.Error.WriteLineAsync(line);
        }
    }
}
