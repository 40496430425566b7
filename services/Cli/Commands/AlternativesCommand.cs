using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph alternatives</c>: other sources of an input.</summary>
internal static class AlternativesCommand
{
    public static Command Create(CommandSetting setting)
    {
        var of = Values.Id("--of", "The buyer.", required: true);
        var group = new Option<string>("--group") { Description = "The input group to source otherwise.", HelpName = "name" };
        var product = Values.Id("--product", "The product to source otherwise.");
        var within = Values.Id("--within", "The alliance whose members are wanted; anywhere where left out.");
        var question = new QuestionOptions(setting.Terminal, onIsDate: true);
        var command = new Command("alternatives", "Other sources of an input, within an alliance or anywhere.") { of, group, product, within }
            .WithExamples("geograph alternatives --of firm:nvidia --group wafers", "geograph alternatives --of US --product product:logic-chip --within bloc:us-japan-alliance");
        question.AddTo(command);
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new ListAlternativesRequest
            {
                OfId = parsed.GetRequiredValue(of),
                InputGroup = parsed.GetValue(group) ?? "",
                ProductId = parsed.GetValue(product) ?? "",
                WithinBlocId = parsed.GetValue(within) ?? "",
                Question = question.Of(parsed, session),
            };
            if (request.InputGroup.Length > 0 == request.ProductId.Length > 0)
                throw new UsageException("give either --group or --product");
            var response = await session.Exposure.ListAlternativesAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, async () =>
            {
                await session.Names.LoadAsync(response.Alternatives.SelectMany(a => new[] { a.SupplierId, a.StateId, a.ProductId }), cancellationToken);
                session.Screen.Table(
                    ["Who", "Where", "Makes", ">Of the world", "Supplies today"],
                    response.Alternatives.Select(a => new[] { session.Names.Of(a.SupplierId), session.Names.Of(a.StateId), session.Names.Of(a.ProductId), Show.Share(a.WorldOutputShare), a.AlreadySupplies ? "yes" : "no" }),
                    "No other source is in the data.");
                if (response.ShareWithinToday.Length > 0)
                    session.Screen.Line($"Held within the alliance today: {Show.Share(response.ShareWithinToday)}");
                await BasisReport.ShowAsync(session, response.Basis, cancellationToken);
            });
        });
    }
}
