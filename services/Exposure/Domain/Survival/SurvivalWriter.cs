using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Disruption;

namespace GeoGraph.Exposure.Survival;

/// <summary>Writes the courses at both ends of the unknown down as an answer.</summary>
internal sealed class SurvivalWriter(InputNet net, SpreadOrder order, ResolvedShock shock, StockCourse worst, StockCourse best)
{
    private readonly HashSet<int> _removed = [.. shock.Removed];

    /// <summary>The nodes that fall or draw on a stock, or the wanted ones, in the order of <see cref="SurvivalAnswer.Nodes"/>; and how many there are.</summary>
    public (IReadOnlyList<NodeSurvival> Listed, int Total) Nodes(HashSet<int> wanted, int maxResults)
    {
        IEnumerable<int> nodes = wanted.Count > 0 ? wanted : Touched();
        var entries = nodes.Select(node => (Node: node, Worst: Totals(node, worst))).ToList();
        entries.Sort((left, right) => Compare(left.Worst.LostUsd, right.Worst.LostUsd) is not 0 and var byUsd ? byUsd
            : (left.Worst.Falls ?? decimal.MaxValue).CompareTo(right.Worst.Falls ?? decimal.MaxValue) is not 0 and var byDay ? byDay
            : left.Node.CompareTo(right.Node));
        return ([.. entries.Take(maxResults).Select(entry => Describe(entry.Node))], entries.Count);
    }

    /// <summary>Output lost by all that state one and recover; and how many fall without an amount.</summary>
    public (AmountRange Lost, int WithoutAmount) Lost()
    {
        var (sum, without) = (new AmountRange(0m, 0m), 0);
        foreach (var node in Touched())
        {
            var (one, other) = (Totals(node, worst), Totals(node, best));
            if (one.LostUsd is { } atWorst && other.LostUsd is { } atBest)
                sum += new AmountRange(Math.Min(atWorst, atBest), Math.Max(atWorst, atBest));
            else if (one.Falls is not null || other.Falls is not null)
                without++;
        }
        return (sum.Rounded(), without);
    }

    private static int Compare(decimal? left, decimal? right) =>
        left is null || right is null ? (left is null).CompareTo(right is null) : right.Value.CompareTo(left.Value);

    private IEnumerable<int> Touched()
    {
        for (var place = 0; place < order.Count; place++)
        {
            var node = order.Node(place);
            if (worst.Record.Steps(place).Count > 0 || best.Record.Steps(place).Count > 0 || worst.Record.Drew(node) || best.Record.Drew(node))
                yield return node;
        }
    }

    private readonly record struct CourseTotals(decimal? Falls, decimal? Recovers, decimal? DaysLost, decimal? FullDaysLost, decimal? LostUsd);

    private CourseTotals Totals(int node, StockCourse course)
    {
        var output = net.View.Graph.OutputOf(node);
        var steps = order.PlaceOf(node) is >= 0 and var place ? course.Record.Steps(place) : [];
        if (steps.Count == 0)
            return new CourseTotals(null, null, 0m, 0m, output is null ? null : 0m);
        if (steps[^1].Loss > 0m)
            return new CourseTotals(steps[0].FromDay, null, null, null, null);
        var (days, full) = (0m, 0m);
        for (var i = 0; i + 1 < steps.Count; i++)
        {
            var length = steps[i + 1].FromDay - steps[i].FromDay;
            days += steps[i].Loss > 0m ? length : 0m;
            full += steps[i].Loss * length;
        }
        return new CourseTotals(steps[0].FromDay, steps[^1].FromDay, days, full, output / SurvivalCourse.DaysOfYear * full);
    }

    private NodeSurvival Describe(int node)
    {
        var (atWorst, exact) = (Describe(node, worst), ReferenceEquals(worst, best));
        return new NodeSurvival(net.View.Graph.NodeId(node), _removed.Contains(node), net.View.Graph.OutputOf(node), atWorst, exact ? atWorst : Describe(node, best));
    }

    private SurvivalCourse Describe(int node, StockCourse course)
    {
        var totals = Totals(node, course);
        var losses = order.PlaceOf(node) is >= 0 and var place ? course.Record.Steps(place) : [];
        List<LevelStep> steps = losses.Count > 0 && losses[0].FromDay == 0m ? [] : [new LevelStep(0m, 1m)];
        steps.AddRange(losses.Select(step => new LevelStep(Round(step.FromDay)!.Value, ShareRange.Round(1m - step.Loss))));
        var gap = totals.Falls is null ? 0m : totals.Recovers - totals.Falls;
        return new SurvivalCourse(
            Round(totals.Falls), Round(totals.Recovers), Round(gap), Round(totals.DaysLost), Round(totals.FullDaysLost), Round(totals.LostUsd), steps, Shortfalls(node, course));
    }

    private List<InputShortfall> Shortfalls(int node, StockCourse course)
    {
        var graph = net.View.Graph;
        var found = new List<InputShortfall>();
        foreach (var group in net.Of(node).Groups)
        {
            if (course.Record.ShortageOf(group.Group) is not { } shortage)
                continue;
            found.Add(new InputShortfall(
                graph.Groups.Name(group.Group), graph.StockDaysOf(group.Group), Round(shortage.From)!.Value, Round(shortage.Stops), ShareRange.Round(1m - shortage.Loss)));
        }
        return [.. found.OrderBy(shortfall => shortfall.ShortFromDay).ThenBy(shortfall => shortfall.Group, StringComparer.Ordinal)];
    }

    private static decimal? Round(decimal? figure) => figure is { } known ? AmountRange.Round(known) : null;
}
