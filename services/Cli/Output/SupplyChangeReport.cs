using System.Globalization;
using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Cli.Output;

/// <summary>How supply changes, on the screen.</summary>
internal static class SupplyChangeReport
{
    /// <summary>What kind of change it is, what moves, and exposure, duty and cost before and after.</summary>
    public static async Task ShowAsync(Session session, AssessSupplyChangeResponse response, CancellationToken cancellationToken)
    {
        var (names, change) = (session.Names, response.Change);
        await names.LoadAsync(change.StatesBefore.Concat(change.StatesAfter).Concat(change.Moved.Select(m => m.BuyerId)), cancellationToken);
        session.Screen.Facts(
            ("Change", KindOf(change)),
            ("Actors upstream", $"{Text(change.NodesBefore)} before, {Text(change.NodesAfter)} after"),
            ("Longest chain", $"{Text(change.LongestChainBefore)} before, {Text(change.LongestChainAfter)} after"),
            ("States before", string.Join(", ", change.StatesBefore.Select(names.Of))),
            ("States after", string.Join(", ", change.StatesAfter.Select(names.Of))));
        session.Screen.Table(
            ["Buyer", "Input", "From", "To", ">Share"],
            change.Moved.Select(m => new[] { names.Of(m.BuyerId), m.InputGroup, Place(m.FromStateId, names), Place(m.ToStateId, names), Show.Share(m.Share) }),
            "No supply moves between states.");
        session.Screen.Table(
            ["Figure", ">Before", ">After", ">Change"],
            response.Exposures.Append(response.EmbeddedTariff).Append(response.InputCostUsdPerYear).Select(d => new[] { d.Figure, Number(d.Baseline), Number(d.Scenario), Number(d.Change) }),
            "");
    }

    private static string KindOf(SupplyChange change) => (change.Contractionary, change.Diversionary) switch
    {
        (true, true) => "contractionary and diversionary",
        (true, false) => "contractionary",
        (false, true) => "diversionary",
        _ => "neither contractionary nor diversionary",
    };

    private static string Place(string id, ActorNames names) => id.Length == 0 ? "-" : names.Of(id);

    private static string Number(string number) => number.Length == 0 ? "?" : Show.Number(number);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
