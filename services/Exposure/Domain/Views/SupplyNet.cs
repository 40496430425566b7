namespace GeoGraph.Exposure.Views;

/// <summary>
/// A view laid out as plain arrays for algorithms over the whole graph. Nodes have the graph's numbers; groups and flows have numbers
/// of their own: the supply groups that hold on the date (trade left out), in order of buyer and name, and their counted flows, in order of group and id,
/// so that a node's groups and flows and a group's flows are ranges. Shares and values are doubles for screening: what is answered is
/// computed again in decimal. The arrays belong to everybody who reads the view; nobody writes to them.
/// </summary>
internal sealed class SupplyNet
{
    private readonly Lazy<SupplyLinks> _links;

    /// <summary>Made by <see cref="SupplyNetBuilder"/>.</summary>
    public SupplyNet(int nodeCount, int groupCount, int flowCount)
    {
        NodeCount = nodeCount;
        _links = new Lazy<SupplyLinks>(() => SupplyLinks.Of(this));
        (FirstGroup, FirstIn, Output, OutStart) = (new int[nodeCount + 1], new int[nodeCount + 1], new double[nodeCount], new int[nodeCount + 1]);
        (FirstFlow, GroupIndex, GroupBuyer) = (new int[groupCount + 1], new int[groupCount], new int[groupCount]);
        (Essential, UnknownShare, LeftOut) = (new bool[groupCount], new double[groupCount], new int[groupCount]);
        (Supplier, GroupOfFlow, FlowIndex, OutFlows) = (new int[flowCount], new int[flowCount], new int[flowCount], new int[flowCount]);
        (Share, Value) = (new double[flowCount], new double[flowCount]);
    }

    /// <summary>How many nodes there are, as in the graph.</summary>
    public int NodeCount { get; }

    /// <summary>How many groups hold on the date.</summary>
    public int GroupCount => GroupBuyer.Length;

    /// <summary>How many flows count.</summary>
    public int FlowCount => Supplier.Length;

    /// <summary>By node: its first group, inclusive; the next entry is the end.</summary>
    public int[] FirstGroup { get; }

    /// <summary>By node: the first flow into it, inclusive; the next entry is the end.</summary>
    public int[] FirstIn { get; }

    /// <summary>By node: output in USD per year; 0 where not stated.</summary>
    public double[] Output { get; }

    /// <summary>By node: its first place in <see cref="OutFlows"/>, inclusive; the next entry is the end.</summary>
    public int[] OutStart { get; }

    /// <summary>Flows by supplier, in ascending order for each.</summary>
    public int[] OutFlows { get; }

    /// <summary>By group: its first flow, inclusive; the next entry is the end. A group may have no flow that counts.</summary>
    public int[] FirstFlow { get; }

    /// <summary>By group: its number in the graph.</summary>
    public int[] GroupIndex { get; }

    /// <summary>By group: the node that buys.</summary>
    public int[] GroupBuyer { get; }

    /// <summary>By group: true where a flow that holds on the date marks it essential.</summary>
    public bool[] Essential { get; }

    /// <summary>By group: the part, 0 to 1, of which no counted flow is known to have how much.</summary>
    public double[] UnknownShare { get; }

    /// <summary>By group: flows that hold on the date and do not count.</summary>
    public int[] LeftOut { get; }

    /// <summary>By flow: the node that supplies.</summary>
    public int[] Supplier { get; }

    /// <summary>By flow: the group that it feeds.</summary>
    public int[] GroupOfFlow { get; }

    /// <summary>By flow: its number in the graph.</summary>
    public int[] FlowIndex { get; }

    /// <summary>By flow: its share of the group, 0 to 1; 0 where unknown.</summary>
    public double[] Share { get; }

    /// <summary>By flow: value in USD per year; 0 where not stated.</summary>
    public double[] Value { get; }

    /// <summary>Who supplies whom at all; made at the first call.</summary>
    public SupplyLinks Links => _links.Value;

    /// <summary>True where a flow holds on the date and does not count.</summary>
    public bool LeavesOut { get; private set; }

    /// <summary>The suppliers of a node, one for each flow.</summary>
    public ReadOnlySpan<int> SuppliersOf(int node) => Supplier.AsSpan(FirstIn[node]..FirstIn[node + 1]);

    /// <summary>The node that buys a flow.</summary>
    public int Buyer(int flow) => GroupBuyer[GroupOfFlow[flow]];

    /// <summary>First flow into a node, inclusive.</summary>
    public int FirstInFlow(int node) => FirstIn[node];

    /// <summary>Last flow into a node, exclusive.</summary>
    public int EndInFlow(int node) => FirstIn[node + 1];

    /// <summary>Settles what follows from the groups and their flows.</summary>
    public void Complete()
    {
        LeavesOut = Array.Exists(LeftOut, flows => flows > 0);
        for (var node = 0; node <= NodeCount; node++)
            FirstIn[node] = FirstFlow[FirstGroup[node]];
    }

    /// <summary>The net of a view where it is built already; else null.</summary>
    public static SupplyNet? Find(GraphView view) => SupplyNetCache.Find(view);

    /// <summary>The net of a view: built at the first call, then kept with the graph for its date and evidence (<see cref="SupplyNetCache"/>).</summary>
    public static SupplyNet Of(GraphView view) => SupplyNetCache.Get(view);
}
