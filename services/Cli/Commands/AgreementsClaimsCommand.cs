using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph agreements claims</c>: what sources assert, and where they clash.</summary>
internal static class AgreementsClaimsCommand
{
    public static Command Create(CommandSetting setting)
    {
        var about = Values.Ids("--about", "Claims about this thing; may be given more than once.");
        var towards = Values.Ids("--object", "Claims that their subject stands to this thing; may be given more than once.");
        var predicate = new Option<string>("--predicate") { Description = "The relation or quantity asserted, as GOODS_DEFICIT.", HelpName = "name" };
        var speaker = Values.Id("--speaker", "Who says it.");
        var saidBy = Values.Day("--said-by", "Only what had been said by the date.");
        var flagged = new Option<bool>("--flagged") { Description = "Only claims that clash, are doubtful or carry a flag." };
        var limit = Values.Limit();
        var command = new Command("claims", "What sources assert, and where they clash.") { about, towards, predicate, speaker, saidBy, flagged, limit }
            .WithExamples("geograph agreements claims --flagged", "geograph agreements claims --about TW --said-by 2025-07-31");
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new ListClaimsRequest
            {
                SubjectIds = { parsed.GetValue(about) },
                ObjectIds = { parsed.GetValue(towards) },
                Predicate = parsed.GetValue(predicate) ?? "",
                SpeakerId = parsed.GetValue(speaker) ?? "",
                SaidBy = parsed.GetValue(saidBy).ToDate(),
                FlaggedOnly = parsed.GetValue(flagged),
                PageSize = parsed.GetValue(limit),
                Read = session.Read,
            };
            var response = await session.Agreements.ListClaimsAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, () =>
            {
                session.Screen.Table(["=Claim", "Said", "What", "Stands", "Sources"], response.Claims.Select(RowOf), "No claim is so.");
                session.Screen.MoreIf(response.NextPageToken);
            });
        });
    }

    private static string[] RowOf(Claim claim)
    {
        string[] stands = [Show.Word(claim.Status), claim.Flag, claim.ClashesWithIds.Count > 0 ? $"clashes with {string.Join(", ", claim.ClashesWithIds)}" : ""];
        return
        [
            claim.Id,
            $"{Show.Day(claim.SaidOn)} {claim.SpeakerId}".Trim(),
            claim.Text,
            string.Join("; ", stands.Where(s => s.Length > 0)),
            Show.Cite(claim.Evidence),
        ];
    }
}
