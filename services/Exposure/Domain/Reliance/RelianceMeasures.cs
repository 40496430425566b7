using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Reliance;

/// <summary>How much of a buyer's output rests on others, through every tier.</summary>
internal static class RelianceMeasures
{
    private static readonly Measure Reliance = new(
        "gross-reliance",
        "L = (I - A)^-1, A(i,j) = v(i->j)/x(j); gross(i) = L(i,of); value added(i) = (1 - sum of inputs of i / x(i)) * L(i,of)",
        "What passes through a supplier, and what it adds, in one unit of the buyer's output, by value. An output or value that nobody states is unknown: the figures behind it are the least that they can be.");

    /// <summary>The reliance of a buyer on everything upstream, or on some nodes. Every tier counts, so <see cref="TraceLimits.MaxTier"/> plays no part.</summary>
    /// <exception cref="GeoGraphException">
    /// NotFound where a node or the group is absent; InvalidRequest where a bound is broken; DataMissing where the buyer has inputs and no output to set them against.
    /// </exception>
    public static RelianceAnswer Of(GraphView view, RelianceQuestion question, TraceLimits limits, CancellationToken cancellationToken)
    {
        var violations = new Violations();
        limits.Check(violations);
        question.Check(violations);
        violations.ThrowIfAny();
        var buyer = GroupSelection.FindNode(view, question.Of);
        var on = question.On?.Select(wanted => GroupSelection.FindNode(view, wanted)).ToHashSet();
        var groups = question.Group is null ? null : GroupSelection.Resolve(view, question.Of, question.Group);
        var cone = SupplyConeBuilder.Build(view, buyer, groups, null, limits.MaxRelations, cancellationToken);
        var net = new RelianceNet(view, cone, question.OutputFromSales);
        if (!net.IsLookedThrough[0] && !cone.IsOrigin(0))
            throw NoOutput(question.Of, net.Findings.First(finding => finding.Place == 0 && finding.Fault != RelianceFault.ValueUnknown));
        var solver = new RelianceSolver(net, question, cancellationToken);
        var figures = new RelianceFigures(view, net, solver);
        return Answer(view, question, limits, on, net, solver, figures, cancellationToken);
    }

    private static RelianceAnswer Answer(
        GraphView view, RelianceQuestion question, TraceLimits limits, HashSet<int>? on, RelianceNet net, RelianceSolver solver, RelianceFigures figures, CancellationToken cancellationToken)
    {
        var places = figures.Places();
        if (on is not null)
            places.RemoveAll(place => !on.Contains(net.Cone.Nodes[place]));
        var chains = limits.MaxChains > 0 ? StrongestChains.Find(net, solver.Stalled, cancellationToken) : null;
        var findings = figures.Findings();
        var bound = (decimal)solver.ErrorBound;
        var pruned = (net.Cone.CutByLimit || places.Count > limits.MaxResults || bound > question.Tolerance ? PrunedBy.Limit : PrunedBy.Nothing)
            | (net.Cone.LeftOut > 0 ? PrunedBy.Confidence : PrunedBy.Nothing);
        var basis = AnswerBasis.Of(view, Reliance, new Completeness(pruned, net.Cone.Count, net.Cone.Flows.Length),
            ("of", question.Of.Value), ("group", question.Group ?? ""), ("on", string.Join(',', question.On ?? [])), ("tolerance", DecimalText.Print(question.Tolerance)),
            ("max_sweeps", question.MaxSweeps.ToString(null, null)), ("output_from_sales", question.OutputFromSales ? "true" : "false"));
        List<RelianceFigure> listed = [.. places.Take(limits.MaxResults).Select(place => figures.At(place, chains))];
        on?.ExceptWith(places.Select(place => net.Cone.Nodes[place]));
        var isLeast = net.Cone.LeftOut > 0 || net.Cone.CutByLimit;
        listed.AddRange((on ?? []).Order().Take(limits.MaxResults - listed.Count).Select(node => Nothing(view.Graph.NodeId(node), isLeast)));
        return new RelianceAnswer(basis, listed, places.Count + (on?.Count ?? 0), question.Group is null ? figures.ValueAdded(0) : null,
            bound, solver.Sweeps, [.. findings.Take(limits.MaxResults)], findings.Count);
    }

    private static RelianceFigure Nothing(EntityId on, bool isLeast) =>
        new(on, 0, 0m, 0m, 0m, isLeast, isLeast ? ShareRange.Unknown : ShareRange.Zero, null);

    private static GeoGraphException NoOutput(EntityId of, (int Place, RelianceFault Fault, string Detail) finding) => new(
        ErrorReason.DataMissing, $"of '{of}' has {finding.Detail}: there is nothing to set its inputs against.", [new("missing", "output"), new("of", of.Value)]);
}
