using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Structure;

/// <summary>Who stands between suppliers and buyers most, over the whole graph.</summary>
internal static class BrokerMeasures
{
    private static readonly Measure Between = new(
        "betweenness",
        "b(i) = sum over s, t of paths(s,t|i) / paths(s,t), shortest paths of supply, s != i != t",
        "Counts paths, not amounts; several flows between the same two are one link. A sample is scaled up to all suppliers.");

    /// <summary>Ranks all nodes.</summary>
    /// <exception cref="GeoGraphException">InvalidRequest where a bound is broken.</exception>
    public static BrokerAnswer Rank(GraphView view, BrokerQuestion question, TraceLimits limits, CancellationToken cancellationToken)
    {
        var violations = new Violations();
        limits.Check(violations);
        if (question.Samples is < 0 or > BrokerQuestion.MostSamples)
            violations.Add("samples", question.Samples.ToString(null, null), $"lies between 0 and {BrokerQuestion.MostSamples}");
        violations.ThrowIfAny();
        var net = SupplyNet.Of(view);
        var links = net.Links;
        List<int> suppliers = [.. Enumerable.Range(0, links.NodeCount).Where(node => links.First[node] < links.First[node + 1])];
        var sources = Sample(suppliers, question);
        var counts = Betweenness.Count(links, sources, Environment.ProcessorCount, cancellationToken);
        var scale = sources.Count == 0 ? 1 : (double)suppliers.Count / sources.Count;
        List<int> found = [.. Enumerable.Range(0, counts.Length).Where(node => counts[node] > 0).OrderByDescending(node => counts[node])];
        var pruned = (sources.Count < suppliers.Count || found.Count > limits.MaxResults ? PrunedBy.Limit : PrunedBy.Nothing)
            | (net.LeavesOut ? PrunedBy.Confidence : PrunedBy.Nothing);
        return new BrokerAnswer(
            AnswerBasis.Of(view, Between, new Completeness(pruned, net.NodeCount, net.FlowCount),
                ("samples", sources.Count.ToString(null, null)), ("seed", question.Seed.ToString(null, null))),
            [.. found.Take(limits.MaxResults).Select(node => new Broker(view.Graph.NodeId(node), (decimal)Math.Round(counts[node] * scale, 6)))],
            found.Count,
            sources.Count,
            suppliers.Count);
    }

    /// <summary>The suppliers that a question counts paths from, in ascending order: those with the least of numbers that the seed scatters.</summary>
    public static List<int> Sample(List<int> suppliers, BrokerQuestion question)
    {
        var wanted = question.Samples > 0 ? question.Samples : suppliers.Count > BrokerQuestion.MostCountedWhole ? BrokerQuestion.DefaultSamples : suppliers.Count;
        return wanted >= suppliers.Count ? suppliers : [.. suppliers.OrderBy(node => Scatter((uint)node, (uint)question.Seed)).Take(wanted).Order()];
    }

    // SplitMix64 (Steele, Lea and Flood 2014): one step from a state made of both numbers.
    private static ulong Scatter(ulong node, ulong seed)
    {
        unchecked
        {
            var mixed = ((seed << 32) | node) + 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
