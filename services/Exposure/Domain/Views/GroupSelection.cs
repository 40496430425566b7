using GeoGraph.Core;

namespace GeoGraph.Exposure.Views;

/// <summary>Finds the input groups that a question is about.</summary>
internal static class GroupSelection
{
    /// <summary>The groups of a buyer that hold on the date, trade included: all, or those of one name.</summary>
    /// <exception cref="GeoGraphException">NotFound where there is no such node, or the node has no group of the name on the date.</exception>
    public static List<int> Resolve(GraphView view, EntityId buyer, string? group)
    {
        var groups = view.GroupsOf(FindNode(view, buyer), includeTrade: true);
        if (group is null)
            return groups;
        var named = groups.FindAll(candidate => view.Graph.Groups.Name(candidate) == group);
        return named.Count > 0 ? named : throw GeoGraphException.NotFound("input group on this date", $"{buyer}/{group}");
    }

    /// <summary>The number of a node.</summary>
    /// <exception cref="GeoGraphException">NotFound.</exception>
    public static int FindNode(GraphView view, EntityId id) => view.Graph.FindNode(id) ?? throw GeoGraphException.NotFound("node", id.Value);
}
