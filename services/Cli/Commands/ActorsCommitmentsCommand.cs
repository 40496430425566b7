using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph actors commitments</c>: who is bound to whom, and which forums bind nobody.</summary>
internal static class ActorsCommitmentsCommand
{
    public static Command Create(CommandSetting setting)
    {
        var towards = Values.Id("--towards", "The state towards which others are bound.", required: true);
        var obligation = Values.Word<Obligation>("--obligation", "What they are bound to; any where left out.", ActorReflection.Descriptor);
        var asOf = Values.Day("--as-of", "The date; today where left out.");
        var command = new Command("commitments", "Who is bound to a state by an alliance, and which forums do not bind.") { towards, obligation, asOf }
            .WithExamples("geograph actors commitments --towards JP --obligation defense", "geograph actors commitments --towards US --as-of 1985-01-01");
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new ListCommitmentsRequest
            {
                TowardsId = parsed.GetRequiredValue(towards),
                Obligation = parsed.GetValue(obligation),
                AsOf = (parsed.GetValue(asOf) ?? setting.Terminal.Today).ToDate(),
                Read = session.Read,
            };
            var response = await session.Actors.ListCommitmentsAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, () => CommitmentReport.ShowAsync(session, request, response, cancellationToken));
        });
    }
}
