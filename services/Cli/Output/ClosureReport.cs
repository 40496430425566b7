using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Cli.Output;

/// <summary>What a closure does, on the screen.</summary>
internal static class ClosureReport
{
    /// <summary>The flows that it touches, then what every chokepoint carries.</summary>
    public static async Task ShowAsync(Session session, AssessClosureResponse response, CancellationToken cancellationToken)
    {
        var names = session.Names;
        await names.LoadAsync(response.Flows.SelectMany(flow => new[] { flow.FromId, flow.ToId }).Concat(response.Loads.Select(load => load.ChokepointId)), cancellationToken);
        session.Screen.Table(
            ["From", "To", ">Part", ">USD a year", "Fate", ">More km", ">More days", ">More USD a year"],
            response.Flows.Select(flow => new[]
            {
                names.Of(flow.FromId), names.Of(flow.ToId), Show.Share(flow.Share), Show.Number(flow.ValueUsdPerYear),
                flow.Lost ? $"lost: {flow.Reason}" : $"goes round by {RouteReport.Passages(flow.Passages)}",
                Show.Number(flow.ExtraKm), Show.Number(flow.ExtraDays), Show.Number(flow.ExtraCostUsdPerYear),
            }),
            "No flow passes it in the data.");
        session.Screen.Line($"Lost {Show.Amount(response.LostUsd)} USD, goes round {Show.Amount(response.ReroutedUsd)} USD, while it lasts.");
        session.Screen.Table(
            ["Chokepoint", ">Before, USD a year", ">Under it", ">Share before", ">Share under it"],
            response.Loads.Select(load => new[]
            {
                names.Of(load.ChokepointId), Show.Number(load.BeforeUsdPerYear), Show.Number(load.AfterUsdPerYear), Show.Share(load.ShareBefore), Show.Share(load.ShareAfter),
            }),
            "No flow of known value passes a chokepoint.");
        await BasisReport.ShowAsync(session, response.Basis, cancellationToken);
    }
}
