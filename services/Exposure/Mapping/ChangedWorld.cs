using GeoGraph.Core;
using GeoGraph.Exposure.Closure;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Consequences;
using GeoGraph.Exposure.Feed;
using GeoGraph.Exposure.Scenarios;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Mapping;

/// <summary>
/// The world under scenarios, told apart: what they add or change is in the graph; what they take away of the baseline (actors and flows removed, flows made less, passages shut) is
/// beside it, as what is lost of a world whose buyers still need it.
/// </summary>
/// <param name="Kept">The graph with all that the scenarios add, and nothing taken away.</param>
/// <param name="View">That graph on the question's date.</param>
/// <param name="Lost">What is taken away.</param>
internal sealed record ChangedWorld(LoadedGraph Kept, GraphView View, LostSupply Lost)
{
    private const int MostUnknown = 100;

    /// <summary>True where the scenarios add or change something of the graph.</summary>
    public required bool IsChanged { get; init; }

    /// <summary>Tells the scenarios of a question apart.</summary>
    /// <param name="question">The baseline, with its scenarios.</param>
    /// <param name="scenarios">Builds the graph.</param>
    /// <param name="days">How long it lasts; null for good.</param>
    public static ChangedWorld Of(OpenedQuestion question, ScenarioGraphs scenarios, decimal? days)
    {
        var assumed = question.Scenario?.Assumed ?? AssumedScenarios.None;
        var steps = new TakenAway(question.Loaded);
        var kept = assumed.Graph.Select(scenario => scenario with { Steps = [.. scenario.Steps.Select(steps.Kept).OfType<ScenarioStep>()] }).ToList();
        var isChanged = kept.Exists(scenario => scenario.Steps.Count > 0);
        var world = isChanged ? scenarios.Get(question.Loaded, kept, assumed.Key + "\nkept", question.CancellationToken) : question.Loaded;
        var view = world.At(question.View.AsOf, question.View.Evidence);
        return new ChangedWorld(world, view, LostOf(world, view, steps, days, question.CancellationToken)) { IsChanged = isChanged };
    }

    private static LostSupply LostOf(LoadedGraph world, GraphView view, TakenAway steps, decimal? days, CancellationToken cancellationToken)
    {
        var delivered = new Dictionary<int, decimal>();
        foreach (var (id, part) in steps.Parts)
        {
            if (world.Graph.FindFlow(id) is { } flow && view.Counts(flow))
                delivered[flow] = part;
        }
        var (detours, unknown) = (new Dictionary<int, FlowDetour>(), new List<string>());
        foreach (var detour in steps.Shut.Count == 0 ? [] : ClosureEffects.Flows(world.Graph, world.Sea, steps.Shut, cancellationToken).Where(detour => view.Counts(detour.Flow)))
        {
            detours[detour.Flow] = detour;
            if (detour.Lost != 0m)
                delivered[detour.Flow] = delivered.GetValueOrDefault(detour.Flow, 1m) * (detour.Delivered ?? 0m);
            if (detour.Delivered is null && unknown.Count < MostUnknown)
                unknown.Add($"No source states how much of {world.Graph.Flows.Id(detour.Flow)} passes what is shut; all of it is taken to be lost.");
        }
        unknown.AddRange(detours.Values.Where(detour => detour.Lost != 0m && detour.Reason is not null).CountBy(detour => detour.Reason!).OrderBy(reason => reason.Key, StringComparer.Ordinal)
            .Take(MostUnknown).Select(reason => $"{(reason.Value == 1 ? "A flow does" : string.Create(null, $"{reason.Value} flows do"))} not go round: {reason.Key}."));
        return new LostSupply([.. steps.Removed], delivered, detours, steps.Shut, days, unknown);
    }
}

/// <summary>Collects what steps take away of a baseline, in the order of the steps.</summary>
internal sealed class TakenAway(LoadedGraph baseline)
{
    private readonly SortedSet<EntityId> _removed = [];
    private readonly SortedDictionary<EntityId, decimal> _parts = [];
    private readonly SortedDictionary<EntityId, bool> _shut = [];

    /// <summary>Actors that are gone.</summary>
    public IReadOnlyCollection<EntityId> Removed => _removed;

    /// <summary>By flow, the part that still arrives.</summary>
    public IReadOnlyDictionary<EntityId, decimal> Parts => _parts;

    /// <summary>Passages that are shut.</summary>
    public IReadOnlyList<ShutPassage> Shut => [.. _shut.Select(entry => new ShutPassage(entry.Key, entry.Value))];

    /// <summary>What of a step takes nothing away; null where all of it does.</summary>
    public ScenarioStep? Kept(ScenarioStep step)
    {
        switch (step)
        {
            case RemoveStep remove when Takes(baseline.Current(remove.Id)):
                return null;
            case CloseStep close:
                _shut[baseline.Current(close.Chokepoint)] = close.NoRerouting;
                return null;
            case AdjustRelationStep adjust when Lessens(baseline.Current(adjust.Id), adjust.Change):
                return adjust.CapacityUsdPerYear is null ? null : adjust with { ValueUsdPerYear = null, Share = null, Factor = null };
            case PutRelationStep put when Lessens(baseline.Current(put.Row.Id), _ => put.Row):
                return AtFullSize(put);
            case PutNodeStep put:
                _removed.Remove(baseline.Current(put.Row.Id));
                return put;
            default:
                return step;
        }
    }

    private bool Takes(EntityId id)
    {
        if (baseline.Graph.FindNode(id) is { } node)
            return baseline.Graph.KindOf(node) is NodeKind.Firm or NodeKind.Facility or NodeKind.State && _removed.Add(id);
        if (baseline.Graph.FindFlow(id) is null)
            return false;
        _parts[id] = 0m;
        return true;
    }

    private bool Lessens(EntityId id, Func<RelationRow, RelationRow> change)
    {
        if (baseline.Graph.FindFlow(id) is not { } flow)
            return false;
        var before = baseline.Graph.RowOfFlow(flow);
        var after = change(before);
        var valued = before.ValueUsdPerYear is not null;
        var part = valued ? Ratio(before.ValueUsdPerYear, after.ValueUsdPerYear) : Ratio(before.Share, after.Share);
        if (after.From != before.From || after.To != before.To || part is not < 1m)
            return false;
        _parts[id] = _parts.GetValueOrDefault(id, 1m) * part.Value;
        return true;
    }

    // What else the step changes of the flow (its capacity, its way, its product) stays changed; null where it changes nothing else.
    private PutRelationStep? AtFullSize(PutRelationStep put)
    {
        var before = baseline.Graph.RowOfRelation(baseline.Current(put.Row.Id))!;
        var row = put.Row with { Id = before.Id, ValueUsdPerYear = before.ValueUsdPerYear, Share = before.Share };
        return row.IsSame(before) ? null : put with { Row = row };
    }

    private static decimal? Ratio(decimal? before, decimal? after) => before > 0m ? after / before : null;
}
