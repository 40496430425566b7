using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Exposure.V1;
using Google.Protobuf.Collections;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph maximum-flow</c>: how much can reach a buyer, and what holds it to that.</summary>
internal static class MaximumFlowCommand
{
    public static Command Create(CommandSetting setting)
    {
        var of = Values.Id("--of", "The buyer: a firm, facility or state.", required: true);
        var group = new Option<string>("--group") { Description = "One input group; all where left out.", HelpName = "name", DefaultValueFactory = _ => "" };
        var from = Values.Ids("--from", "Where goods may come from; may be given more than once. Everybody upstream without inputs where left out.");
        var question = new QuestionOptions(setting.Terminal, onIsDate: true);
        var command = new Command("maximum-flow", "How much can reach a buyer over the stated capacities, and which relations are the bottleneck.") { of, group, from }
            .WithExamples("geograph maximum-flow --of firm:nvidia", "geograph maximum-flow --of firm:nvidia --group wafers --from firm:tsmc");
        question.AddTo(command);
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new GetMaximumFlowRequest
            {
                OfId = parsed.GetRequiredValue(of),
                InputGroup = parsed.GetValue(group),
                FromIds = { parsed.GetValue(from) },
                Question = question.Of(parsed, session),
            };
            var response = await session.Exposure.GetMaximumFlowAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, async () =>
            {
                await session.Names.LoadAsync(response.Cut.Concat(response.Flows).SelectMany(flow => (string[])[flow.FromId, flow.ToId]), cancellationToken);
                session.Screen.Heading(response.Unbounded ? "No stated capacity bounds what can reach it" : $"{Show.Number(response.MaximumFlowUsdPerYear)} USD a year can reach it");
                Table("The bottleneck", response.Cut, "Nothing holds it back.");
                Table(response.Unbounded ? "A way without any stated capacity" : "One way to send it", response.Flows, "Nothing flows.");
                await BasisReport.ShowAsync(session, response.Basis, cancellationToken);

                void Table(string title, RepeatedField<RelationFlow> flows, string nothing)
                {
                    session.Screen.Heading(title);
                    session.Screen.Table(
                        ["From", "To", ">Flow", ">Capacity", "=Relation"],
                        flows.Select(flow => new[] { session.Names.Of(flow.FromId), session.Names.Of(flow.ToId), Show.Number(flow.FlowUsdPerYear), Show.Number(flow.CapacityUsdPerYear), flow.RelationId }),
                        nothing);
                }
            });
        });
    }
}
