using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph agreements measures</c>: duties, preferences and controls as the law has them.</summary>
internal static class AgreementsMeasuresCommand
{
    public static Command Create(CommandSetting setting)
    {
        var by = Values.Id("--by", "The state or bloc that imposes.");
        var origin = Values.Id("--origin", "Only measures that name the origin, or none.");
        var hs = new Option<string>("--hs") { Description = "Only measures whose goods may include the code.", HelpName = "code" };
        var on = Values.Day("--on", "Only measures effective on the date.");
        var knownAt = Values.Day("--known-at", "The law as it was known on the date; as settled where left out.");
        var authority = new Option<string>("--authority") { Description = "One family, as us-s232-autos.", HelpName = "name" };
        var limit = Values.Limit();
        var command = new Command("measures", "Duties, preferences, controls and fees.") { by, origin, hs, on, knownAt, authority, limit }
            .WithExamples("geograph agreements measures --by US --origin TW --on 2025-08-15", "geograph agreements measures --by US --hs 8703.23 --authority us-s232-autos");
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new ListMeasuresRequest
            {
                ImposedById = parsed.GetValue(by) ?? "",
                OriginId = parsed.GetValue(origin) ?? "",
                Hs = parsed.GetValue(hs) ?? "",
                On = parsed.GetValue(on).ToDate(),
                KnownAt = parsed.GetValue(knownAt).ToDate(),
                Authority = parsed.GetValue(authority) ?? "",
                PageSize = parsed.GetValue(limit),
                Read = session.Read,
            };
            var response = await session.Agreements.ListMeasuresAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, () =>
            {
                session.Screen.Table(["=Measure", "Title", "Duty", "Effective", "Status", "Legal basis"], response.Measures.Select(RowOf), "No measure is so.");
                session.Screen.MoreIf(response.NextPageToken);
            });
        });
    }

    private static string[] RowOf(Measure measure) =>
    [
        measure.Id,
        measure.Title,
        measure.Duty.Length > 0 ? measure.Duty : Show.Word(measure.Type),
        Show.Span(measure.Effective),
        measure.Status == MeasureStatus.Unspecified ? "law" : Show.Word(measure.Status),
        string.Join(" ", new[] { measure.LegalBasis, measure.Heading }.Where(t => t.Length > 0)),
    ];
}
