using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Reliance;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Tariffs;

/// <summary>How much duty is embedded in a dependent's output.</summary>
internal static class EmbeddedTariffMeasures
{
    /// <summary>The measure.</summary>
    public static readonly Measure Embedded = new(
        "embedded tariff",
        "e(j) = sum over inputs of v(i->j)/x(j) * (rate(i->j) + e(i))",
        "Duty already paid on inputs at every border upstream, against the dependent's output, by value; who bears it is not said. What no source states counts as nothing and is named.");

    /// <summary>Everything upstream of a dependent; the imports of a state count among its inputs.</summary>
    /// <exception cref="GeoGraphException">NotFound.</exception>
    public static SupplyCone ConeOf(GraphView view, EntityId of, TraceLimits limits, CancellationToken cancellationToken)
    {
        var node = GroupSelection.FindNode(view, of);
        var groups = view.GroupsOf(node, includeTrade: true);
        return SupplyConeBuilder.Build(view, node, groups.Exists(view.Graph.Groups.IsTrade) ? groups : null, null, limits.MaxRelations, cancellationToken);
    }

    /// <summary>The duty embedded. Every tier counts, so <see cref="TraceLimits.MaxTier"/> plays no part.</summary>
    /// <exception cref="GeoGraphException">DataMissing where the dependent has inputs and no output to set them against.</exception>
    public static EmbeddedAnswer Of(GraphView view, SupplyCone cone, FlowRates rates, TraceLimits limits, CancellationToken cancellationToken)
    {
        var of = view.Graph.NodeId(cone.Nodes[0]);
        var net = new RelianceNet(view, cone, outputFromSales: false);
        if (!net.IsLookedThrough[0] && !cone.IsOrigin(0))
        {
            var detail = net.Findings.First(finding => finding.Place == 0 && finding.Fault != RelianceFault.ValueUnknown).Detail;
            throw new GeoGraphException(ErrorReason.DataMissing, $"of '{of}' has {detail}: there is nothing to set duties against.", [new("missing", "output"), new("of", of.Value)]);
        }
        var solver = new RelianceSolver(net, new RelianceQuestion(of), cancellationToken);
        var passes = solver.Solve(observedOnly: false);
        var borders = Borders(view, net, rates, solver, passes);
        var unknown = Unknown(view, net, solver, passes, borders);
        var least = borders.Sum(border => border.Embedded ?? 0m);
        var most = unknown.Count > 0 ? null : borders.Sum(border => border.Rate.AtMost * border.Share);
        var pruned = (cone.CutByLimit || borders.Count > limits.MaxResults ? PrunedBy.Limit : PrunedBy.Nothing) | (cone.LeftOut > 0 ? PrunedBy.Confidence : PrunedBy.Nothing);
        var basis = AnswerBasis.Of(view, Embedded, new Completeness(pruned, cone.Count, cone.Flows.Length), ("of", of.Value));
        var chains = StrongestChains.Find(net, solver.Stalled, cancellationToken);
        var listed = borders.Take(limits.MaxResults).Select(border => FigureOf(view, net, rates, chains, border)).ToList();
        return new EmbeddedAnswer(basis, least, most, listed, borders.Count, unknown, (decimal)solver.ErrorBound);
    }

    // What is out of all proportion is not multiplied further: it could leave the range of decimal.
    private static List<Crossing> Borders(GraphView view, RelianceNet net, FlowRates rates, RelianceSolver solver, decimal[] passes)
    {
        var (found, buyers, wanted) = (new List<Crossing>(), net.Cone.Buyers(), rates.Flows.ToHashSet());
        for (var i = 0; i < net.Cone.Flows.Length; i++)
        {
            var flow = net.Cone.Flows[i];
            var isFollowed = net.IsLookedThrough[buyers[i]] && passes[buyers[i]] != 0m && solver.Stalled[buyers[i]] is not RelianceFault.OutOfProportion;
            if (isFollowed && wanted.Contains(flow))
                found.Add(new Crossing(i, buyers[i], view.Graph.Flows.Id(flow), rates.Of(flow), net.Values[i] * passes[buyers[i]] / net.Outputs[buyers[i]]));
        }
        return [.. found.OrderBy(border => border.Embedded is null).ThenByDescending(border => border.Embedded).ThenBy(border => border.Relation)];
    }

    private static BorderFigure FigureOf(GraphView view, RelianceNet net, FlowRates rates, StrongestChains chains, Crossing crossing)
    {
        var flow = net.Cone.Flows[crossing.Input];
        var border = rates.Borders.GetValueOrDefault(flow);
        return new BorderFigure(crossing.Relation, border?.Importer, border?.Origin, rates.IsStated(flow) ? [] : border?.Codes ?? [], crossing.Rate, crossing.Share,
            ChainTo(view, net, chains, crossing.Input, crossing.Buyer, crossing.Share));
    }

    private static Chain ChainTo(GraphView view, RelianceNet net, StrongestChains chains, int input, int buyer, decimal share)
    {
        var graph = view.Graph;
        var (id, supplier) = (graph.Flows.Id(net.Cone.Flows[input]), graph.NodeId(net.Cone.Nodes[net.Cone.Suppliers[input]]));
        var part = net.Values[input] / net.Outputs[buyer];
        if (buyer == 0 || chains.To(graph, buyer) is not { } start)
        {
            var direct = buyer == 0 ? part : share;
            return new Chain([graph.NodeId(net.Cone.Nodes[buyer]), supplier], [id], [], Places12(direct), Places12(direct), net.IsInferred[input]);
        }
        var whole = Places12((start.Share ?? 0m) * part);
        return new Chain([.. start.Nodes, supplier], [.. start.Relations, id], [], whole, whole, start.Inferred || net.IsInferred[input]);
    }

    private static List<string> Unknown(GraphView view, RelianceNet net, RelianceSolver solver, decimal[] passes, List<Crossing> borders)
    {
        var unknown = borders.Where(border => !border.Rate.IsKnown).Select(border => $"{border.Relation}: {border.Rate.Missing}").ToList();
        foreach (var (place, fault, detail) in net.Findings)
        {
            if (passes[place] != 0m && fault is not (RelianceFault.InputsExceedOutput or RelianceFault.OutputFromSales))
                unknown.Add($"{view.Graph.NodeId(net.Cone.Nodes[place])}: {detail}");
        }
        for (var place = 0; place < net.Cone.Count; place++)
        {
            if (solver.WhyStalled(place) is { } why)
                unknown.Add($"{view.Graph.NodeId(net.Cone.Nodes[place])}: {why}");
        }
        return unknown;
    }

    private static decimal Places12(decimal figure) => Math.Round(figure, ShareRange.Places, MidpointRounding.ToEven);

    // A flow with duty on it; its chain is found only where it is listed.
    private sealed record Crossing(int Input, int Buyer, EntityId Relation, DutyRate Rate, decimal Share)
    {
        public decimal? Embedded => Rate.AtLeast * Share;
    }
}
