using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Cli.Output;

/// <summary>What a shock does, on the screen.</summary>
internal static class DisruptionReport
{
    /// <summary>What is lost in all, then a row for each actor, then the inputs that stop and the flows that a shut passage touches.</summary>
    public static async Task ShowAsync(Session session, AssessDisruptionResponse response, CancellationToken cancellationToken)
    {
        var (screen, names) = (session.Screen, session.Names);
        await names.LoadAsync(response.Levels.SelectMany(level => (level.Chain?.ActorIds ?? []).Append(level.ActorId)).Concat(response.Reroutings.SelectMany(flow => (string[])[flow.FromId, flow.ToId])), cancellationToken);
        screen.Heading($"{Show.Number(response.DownstreamLostUsdPerYear)} of {Show.Number(response.DownstreamOutputUsdPerYear)} USD a year are lost while it lasts and no stock is left{NotCounted(response)}");
        var fares = response.Survivals.ToDictionary(survival => survival.ActorId);
        var isDemand = response.Levels.Any(level => level.DemandLevel.Length > 0);
        screen.Table(
            ["Who", ">Level", .. isDemand ? (string[])[">Demand"] : [], ">Lost a year", "Short of", ">Lasts days", ">Gap days", ">Lost USD", "Because of"],
            response.Levels.Select(level => Row(level, fares.GetValueOrDefault(level.ActorId), names, isDemand)),
            "It touches nobody.");
        ShowStops(screen, response, names);
        ShowReroutings(screen, response, names);
        await BasisReport.ShowAsync(session, response.Basis, cancellationToken);
    }

    // Without it, a loss of nothing that anybody states would read as no loss.
    private static string NotCounted(AssessDisruptionResponse response) => response.Levels.Count(level => level.Level != "1" && level.LostUsdPerYear.Length == 0) switch
    {
        0 => "",
        1 => ", but for 1 actor below that states no output",
        var count => $", but for {count} actors below that state no output",
    };

    private static string[] Row(ActorLevel level, Survival? survival, ActorNames names, bool isDemand) =>
    [
        names.Of(level.ActorId), Show.Share(level.Level, level.LevelAtMost), .. isDemand ? (string[])[level.DemandLevel.Length > 0 ? Show.Share(level.DemandLevel) : ""] : [],
        level.LostUsdPerYear.Length > 0 ? Show.Number(level.LostUsdPerYear) : "?", level.BindingGroup,
        survival is null ? "" : survival.SurvivesDays.Length > 0 ? Show.Number(survival.SurvivesDays) : "throughout",
        survival is null ? "" : survival.GapDays.Length > 0 ? Show.Number(survival.GapDays) : "for good",
        survival is null ? "" : Show.Number(survival.LostUsd),
        level.Chain is null ? "lost itself" : BasisReport.ChainText(level.Chain, names),
    ];

    private static void ShowStops(Screen screen, AssessDisruptionResponse response, ActorNames names)
    {
        foreach (var survival in response.Survivals)
        {
            foreach (var stop in survival.Stops)
                screen.Bullet($"{names.Of(survival.ActorId)} is short of {stop.InputGroup} from day {Show.Number(stop.ShortFromDay)}: {Show.Share(stop.Availability)} of it is left");
        }
    }

    private static void ShowReroutings(Screen screen, AssessDisruptionResponse response, ActorNames names)
    {
        foreach (var flow in response.Reroutings)
        {
            var what = $"{names.Of(flow.FromId)} to {names.Of(flow.ToId)}, {Show.Share(flow.Share)} of {flow.RelationId}";
            screen.Bullet(flow.Lost ? $"{what}: lost, {flow.Reason}" : $"{what}: goes round, {Show.Number(flow.ExtraKm)} km and {Show.Number(flow.ExtraDays)} days longer");
        }
    }
}
