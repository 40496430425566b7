using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Disruption;

/// <summary>
/// What each node takes in, in exact decimals, read from a view when first asked for. Safe for concurrent use: two that read
/// the same node at once come to the same record.
/// </summary>
internal sealed class InputNet(GraphView view)
{
    private readonly Lazy<ScreenNet> _screen = new(() => ScreenNetBuilder.Build(new InputNet(view), null, default));
    private readonly NodeInputs?[] _inputs = new NodeInputs?[view.Graph.NodeCount];

    /// <summary>The view that is read.</summary>
    public GraphView View => view;

    /// <summary>Everything that trades, laid out for screening; built when first asked for.</summary>
    public ScreenNet Screen => _screen.Value;

    /// <summary>The inputs of a node.</summary>
    public NodeInputs Of(int node) => _inputs[node] ??= Read(node);

    private NodeInputs Read(int node)
    {
        var groups = view.SupplyGroups(node);
        var values = groups.ConvertAll(ValueOf);
        var total = values.Contains(null) ? null : values.Sum();
        var inputs = new InputGroup[groups.Count];
        for (var i = 0; i < inputs.Length; i++)
        {
            decimal? weight = groups.Count == 1 ? 1m : total > 0m ? values[i] / total : null;
            inputs[i] = Read(groups[i], weight);
        }
        var exact = Array.TrueForAll(inputs, group => group.Unknown == 0m && group.Weight is not null);
        return new NodeInputs(inputs, exact);
    }

    private InputGroup Read(int group, decimal? weight)
    {
        var shares = view.Shares(group);
        var flows = new InputFlow[shares.Members.Count + shares.LeftOut];
        var (next, member) = (0, 0);
        for (var flow = view.Graph.Groups.FirstFlow(group); flow < view.Graph.Groups.EndFlow(group); flow++)
        {
            if (!view.Holds(flow))
                continue;
            var counts = member < shares.Members.Count && shares.Members[member].Flow == flow;
            flows[next++] = new InputFlow(flow, view.Graph.Flows.Supplier(flow), counts ? shares.Members[member++].Share : null, counts);
        }
        var namesAll = shares.Basis == ShareBasis.None && shares.LeftOut == 0;
        return new InputGroup(group, view.IsEssential(group), weight, shares.Unknown, namesAll, flows);
    }

    private decimal? ValueOf(int group)
    {
        var sum = 0m;
        for (var flow = view.Graph.Groups.FirstFlow(group); flow < view.Graph.Groups.EndFlow(group); flow++)
        {
            if (!view.Holds(flow))
                continue;
            if (view.Graph.Flows.Value(flow) is not { } value)
                return null;
            sum += value;
        }
        return sum;
    }
}
