using System.Globalization;
using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Cli.Output;

/// <summary>Dependence on passages, on the screen.</summary>
internal static class ChokepointReport
{
    /// <summary>A row for each dependent, input, passage and tier, with its largest chain.</summary>
    public static async Task ShowAsync(Session session, ListChokepointExposuresResponse response, CancellationToken cancellationToken)
    {
        var names = session.Names;
        await names.LoadAsync(response.Exposures.SelectMany(e => e.Chains.Take(1).SelectMany(c => c.ActorIds).Append(e.DependentId).Append(e.ChokepointId)), cancellationToken);
        session.Screen.Table(
            ["Who", "Input", "Passage", ">Tier", ">Share", ">Any tier", "Chain"],
            response.Exposures.Select(e => new[]
            {
                names.Of(e.DependentId),
                e.InputGroup,
                names.Of(e.ChokepointId),
                e.Tier.ToString(CultureInfo.InvariantCulture),
                Show.Share(e.Share, e.ShareAtMost),
                Show.Share(e.AnyTierShare, e.AnyTierShareAtMost),
                ChainsOf(e, names),
            }),
            "Nobody depends on it in the data.");
    }

    private static string ChainsOf(ChokepointExposure exposure, ActorNames names) => exposure.Chains.Count switch
    {
        0 => "",
        1 => BasisReport.ChainText(exposure.Chains[0], names),
        var n => $"{BasisReport.ChainText(exposure.Chains[0], names)} and {n - 1} more",
    };
}
