using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Closure;
using GeoGraph.Exposure.Disruption;
using GeoGraph.Exposure.Survival;
using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>Questions of what a shock does: called, and answered as the contract writes it.</summary>
internal static class DisruptionMapping
{
    public static Wire.AssessDisruptionResponse Answer(OpenedQuestion question, AskedShock asked, IReadOnlyList<EntityId> of, bool upstream)
    {
        var shut = ShutFlows.Of(question, asked);
        var shock = new Shock { Removed = asked.Removed, Linear = asked.Linear, Days = asked.Days, Delivered = shut.Delivered };
        var answer = DisruptionMeasures.Levels(question.View, shock, of, upstream, question.Limits, question.CancellationToken);
        var page = question.Cut(answer.Nodes);
        var survivals = page.Items.Count == 0 ? null : SurvivalMeasures.TimeTo(
            question.View, shock, [.. page.Items.Select(level => level.Node)], question.Limits with { MaxResults = page.Items.Count }, question.CancellationToken);
        var fares = survivals?.Nodes.ToDictionary(survival => survival.Node) ?? [];
        var completeness = answer.Basis.Completeness;
        return new Wire.AssessDisruptionResponse
        {
            Levels = { page.Items.Select(ToWire) },
            DownstreamLostUsdPerYear = DecimalText.Print(answer.Output.InAll.AtMost),
            DownstreamOutputUsdPerYear = DecimalText.Print(answer.Output.OutputOfAll),
            Survivals = { page.Items.Where(level => fares.ContainsKey(level.Node)).Select(level => SurvivalMapping.ToWire(fares[level.Node])) },
            Reroutings = { ClosureMapping.ToWire(question, new ClosureQuestion(asked.Closed) { NoRerouting = asked.NoRerouting }, shut.Touched.Take(question.Page.Size)) },
            Basis = question.ToBasis(
                answer.Basis.Measure with { ReadsPassages = asked.Closed.Count > 0 }, completeness with { PrunedBy = completeness.PrunedBy | (survivals?.Basis.Completeness.PrunedBy ?? PrunedBy.Nothing) },
                page.Items.SelectMany(level => level.Reason?.Chain.Relations ?? []).Concat(shut.Touched.Select(flow => flow.Id)), [.. shut.Unknown, .. Unknown(answer)], page.HasMore),
        };
    }

    /// <summary>What is lost in all, and the level of each actor.</summary>
    public static IEnumerable<Figure> Figures(Wire.AssessDisruptionResponse answer) =>
    [
        new("lost usd per year", answer.DownstreamLostUsdPerYear),
        new("output usd per year", answer.DownstreamOutputUsdPerYear),
        .. answer.Levels.SelectMany(level => (Figure[])
        [
            Figure.Of(level.Level, level.LevelAtMost, level.ActorId, "level"),
            Figure.Of(level.LostUsdPerYear, "", level.ActorId, "lost usd per year"),
        ]),
        .. answer.Survivals.Select(survival => Figure.Of(survival.SurvivesDays, "", survival.ActorId, "survives days")),
        .. answer.Survivals.Select(survival => Figure.Of(survival.LostUsd, "", survival.ActorId, "lost usd")),
    ];

    private static Wire.ActorLevel ToWire(NodeLevel level) => new()
    {
        ActorId = level.Node.Value,
        Level = DecimalText.Print(level.Level.AtLeast),
        LevelAtMost = level.Level.IsExact ? "" : DecimalText.Print(level.Level.AtMost),
        OutputUsdPerYear = level.Output.ToWire(),
        LostUsdPerYear = (level.LostPerYear?.AtMost).ToWire(),
        BindingGroup = level.Reason?.Group ?? "",
        Chain = level.Reason?.Chain.ToWire(),
        DemandLevel = (level.Demand?.AtLeast).ToWire(),
    };

    private static IEnumerable<string> Unknown(DisruptionAnswer answer)
    {
        if (answer.Output.WithoutOutput > 0)
            yield return string.Create(null, $"{answer.Output.WithoutOutput} actors that lose output state none, and are left out of the sums.");
        if (answer.Output.InAll.AtLeast != answer.Output.InAll.AtMost)
            yield return $"Where shares are unknown, the loss is at least {DecimalText.Print(answer.Output.InAll.AtLeast)} and at most {DecimalText.Print(answer.Output.InAll.AtMost)} USD a year.";
        if (!answer.IsSettled)
            yield return "Circles of suppliers were left before their losses stood still: levels there are at most what is said.";
    }
}
