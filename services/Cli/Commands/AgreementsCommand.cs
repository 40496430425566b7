using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph agreements</c>: which agreements bind whom on a date; its subcommands tell the rest of what the service holds.</summary>
internal static class AgreementsCommand
{
    public static Command Create(CommandSetting setting)
    {
        var between = Values.Ids("--between", "A party, with --and for the other.");
        var and = Values.Ids("--and", "The other party.");
        var party = Values.Ids("--party", "A state or bloc that must be party; may be given more than once.");
        var on = Values.Day("--on", "The date; today where left out.");
        var inForce = new Option<bool>("--in-force") { Description = "Only agreements in force on the date." };
        var limit = Values.Limit();
        var command = new Command("agreements", "Which agreements bind whom on a date; also claims, negotiations, the timeline and measures.") { between, and, party, on, inForce, limit };
        command.Add(AgreementsGetCommand.Create(setting));
        command.Add(AgreementsSearchCommand.Create(setting));
        command.Add(AgreementsClaimsCommand.Create(setting));
        command.Add(AgreementsNegotiationsCommand.Create(setting));
        command.Add(AgreementsTimelineCommand.Create(setting));
        command.Add(AgreementsMeasuresCommand.Create(setting));
        command.WithExamples(
            "geograph agreements --between US --and TW --on 2026-02-01",
            "geograph agreements --party JP --on 2025-09-16 --in-force",
            "geograph agreements claims --flagged",
            "geograph agreements timeline --from 2025-04-01 --to 2025-05-01");
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new ListBindingsRequest
            {
                PartyIds = { parsed.GetValue(between)!.Concat(parsed.GetValue(and)!).Concat(parsed.GetValue(party)!).Distinct() },
                AsOf = (parsed.GetValue(on) ?? setting.Terminal.Today).ToDate(),
                InForceOnly = parsed.GetValue(inForce),
                PageSize = parsed.GetValue(limit),
                Read = session.Read,
            };
            var response = await session.Agreements.ListBindingsAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, () =>
            {
                session.Screen.Heading($"Agreements on {Show.Day(request.AsOf)}");
                session.Screen.Table(
                    ["=Id", "Agreement", "Status", "=Since", "Bound"],
                    response.Bindings.Select(b => new[] { b.Agreement.Id, Show.Names(b.Agreement.Names), Show.Word(b.Status), Show.Day(b.StatusSince), string.Join(", ", b.BoundIds) }),
                    "No agreement is so.");
                session.Screen.Note($"Sources: {string.Join("; ", response.Bindings.SelectMany(b => b.Agreement.Evidence?.Sources ?? []).Select(Show.Cite).Distinct().Order(StringComparer.Ordinal))}");
                session.Screen.MoreIf(response.NextPageToken);
            });
        });
    }
}
