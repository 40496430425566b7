using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph origin</c>: whether a good qualifies by rules of origin, and how far it is from it.</summary>
internal static class OriginCommand
{
    public static Command Create(CommandSetting setting)
    {
        var bill = BillOption.Create(required: true);
        var on = Values.Day("--on", "The date by whose rules it is judged; the bill's where left out, and today where that has none.");
        var agreements = Values.Ids("--agreement", "Only the rules of this agreement; may be given more than once.");
        var rules = Values.Ids("--rule", "Only this rule; may be given more than once.");
        var command = new Command("origin", "Whether a good qualifies by rules of origin, requirement by requirement, and the least that would have to change.")
        {
            bill, on, agreements, rules,
        };
        command.WithExamples("geograph origin --bill car.yaml", "geograph origin --bill car.yaml --agreement agreement:usmca --on 2022-07-01");
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new AssessOriginRequest
            {
                Bill = BillOption.Read(parsed.GetRequiredValue(bill)!),
                AgreementIds = { parsed.GetValue(agreements) },
                RuleIds = { parsed.GetValue(rules) },
                Read = session.Read,
            };
            request.Bill.On = parsed.GetValue(on).ToDate() ?? request.Bill.On ?? setting.Terminal.Today.ToDate();
            var response = await session.Tariffs.AssessOriginAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, () => OriginReport.Show(session.Screen, request.Bill, response.Assessments));
        });
    }
}
