using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph tariff-shock</c>: whose landed cost a change of duties or of supply moves.</summary>
internal static class TariffShockCommand
{
    public static Command Create(CommandSetting setting)
    {
        var of = Values.Ids("--of", "A buyer to look at; all whose cost changes where left out. May be given more than once.");
        var passThrough = new Option<string>("--pass-through") { Description = "The part of a duty that a seller adds to its price, 0 to 1.", HelpName = "share", DefaultValueFactory = _ => "1" };
        var before = DutyTermOptions.Rates("--rate-before", "A duty on a flow without the scenarios");
        var after = DutyTermOptions.Rates("--rate-after", "A duty on a flow under the scenarios");
        var terms = new DutyTermOptions();
        var question = new QuestionOptions(setting.Terminal, onIsDate: true);
        var command = new Command("tariff-shock", "How scenarios move the landed cost of inputs, direct and embedded, by buyer and product.") { of, passThrough, before, after }
            .WithExamples("geograph tariff-shock --end-agreement agreement:usmca --on 2026-02-01", "geograph tariff-shock --of firm:us-oem --scenario measures.yaml --pass-through 0.5");
        terms.AddTo(command);
        question.AddTo(command);
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new AssessTariffShockRequest
            {
                OfIds = { parsed.GetValue(of) },
                PassThrough = parsed.GetValue(passThrough) ?? "",
                RatesBefore = { DutyTermOptions.RatesOf(parsed.GetValue(before)) },
                RatesAfter = { DutyTermOptions.RatesOf(parsed.GetValue(after)) },
                Law = terms.Of(parsed),
                Facts = { terms.FactsOf(parsed) },
                Question = question.Of(parsed, session),
            };
            var response = await session.Exposure.AssessTariffShockAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, async () =>
            {
                await TariffExposureReport.ShowAsync(session, response, cancellationToken);
                await BasisReport.ShowAsync(session, response.Basis, cancellationToken);
            });
        });
    }
}
