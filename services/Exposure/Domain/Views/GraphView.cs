using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Views;

/// <summary>
/// A graph on one date under one evidence rule: what every measure reads. Copies nothing; safe for concurrent use.
/// </summary>
internal sealed class GraphView
{
    private readonly int _day;

    /// <summary>Made by <see cref="CompiledGraph.At"/>.</summary>
    public GraphView(CompiledGraph graph, DateOnly asOf, RevisionToken revisions, EvidenceRule evidence)
    {
        Graph = graph;
        AsOf = asOf;
        Revisions = revisions;
        Evidence = evidence;
        Places = new Places(this);
        _day = asOf.DayNumber;
    }

    /// <summary>The graph over all dates.</summary>
    public CompiledGraph Graph { get; }

    /// <summary>The date whose facts count.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The revisions that the graph was compiled from.</summary>
    public RevisionToken Revisions { get; }

    /// <summary>Which evidence counts.</summary>
    public EvidenceRule Evidence { get; }

    /// <summary>Where nodes lie, who owns them and which blocs their states belong to.</summary>
    public Places Places { get; }

    /// <summary>True where the flow holds on the date, whether or not it counts.</summary>
    public bool Holds(int flow) => HoldsIn(Graph.Flows.Period(flow));

    /// <summary>True where the period contains the date.</summary>
    public bool HoldsIn(int period) => Graph.Periods.Contains(period, _day);

    /// <summary>True where the flow holds on the date and counts.</summary>
    public bool Counts(int flow) => Holds(flow) && Evidence.Counts(Graph.Flows.Flags(flow));

    /// <summary>The relations of a table, among the given, that hold on the date and count.</summary>
    public List<int> Counted(RelationTable table, ReadOnlySpan<int> relations)
    {
        var counted = new List<int>();
        foreach (var relation in relations)
        {
            if (HoldsIn(table.Period(relation)) && Evidence.Counts(table.Flags(relation)))
                counted.Add(relation);
        }
        return counted;
    }

    /// <summary>True where some flow of the group holds on the date.</summary>
    public bool GroupHolds(int group)
    {
        for (var flow = Graph.Groups.FirstFlow(group); flow < Graph.Groups.EndFlow(group); flow++)
        {
            if (Holds(flow))
                return true;
        }
        return false;
    }

    /// <summary>True where a flow of the group that holds on the date marks it essential. Trade groups never are.</summary>
    public bool IsEssential(int group)
    {
        if (Graph.Groups.IsTrade(group))
            return false;
        for (var flow = Graph.Groups.FirstFlow(group); flow < Graph.Groups.EndFlow(group); flow++)
        {
            if (Holds(flow) && Graph.Flows.Flags(flow).Essential)
                return true;
        }
        return false;
    }

    /// <summary>The supply groups (trade left out) of a node that hold on the date, in order of name.</summary>
    public List<int> SupplyGroups(int node) => GroupsOf(node, includeTrade: false);

    /// <summary>The groups of a node that hold on the date: supply, then trade, each in order of name.</summary>
    public List<int> GroupsOf(int node, bool includeTrade)
    {
        var groups = new List<int>();
        foreach (var group in Graph.Groups.OfBuyer(node))
        {
            if ((includeTrade || !Graph.Groups.IsTrade(group)) && GroupHolds(group))
                groups.Add(group);
        }
        return groups;
    }

    /// <summary>The shares of a group on the date.</summary>
    public GroupShares Shares(int group) => ShareRule.Apply(this, group);
}
