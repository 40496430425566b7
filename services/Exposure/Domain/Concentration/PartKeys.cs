using GeoGraph.Core;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Concentration;

/// <summary>Puts a supplier under its key.</summary>
internal sealed class PartKeys(GraphView view, ConcentrationBy by, IReadOnlyList<int> blocs)
{
    /// <summary>The key of a node and how it is known; null where it has none or more than one.</summary>
    public Placement? KeyOf(int node) => by switch
    {
        ConcentrationBy.Supplier => new Placement(node, [], false),
        ConcentrationBy.Firm => view.Places.FirmOf(node),
        ConcentrationBy.UltimateOwner => view.Places.UltimateOwner(node),
        ConcentrationBy.State => StateOf(node),
        ConcentrationBy.Bloc => StateOf(node) is { } state ? BlocOf(state) : null,
        _ => throw new GeoGraphException(ErrorReason.InvalidRequest, $"'{by}' is no way to tell parts apart."),
    };

    private Placement? StateOf(int node)
    {
        var states = view.Places.StatesOf(node);
        return states.Count == 1 ? states[0] : null;
    }

    private Placement BlocOf(Placement state)
    {
        foreach (var bloc in blocs)
        {
            if (view.Places.Membership(state.Node, bloc) is { } membership)
                return new Placement(bloc, [.. state.Via, .. membership.Via], state.Inferred || membership.Inferred);
        }
        return state;
    }
}
