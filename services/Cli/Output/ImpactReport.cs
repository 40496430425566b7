using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Cli.Output;

/// <summary>What a change of the data means, on the screen.</summary>
internal static class ImpactReport
{
    /// <summary>What changed, whose costs it moves and which inputs it touches; a line where all is told.</summary>
    public static async Task ShowAsync(Session session, Impact impact, CancellationToken cancellationToken)
    {
        if (impact.CaughtUp)
        {
            session.Screen.Note($"All is told up to {impact.RevisionToken}.");
            return;
        }
        await session.Names.LoadAsync(impact.LandedCosts.SelectMany(cost => new[] { cost.ActorId, cost.ProductId })
            .Concat(impact.Inputs.SelectMany(input => input.DependentIds.Append(input.ActorId))), cancellationToken);
        session.Screen.Line($"{string.Join(", ", impact.ChangedIds)} changed; state {impact.RevisionToken}");
        if (impact.LandedCosts.Count > 0)
        {
            session.Screen.Table(
                ["Who", "What", ">USD a year", ">Duty before", ">Duty after"],
                impact.LandedCosts.Select(cost => new[]
                {
                    session.Names.Of(cost.ActorId), cost.ProductId.Length == 0 ? "all inputs" : session.Names.Of(cost.ProductId),
                    Show.Number(cost.ChangeUsdPerYear), Show.Share(cost.EmbeddedBefore), Show.Share(cost.EmbeddedAfter),
                }),
                "");
        }
        if (impact.Inputs.Count > 0)
        {
            session.Screen.Table(
                ["Buyer", "Input", ">USD a year before", ">After", "Downstream"],
                impact.Inputs.Select(input => new[]
                {
                    session.Names.Of(input.ActorId), input.InputGroup, Value(input.ValueBeforeUsdPerYear), Value(input.ValueAfterUsdPerYear),
                    string.Join(", ", input.DependentIds.Select(session.Names.Of)),
                }),
                "");
        }
        if (impact.LandedCosts.Count + impact.Inputs.Count == 0)
            session.Screen.Line("No firm and no amount in the data is touched.");
    }

    private static string Value(string usd) => usd.Length == 0 ? "?" : Show.Number(usd);
}
