using GeoGraph.Core;
using GeoGraph.Exposure.Closure;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Feed;

namespace GeoGraph.Exposure.Scenarios;

/// <summary>
/// Applies scenarios to a graph, one after the other, each to what the one before left. Passages that any of them shuts are shut last, so that flows
/// that a later scenario puts pass them no more either. The graph given stays as it is.
/// </summary>
internal sealed class ScenarioRun
{
    private readonly Dictionary<EntityId, CloseStep> _closed = [];
    private LoadedGraph _world;

    private ScenarioRun(LoadedGraph baseline) => _world = baseline;

    /// <summary>The graph under the scenarios.</summary>
    /// <exception cref="GeoGraphException">NotFound where a change names what is not there; InvalidRequest where what it puts cannot stand.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static LoadedGraph Apply(LoadedGraph baseline, IReadOnlyList<Scenario> scenarios, CancellationToken cancellationToken)
    {
        var run = new ScenarioRun(baseline);
        foreach (var scenario in scenarios)
        {
            cancellationToken.ThrowIfCancellationRequested();
            run.Apply(scenario);
        }
        return run.Close(cancellationToken);
    }

    private void Apply(Scenario scenario)
    {
        var steps = new StepRows(_world);
        foreach (var step in scenario.Steps)
            steps.Add(step);
        foreach (var closing in steps.Closed)
            _closed[closing.Chokepoint] = closing;
        foreach (var removed in steps.Removed)
            _closed.Remove(removed);
        Change(steps.Changes, steps.Fields);
    }

    private LoadedGraph Close(CancellationToken cancellationToken)
    {
        if (_closed.Count > 0)
        {
            ShutPassage[] shut = [.. _closed.Values.Select(step => new ShutPassage(step.Chokepoint, step.NoRerouting))];
            Change(ClosureEffects.Changes(_world.Graph, _world.Sea, shut, cancellationToken), new Dictionary<EntityId, string>());
            _world = _world with { Sea = _world.Sea.Shutting(_closed.Keys) };
        }
        return _world;
    }

    private void Change(GraphChanges changes, IReadOnlyDictionary<EntityId, string> fields)
    {
        if (changes.IsEmpty)
            return;
        var compiled = GraphBuilder.Apply(_world.Graph, changes);
        var violations = new Violations();
        foreach (var finding in compiled.Report.Findings.Where(finding => IsRefusal(finding.Fault) && fields.ContainsKey(finding.Id)))
            violations.Add(fields[finding.Id], finding.Id.Value, finding.Detail);
        violations.ThrowIfAny();
        _world = _world with { Graph = compiled.Graph };
    }

    // Shares over one in sum, and an output of zero beside sales, are tolerated in data and so in scenarios.
    private static bool IsRefusal(DataFault fault) => fault is not (DataFault.GroupOverOne or DataFault.ZeroOutputWithSales);
}
