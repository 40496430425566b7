using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Survival;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Consequences;

/// <summary>Which inputs stop on which day: those that fall short along the chain, and what states no longer import.</summary>
/// <param name="Found">The losses, in no order.</param>
/// <param name="Short">What of each flow no longer arrives.</param>
/// <param name="Completeness">How much of the graph was read.</param>
internal sealed record InputLosses(IReadOnlyList<InputLoss> Found, ShortFlows Short, Completeness Completeness)
{
    private const int MostNodes = 100_000;
    private const int MostRelations = 1_000;

    /// <summary>Finds them.</summary>
    /// <param name="view">The world as it would be with nothing taken away.</param>
    /// <param name="lost">What is taken away.</param>
    /// <param name="of">Narrows what is told to these actors; empty for all.</param>
    /// <param name="limits">How many flows are read.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static InputLosses Find(GraphView view, LostSupply lost, IReadOnlySet<EntityId> of, TraceLimits limits, CancellationToken cancellationToken)
    {
        if (lost.IsNothing)
            return new InputLosses([], new ShortFlows(view, lost, []), new Completeness(PrunedBy.Nothing, 0, 0));
        var fates = SurvivalMeasures.TimeTo(view, lost.ToShock(), [], limits with { MaxResults = MostNodes, End = null }, cancellationToken);
        var levels = fates.Nodes.Select(fate => (view.Graph.FindNode(fate.Node)!.Value, Lowest(fate)));
        var falls = new ShortFlows(view, lost, levels.Where(level => level.Item2 < 1m));
        var found = new List<InputLoss>();
        foreach (var fate in fates.Nodes.Where(fate => !fate.IsRemoved && (of.Count == 0 || of.Contains(fate.Node))))
            found.AddRange(fate.Worst.Shortfalls.Select(shortfall => Loss(view, lost, falls, fate, shortfall)));
        found.AddRange(Imports(view, lost, falls, of));
        return new InputLosses(found, falls, fates.Basis.Completeness);
    }

    private static decimal Lowest(NodeSurvival fate) => fate.IsRemoved ? 0m : fate.Worst.Steps.Select(step => step.Level).DefaultIfEmpty(1m).Min();

    private static InputLoss Loss(GraphView view, LostSupply lost, ShortFlows falls, NodeSurvival fate, InputShortfall shortfall)
    {
        var group = view.Graph.Groups.OfBuyer(view.Graph.FindNode(fate.Node)!.Value).ToArray().First(candidate =>
            !view.Graph.Groups.IsTrade(candidate) && view.Graph.Groups.Name(candidate) == shortfall.Group);
        var flows = ShortIn(view, falls, group);
        var (amount, of) = Amount(view, fate, shortfall, group, lost);
        var date = DateOf(view.AsOf, shortfall.ShortFromDay);
        var course = ReferenceEquals(fate.Worst, fate.Best) ? "" : ", at worst, as shares are unknown in part";
        var sentence = ConsequenceText.Loss(fate.Node, shortfall, date) + (amount is { } usd ? $": {ConsequenceText.Usd(usd)} {of}" : "") + course + ".";
        return new InputLoss(amount, sentence, flows) { Actor = fate.Node, Shortfall = shortfall, On = date, Survival = fate };
    }

    // The output that the actor loses; where it states none, the value of the input that does not come in.
    private static (decimal? Usd, string Of) Amount(GraphView view, NodeSurvival fate, InputShortfall shortfall, int group, LostSupply lost)
    {
        if (fate.Worst.LostUsd is { } usd)
            return (usd, "of its output is lost in all");
        if (fate.Output is { } output && fate.Worst.Steps.Count > 0)
            return (output * (1m - fate.Worst.Steps[^1].Level), "of its output is lost a year, for good");
        var value = ValueOf(view, group) * (1m - shortfall.Availability);
        var until = fate.Worst.RecoversAfterDays ?? lost.Days;
        return until is { } end ? (value * Math.Max(0m, end - shortfall.ShortFromDay) / SurvivalCourse.DaysOfYear, "of the input does not come in") : (value, "of the input does not come in a year");
    }

    private static decimal? ValueOf(GraphView view, int group)
    {
        decimal? sum = 0m;
        foreach (var member in view.Shares(group).Members)
            sum += view.Graph.Flows.Value(member.Flow);
        return sum;
    }

    private static IEnumerable<InputLoss> Imports(GraphView view, LostSupply lost, ShortFlows falls, IReadOnlySet<EntityId> of)
    {
        var graph = view.Graph;
        foreach (var group in falls.Of(view).Select(graph.Flows.Group).Where(graph.Groups.IsTrade).Distinct())
        {
            var buyer = graph.NodeId(graph.Groups.Buyer(group));
            if ((of.Count > 0 && !of.Contains(buyer)) || lost.Removed.Contains(buyer))
                continue;
            if (Import(view, lost, falls, group) is { } loss)
                yield return loss;
        }
    }

    private static InputLoss? Import(GraphView view, LostSupply lost, ShortFlows falls, int group)
    {
        var shares = view.Shares(group);
        // Less than the twelfth place is rounding, and no day on which a stock runs out follows from it.
        var missing = ShareRange.Round(Math.Min(1m, shares.Members.Sum(member => member.AtMost * falls.PartOf(view, member.Flow))));
        var stock = view.Graph.StockDaysOf(group);
        var from = stock is { } days && missing > 0m ? days / missing : 0m;
        if (missing == 0m || from >= lost.Days)
            return null;
        decimal? value = 0m;
        foreach (var member in shares.Members.Where(member => falls.PartOf(view, member.Flow) > 0m))
            value += view.Graph.Flows.Value(member.Flow) * falls.PartOf(view, member.Flow);
        var amount = lost.Days is { } span ? value * (span - from) / SurvivalCourse.DaysOfYear : value;
        var buyer = view.Graph.NodeId(view.Graph.Groups.Buyer(group));
        var shortfall = new InputShortfall(view.Graph.Groups.Name(group), stock, from, missing == 1m ? from : null, ShareRange.Round(1m - missing));
        var date = DateOf(view.AsOf, from);
        var sentence = ConsequenceText.Loss(buyer, shortfall, date) + (amount is { } usd ? $": {ConsequenceText.Usd(usd)} of imports do not come in {lost.Span}" : "") + ".";
        return new InputLoss(amount, sentence, ShortIn(view, falls, group)) { Actor = buyer, Shortfall = shortfall, On = date };
    }

    private static IReadOnlyList<EntityId> ShortIn(GraphView view, ShortFlows falls, int group) =>
        [.. view.Shares(group).Members.Where(member => falls.PartOf(view, member.Flow) > 0m).Select(member => view.Graph.Flows.Id(member.Flow)).Order().Take(MostRelations)];

    private static DateOnly? DateOf(DateOnly start, decimal day) =>
        day < DateOnly.MaxValue.DayNumber - start.DayNumber ? start.AddDays((int)decimal.Floor(day)) : null;
}
