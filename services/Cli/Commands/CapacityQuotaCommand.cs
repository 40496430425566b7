using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph capacity-quota</c>: what a quota that follows capacity built abroad comes to.</summary>
internal static class CapacityQuotaCommand
{
    public static Command Create(CommandSetting setting)
    {
        var status = Values.Word<CapacityStatus>("--status", "How far the capacity has come.", QuotaStatusReflection.Descriptor);
        status.Required = true;
        var capacity = Number("--capacity", "What is built abroad, in units.", required: true);
        var imports = Number("--imports", "What is imported, in the same units.", required: true);
        var unitValue = Number("--unit-value", "The customs value of a unit.", required: true);
        var general = Number("--general", "What everybody pays beyond a quota, in percent.", required: true);
        var cap = Number("--cap", "The promised most, in percent.");
        var best = Number("--best-partner", "The lowest rate that any other partner has, in percent, which a most-favoured clause follows.");
        var sales = Number("--sales-share", "The share of the firm's sales that goes to the market, 0 to 1; 1 where left out.");
        var building = Number("--building-multiple", "How many times the capacity enters free while it is being built; 2.5 where left out.");
        var completed = Number("--completed-multiple", "How many times it enters free once completed; 1.5 where left out.");
        var command = new Command("capacity-quota", "What enters free under a quota that follows capacity built abroad, what is owed beyond it, and how much of production has to move.")
        {
            status, capacity, imports, unitValue, general, cap, best, sales, building, completed,
        };
        command.WithExamples("geograph capacity-quota --status building --capacity 100 --imports 300 --unit-value 20 --general 25 --cap 15 --sales-share 0.75");
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new AssessCapacityQuotaRequest
            {
                Status = parsed.GetValue(status),
                NewCapacity = parsed.GetValue(capacity),
                Imports = parsed.GetValue(imports),
                UnitValue = parsed.GetValue(unitValue),
                GeneralRatePercent = parsed.GetValue(general),
                CapPercent = parsed.GetValue(cap),
                BestPartnerRatePercent = parsed.GetValue(best),
                MarketShareOfSales = parsed.GetValue(sales),
                BuildingMultiple = parsed.GetValue(building),
                CompletedMultiple = parsed.GetValue(completed),
            };
            var response = await session.Tariffs.AssessCapacityQuotaAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, () => Report(session.Screen, response));
        });
    }

    private static void Report(Screen screen, AssessCapacityQuotaResponse response)
    {
        screen.Facts(
            ("Multiple", response.Multiple),
            ("Enters free", Show.Number(response.Free)),
            ("Beyond", Show.Number(response.Over)),
            ("Rate beyond", Show.Percent(response.RatePercent)),
            ("Decided by", response.DecidedBy),
            ("Duty", Show.Amount(response.Duty)),
            ("Rate by the clause alone", Show.Percent(response.RateByClauseOnlyPercent)),
            ("Rate by the cap alone", Show.Percent(response.RateByCapOnlyPercent)),
            ("Share of supply to move", Show.Share(response.ShareToMove)),
            ("Share of capacity to move", Show.Share(response.CapacityToMove)),
            ("Capacity left", Show.Share(response.CapacityLeft)));
        foreach (var step in response.Calculation)
            screen.Bullet(step);
    }

    private static Option<string> Number(string name, string description, bool required = false)
    {
        var option = new Option<string>(name) { Description = description, HelpName = "number", Required = required };
        if (!required)
            option.DefaultValueFactory = _ => "";
        return option;
    }
}
