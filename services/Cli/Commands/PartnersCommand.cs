using System.CommandLine;
using System.Globalization;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph partners</c>: the partners of a state by a number that sources state, and the shares in which it depends on others.</summary>
internal static class PartnersCommand
{
    public static Command Create(CommandSetting setting)
    {
        var of = Values.Id("--of", "The state or bloc.", required: true);
        var by = new Option<string>("--by") { Description = "The number's name, as goods_balance; the deficit in goods where left out.", HelpName = "name", DefaultValueFactory = _ => "" };
        var question = new QuestionOptions(setting.Terminal, onIsDate: true);
        var command = new Command("partners", "The partners of a state by a number that sources state, as the deficit in goods, and the shares in which it depends on others.") { of, by }
            .WithExamples("geograph partners --of US", "geograph partners --of US --by goods_balance --on 2025-06-01");
        question.AddTo(command);
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new RankPartnersRequest { OfId = parsed.GetRequiredValue(of), By = parsed.GetValue(by) ?? "", Question = question.Of(parsed, session) };
            var response = await session.Exposure.RankPartnersAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, async () =>
            {
                await session.Names.LoadAsync(response.Partners.Select(p => p.PartnerId).Concat(response.Dependences.Select(d => d.OnId)), cancellationToken);
                session.Screen.Table(
                    [">Rank", "Partner", ">Number", ">Of the total", "Time", "Stated by"],
                    response.Partners.Select(p => new[]
                    {
                        p.Rank.ToString(CultureInfo.InvariantCulture), session.Names.Of(p.PartnerId), Show.Number(p.Value), p.Share.Length == 0 ? "" : Show.Share(p.Share), p.Period, p.StatedBy,
                    }),
                    "No source states such a number of a partner.");
                session.Screen.Table(
                    ["Depends on", "For", ">Share", "Stated by"],
                    response.Dependences.Select(d => new[] { session.Names.Of(d.OnId), d.Name, Show.Share(d.Share), d.StatedBy }),
                    "No source states a share in which it depends on another.");
                await BasisReport.ShowAsync(session, response.Basis, cancellationToken);
            });
        });
    }
}
