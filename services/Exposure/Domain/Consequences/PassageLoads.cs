using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Closure;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Consequences;

/// <summary>
/// Which chokepoints carry the replacement: what passes each before, and after what is lost no longer does, what goes round passes others, and what is sourced elsewhere comes
/// with the flows or by the ways of its new sources.
/// </summary>
internal sealed class PassageLoads(GraphView view, LostSupply lost, ShortFlows falls, ReplacementWays ways, decimal knots)
{
    private const int LooksEvery = 4_096;
    private readonly SortedDictionary<int, PassageLoad> _loads = [];
    private readonly List<string> _unknown = [];
    private readonly HashSet<int> _shut = [.. lost.Shut.Select(passage => view.Graph.FindNode(passage.Chokepoint)).OfType<int>()];
    private decimal _before;
    private decimal _after;

    /// <summary>What no source states of the ways of new sources, in sentences.</summary>
    public IReadOnlyList<string> Unknown => _unknown;

    /// <summary>The chokepoints that carry more or less, in order of node.</summary>
    /// <param name="shifts">What is sourced elsewhere.</param>
    /// <param name="wanted">By node: true for the buyers whose flows count; null for all.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public IReadOnlyList<LoadChange> Find(IReadOnlyList<SourceShift> shifts, bool[]? wanted, CancellationToken cancellationToken)
    {
        for (var flow = 0; flow < view.Graph.Flows.Count; flow++)
        {
            if (flow % LooksEvery == 0)
                cancellationToken.ThrowIfCancellationRequested();
            if (view.Counts(flow) && (wanted is null || wanted[view.Graph.Groups.Buyer(view.Graph.Flows.Group(flow))]))
                Add(flow);
        }
        foreach (var shift in shifts)
            Add(shift);
        return [.. _loads.Where(load => load.Value.Changes).Select(load => Change(load.Key, load.Value))];
    }

    private void Add(int flow)
    {
        var value = view.Graph.Flows.Value(flow);
        var arrives = 1m - falls.PartOf(view, flow);
        _before += value ?? 0m;
        _after += (value ?? 0m) * arrives;
        var (before, after) = (Before(flow), After(flow, arrives));
        if (before.Count + after.Count == 0)
            return;
        var id = view.Graph.Flows.Id(flow);
        foreach (var chokepoint in before.Keys.Union(after.Keys))
            LoadOf(chokepoint).Add(id, value, before.GetValueOrDefault(chokepoint, 0m), after.GetValueOrDefault(chokepoint, 0m));
        if (lost.Detours.GetValueOrDefault(flow)?.Detour is { } detour)
        {
            foreach (var chokepoint in detour.Chokepoints)
                LoadOf(chokepoint).GoesRound(detour.ExtraMicrometres);
        }
    }

    // Parts of the whole flow that pass each chokepoint; null where unknown.
    private SortedDictionary<int, decimal?> Before(int flow)
    {
        var parts = new SortedDictionary<int, decimal?>();
        foreach (var passage in view.Graph.Transits.OfFlow(flow))
            parts[passage.Chokepoint] = passage.Share;
        return parts;
    }

    private SortedDictionary<int, decimal?> After(int flow, decimal arrives)
    {
        if (lost.Detours.GetValueOrDefault(flow) is not { } detour)
        {
            var parts = Before(flow);
            foreach (var chokepoint in parts.Keys.ToList())
                parts[chokepoint] = arrives == 0m ? 0m : parts[chokepoint] * arrives;
            return parts;
        }
        var kept = detour.Delivered is > 0m and var delivered ? arrives / delivered : 0m;
        var passed = PassagesAfter.Of(view.Graph.Transits.OfFlow(flow), detour, _shut);
        foreach (var chokepoint in passed.Keys.ToList())
            passed[chokepoint] = kept == 0m ? 0m : passed[chokepoint] * kept;
        return passed;
    }

    private void Add(SourceShift shift)
    {
        var buyer = view.Graph.FindNode(shift.Buyer)!.Value;
        if (shift.LeavesFlow is { } left)
            Leave(left, shift.ValueUsdPerYear);
        _after += shift.ValueUsdPerYear ?? 0m;
        if (shift.Flow is { } flow)
        {
            foreach (var (chokepoint, part) in After(flow, 1m))
                LoadOf(chokepoint).Add(view.Graph.Flows.Id(flow), shift.ValueUsdPerYear, 0m, part);
        }
        else if (ways.Between(shift.Source, buyer) is { } passed)
        {
            foreach (var chokepoint in passed)
                LoadOf(chokepoint).Add(shift.Relations[0], shift.ValueUsdPerYear, 0m, 1m);
        }
        else
            _unknown.Add($"By which way goods of {shift.To} would come to {shift.Buyer} is not known.");
    }

    // What turns to another source no longer goes by the way of its flow.
    private void Leave(int flow, decimal? value)
    {
        _after -= value ?? 0m;
        var id = view.Graph.Flows.Id(flow);
        foreach (var (chokepoint, part) in After(flow, 1m))
        {
            if (value is null)
                LoadOf(chokepoint).Add(id, null, part, 0m);
            else
                LoadOf(chokepoint).Add(id, -value, 0m, part);
        }
    }

    private PassageLoad LoadOf(int chokepoint) => _loads.TryGetValue(chokepoint, out var load) ? load : _loads[chokepoint] = new PassageLoad();

    private LoadChange Change(int node, PassageLoad load)
    {
        var chokepoint = view.Graph.NodeId(node);
        decimal? amount = load.Moved == 0m ? null : lost.IsNothing ? load.Moved : lost.Part(load.Moved);
        return new LoadChange(amount, load.Sentence(chokepoint, _shut.Contains(node), knots), load.Relations)
        {
            Chokepoint = chokepoint,
            BeforeUsd = load.BeforeUsd,
            AfterUsd = load.AfterUsd,
            ShareBefore = _before > 0m ? ShareRange.Round(load.BeforeUsd / _before) : null,
            ShareAfter = _after > 0m ? ShareRange.Round(load.AfterUsd / _after) : null,
        };
    }
}
