using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph supply-change</c>: whether scenarios make an actor's supply contract, divert it, or both.</summary>
internal static class SupplyChangeCommand
{
    public static Command Create(CommandSetting setting)
    {
        var of = Values.Id("--of", "The dependent: a firm, a facility, or a state for its imports.", required: true);
        var towards = Values.Id("--towards", "What exposure is compared to: a state, bloc or chokepoint; every chokepoint where left out.");
        var before = DutyTermOptions.Rates("--rate-before", "A duty on a flow without the scenarios");
        var after = DutyTermOptions.Rates("--rate-after", "A duty on a flow under the scenarios");
        var terms = new DutyTermOptions();
        var question = new QuestionOptions(setting.Terminal, onIsDate: true);
        var command = new Command("supply-change", "Whether scenarios make supply contract (fewer actors), divert it (places taken elsewhere), or both; exposure, duty and cost before and after.")
            { of, towards, before, after }
            .WithExamples("geograph supply-change --of firm:nvidia --scenario fab-moves.yaml", "geograph supply-change --of firm:nvidia --towards TW --scenario fab-moves.yaml");
        terms.AddTo(command);
        question.AddTo(command);
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new AssessSupplyChangeRequest
            {
                OfId = parsed.GetRequiredValue(of),
                OnId = parsed.GetValue(towards) ?? "",
                RatesBefore = { DutyTermOptions.RatesOf(parsed.GetValue(before)) },
                RatesAfter = { DutyTermOptions.RatesOf(parsed.GetValue(after)) },
                Law = terms.Of(parsed),
                Question = question.Of(parsed, session),
            };
            var response = await session.Exposure.AssessSupplyChangeAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, async () =>
            {
                await SupplyChangeReport.ShowAsync(session, response, cancellationToken);
                await BasisReport.ShowAsync(session, response.Basis, cancellationToken);
            });
        });
    }
}
