using GeoGraph.Exposure.Columns;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Assembly;

/// <summary>Finds the input groups along the flows of a graph that is being made.</summary>
internal static class GroupMerge
{
    /// <summary>The groups, and the marks of their first flows.</summary>
    public static (GroupTable Groups, RankBits Starts) Run(CompiledGraph before, TakenRelations taken, FlowOrder order, GroupNames names)
    {
        if (order.IsInPlace && !names.AreMoved)
            return (before.Groups, before.Flows.Columns.GroupStarts);
        var source = order.Source;
        var words = RankBits.Words(source.Length);
        var (buyers, places, firsts) = (new List<int>(), new List<int>(), new List<int>());
        var oldGroup = 0;
        for (var flow = 0; flow < source.Length; flow++)
        {
            int buyer, place;
            if (source[flow] >= 0)
            {
                while (source[flow] >= before.Groups.EndFlow(oldGroup))
                    oldGroup++;
                (buyer, place) = (taken.Nodes.New(before.Groups.Buyer(oldGroup)), names.PlaceOfOld(before.Groups.NameAndKind(oldGroup)));
            }
            else
            {
                (buyer, place) = (taken.To(~source[flow]), names.PlaceOf(~source[flow]));
            }
            if (buyers.Count > 0 && buyers[^1] == buyer && places[^1] == place)
                continue;
            RankBits.Mark(words, flow);
            buyers.Add(buyer);
            places.Add(place);
            firsts.Add(flow);
        }
        firsts.Add(source.Length);
        var nodes = taken.Nodes.Table.Count;
        return (new GroupTable(nodes, names.All, new PackedColumn(buyers.Count, nodes - 1, group => buyers[group]),
            new PackedColumn(places.Count, (2 * names.All.Length) - 1, group => GroupNames.NameAndKind(places[group])), [.. firsts]), new RankBits(words));
    }
}
