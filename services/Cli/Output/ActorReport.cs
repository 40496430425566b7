using GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Cli.Output;

/// <summary>One actor on the screen.</summary>
internal static class ActorReport
{
    /// <summary>Its facts, numbers, stocks and sources.</summary>
    public static void Show(Screen screen, Actor actor)
    {
        screen.Heading($"{actor.Id}  {Output.Show.Names(actor.Names)}");
        screen.Facts(
            ("What", actor.Description),
            ("Valid", Output.Show.Span(actor.Valid)),
            ("ISO codes", string.Join(" ", new[] { actor.IsoAlpha2, actor.IsoAlpha3 }.Where(c => c.Length > 0))),
            ("HS codes", string.Join(", ", actor.HsCodes)),
            ("Lies at", actor.Coordinates is { } place ? $"{place.Latitude}, {place.Longitude}" : ""),
            ("Main port", actor.MainPort),
            ("Output", actor.OutputUsdPerYear.Length > 0 ? $"{Output.Show.Amount(actor.OutputUsdPerYear)} USD per year" : ""),
            ("Recovers in", actor.RecoveryDays.Length > 0 ? $"{actor.RecoveryDays} days" : ""),
            ("Stocks", string.Join(", ", actor.Stocks.Select(s => $"{s.InputGroup}: {s.Days} days"))),
            ("Sources", Output.Show.Cite(actor.Evidence)),
            ("Confidence", actor.Evidence is { } evidence ? Output.Show.Word(evidence.Confidence) : ""));
        if (actor.Attributes.Count == 0)
            return;
        screen.Table(
            ["Attribute", ">Value", "Unit", "About", "When", "Sources"],
            actor.Attributes.Select(a => new[] { a.Name, a.Value, a.Unit, a.AboutId, a.Valid is null ? "" : Output.Show.Span(a.Valid), Output.Show.Cite(a.Evidence) }),
            "");
    }
}
