using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Cli.Output;

/// <summary>Duties along supply, on the screen.</summary>
internal static class TariffExposureReport
{
    /// <summary>The duty in all, and a row for each border.</summary>
    public static async Task ShowAsync(Session session, GetEmbeddedTariffResponse response, CancellationToken cancellationToken)
    {
        var names = session.Names;
        await names.LoadAsync(response.Borders.SelectMany(b => (b.Chain?.ActorIds ?? []).Append(b.ImporterId).Append(b.OriginId)).Where(id => id.Length > 0), cancellationToken);
        session.Screen.Facts(("Embedded duty", $"{Show.Share(response.Embedded, response.EmbeddedAtMost)} of output"));
        session.Screen.Table(
            ["Border", "Goods", ">Duty", ">Of output", ">Embedded", "Chain"],
            response.Borders.Select(b => new[]
            {
                $"{NameOf(b.OriginId, names)} → {NameOf(b.ImporterId, names)}",
                b.Hs,
                b.Missing.Length > 0 ? "?" : Show.Share(b.Rate, b.RateAtMost),
                Show.Share(b.Share),
                b.Embedded.Length == 0 ? "?" : Show.Share(b.Embedded),
                b.Chain is { } chain ? BasisReport.ChainText(chain, names) : "",
            }),
            "No input crosses a border in the data.");
    }

    /// <summary>A row for each buyer and product.</summary>
    public static async Task ShowAsync(Session session, AssessTariffShockResponse response, CancellationToken cancellationToken)
    {
        var names = session.Names;
        await names.LoadAsync(response.Changes.SelectMany(c => new[] { c.ActorId, c.ProductId }).Where(id => id.Length > 0), cancellationToken);
        session.Screen.Table(
            ["Buyer", "Input", ">Direct before", ">After", ">Embedded before", ">After", ">Change, USD a year"],
            response.Changes.Select(c => new[]
            {
                names.Of(c.ActorId), c.ProductId.Length == 0 ? "all" : names.Of(c.ProductId), Show.Share(c.DirectBefore), Show.Share(c.DirectAfter), Show.Share(c.EmbeddedBefore),
                Show.Share(c.EmbeddedAfter), c.ChangeUsdPerYear.Length == 0 ? "?" : Show.Number(c.ChangeUsdPerYear),
            }),
            "Nobody's landed cost changes by an amount that is known.");
        session.Screen.Facts(("Duty paid more or less", $"{Show.Number(response.TotalChangeUsdPerYear)} USD a year"));
    }

    private static string NameOf(string id, ActorNames names) => id.Length == 0 ? "?" : names.Of(id);
}
