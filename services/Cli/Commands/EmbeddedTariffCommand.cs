using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph embedded-tariff</c>: how much duty is embedded in what an actor makes.</summary>
internal static class EmbeddedTariffCommand
{
    public static Command Create(CommandSetting setting)
    {
        var of = Values.Id("--of", "The dependent: a firm, a facility, or a state for its imports.", required: true);
        var rates = DutyTermOptions.Rates("--rate", "A duty to take in place of the law's on a flow");
        var statedOnly = new Option<bool>("--stated-only") { Description = "Take every flow without --rate as free, and ask no law." };
        var terms = new DutyTermOptions();
        var question = new QuestionOptions(setting.Terminal, onIsDate: true);
        var command = new Command("embedded-tariff", "How much duty is embedded in an actor's output, from every border that its inputs cross, with the chains.") { of, rates, statedOnly }
            .WithExamples(
                "geograph embedded-tariff --of firm:example-us-pack --on 2026-02-01", "geograph embedded-tariff --of firm:example-us-pack --stated-only --rate supplies:kr-us=0.04",
                "geograph embedded-tariff --of firm:example-us-pack --end-agreement agreement:usmca");
        terms.AddTo(command);
        question.AddTo(command);
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new GetEmbeddedTariffRequest
            {
                OfId = parsed.GetRequiredValue(of),
                StatedRates = { DutyTermOptions.RatesOf(parsed.GetValue(rates)) },
                StatedOnly = parsed.GetValue(statedOnly),
                Law = terms.Of(parsed),
                Facts = { terms.FactsOf(parsed) },
                Question = question.Of(parsed, session),
            };
            var response = await session.Exposure.GetEmbeddedTariffAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, async () =>
            {
                await TariffExposureReport.ShowAsync(session, response, cancellationToken);
                await BasisReport.ShowAsync(session, response.Basis, cancellationToken);
            });
        });
    }
}
