using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph reliance</c>: how much of an actor's output rests on others.</summary>
internal static class RelianceCommand
{
    public static Command Create(CommandSetting setting)
    {
        var of = Values.Id("--of", "The dependent: a firm, facility or state.", required: true);
        var on = Values.Ids("--on-actor", "Another on whom it may rest; may be given more than once. All where left out.");
        var question = new QuestionOptions(setting.Terminal, onIsDate: true);
        var command = new Command("reliance", "How much of an actor's output rests on others through every tier: what passes through each, and the value that each adds.") { of, on }
            .WithExamples("geograph reliance --of firm:example-us-oem", "geograph reliance --of firm:example-us-oem --on-actor firm:example-cn-refine");
        question.AddTo(command);
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new GetRelianceRequest { OfId = parsed.GetRequiredValue(of), OnIds = { parsed.GetValue(on) }, Question = question.Of(parsed, session) };
            var response = await session.Exposure.GetRelianceAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, async () =>
            {
                await session.Names.LoadAsync(response.Reliances.Select(reliance => reliance.OnId), cancellationToken);
                session.Screen.Table(
                    ["On", ">Gross", ">Value added", ">Direct"],
                    response.Reliances.Select(reliance => new[] { session.Names.Of(reliance.OnId), Gross(reliance), Show.Share(reliance.ValueAdded), Show.Share(reliance.Direct) }),
                    "It rests on nobody in the data.");
                if (response.Tolerance is not ("" or "0"))
                    session.Screen.Note($"Figures behind circles of suppliers are within {response.Tolerance} of the exact ones.");
                await BasisReport.ShowAsync(session, response.Basis, cancellationToken);
            });
        });
    }

    private static string Gross(Reliance reliance) => (reliance.GrossIsLeast ? "at least " : "") + Show.Share(reliance.Gross);
}
