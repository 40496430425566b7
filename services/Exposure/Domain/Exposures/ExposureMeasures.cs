using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Tracing;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Exposures;

/// <summary>
/// The exposure questions: of one buyer to one target, to every chokepoint, to everything upstream; and which buyers are exposed to a target.
/// All read <see cref="TierTrace"/>; errors are NotFound for absent ids and InvalidRequest for limits out of bounds.
/// </summary>
internal static class ExposureMeasures
{
    private const string Formula =
        "at_1(g) = sum s*h; at_n(g) = sum s*at_{n-1}(supplier); any_n(g) = sum s*(h + (1-h)*any_{n-1}(supplier)); a supplier's figure is the largest over its input groups";

    private const string Note =
        "An exposure, not a loss forecast: the share of the input that meets the target on its way, whether or not it could be replaced or rerouted. A flow that states no passage passes what is inferred from its way by sea, else none.";

    private static readonly Measure Upstream = new("upstream-exposure", Formula, Note);
    private static readonly Measure Chokepoint = new("chokepoint-share", Formula, Note) { ReadsPassages = true };
    private static readonly Measure Dependents = new("dependents", Formula, Note);

    /// <summary>The exposure of a buyer, or of one of its input groups, to a state, bloc, firm, facility, product or chokepoint.</summary>
    public static ExposureAnswer On(GraphView view, EntityId of, string? group, EntityId on, TraceLimits limits, CancellationToken cancellationToken)
    {
        Check(limits);
        var target = TargetResolver.Resolve(view, on);
        var trace = Trace(view, GroupSelection.Resolve(view, of, group), limits, cancellationToken, out _);
        trace.Add(target);
        var measure = target is ChokepointTarget ? Chokepoint : Upstream;
        return trace.Answer(measure, 0, ("of", of.Value), ("group", group ?? ""), ("on", on.Value));
    }

    /// <summary>Every chokepoint that an input group of the buyer, or the named one, passes at any tier.</summary>
    public static ExposureAnswer Chokepoints(GraphView view, EntityId of, string? group, TraceLimits limits, CancellationToken cancellationToken)
    {
        Check(limits);
        var trace = Trace(view, GroupSelection.Resolve(view, of, group), limits, cancellationToken, out var cone);
        var chokepoints = new SortedSet<int>();
        foreach (var flow in cone.Flows)
        {
            foreach (var transit in view.Graph.Transits.OfFlow(flow))
                chokepoints.Add(transit.Chokepoint);
        }
        foreach (var chokepoint in chokepoints)
            trace.Add(new ChokepointTarget(view.Graph.NodeId(chokepoint), chokepoint));
        return trace.Answer(Chokepoint, 0, ("of", of.Value), ("group", group ?? ""));
    }

    /// <summary>
    /// Every node upstream of a buyer, or of the named input group, with its tiers and chains. Where there are more than
    /// <see cref="TraceLimits.MaxResults"/>, those with the largest single chain are worked out.
    /// </summary>
    public static ExposureAnswer Suppliers(GraphView view, EntityId of, string? group, TraceLimits limits, CancellationToken cancellationToken)
    {
        Check(limits);
        var trace = Trace(view, GroupSelection.Resolve(view, of, group), limits, cancellationToken, out var cone);
        var nodes = LargestFirst.Order(cone);
        foreach (var node in nodes.Take(limits.MaxResults))
            trace.Add(new NodeTarget(view.Graph.NodeId(node), node));
        return trace.Answer(Upstream, Math.Max(0, nodes.Count - limits.MaxResults), ("of", of.Value), ("group", group ?? ""));
    }

    /// <summary>Every input group of any buyer that meets the target at any tier: who depends on it.</summary>
    public static ExposureAnswer WhoDependsOn(GraphView view, EntityId on, TraceLimits limits, CancellationToken cancellationToken)
    {
        Check(limits);
        var target = TargetResolver.Resolve(view, on);
        var dependent = Downstream.GroupsOf(view, target, limits.MaxTier, cancellationToken);
        var trace = Trace(view, dependent.Groups, limits, cancellationToken, out _);
        trace.Add(target);
        if (dependent.LeftOut)
            trace.NoteLeftOut();
        return trace.Answer(target is ChokepointTarget ? Chokepoint : Dependents, 0, ("on", on.Value));
    }

    private static ExposureTrace Trace(GraphView view, IReadOnlyList<int> groups, TraceLimits limits, CancellationToken cancellationToken, out UpstreamCone cone)
    {
        cone = ConeBuilder.Build(view, groups, limits, GroupSplit.EachWhole, cancellationToken);
        return new ExposureTrace(view, cone, limits, cancellationToken);
    }

    private static void Check(TraceLimits limits)
    {
        var violations = new Violations();
        limits.Check(violations);
        violations.ThrowIfAny();
    }
}
