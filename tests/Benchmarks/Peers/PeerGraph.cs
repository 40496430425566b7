using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Benchmarks.Peers;

/// <summary>
/// A made-up supply graph: ten relations a node. Nine suppliers in ten lie within a window further upstream than their buyer, one anywhere, so that there are many
/// tiers and one great circle; the last tenth of the nodes has no inputs. Node 0 buys from many. The same size and window give the same graph.
/// </summary>
internal sealed class PeerGraph
{
    private const int Seed = 20260201;
    private readonly int[] _first;
    private readonly int _window;

    /// <summary>Draws a graph.</summary>
    /// <param name="relations">About how many relations.</param>
    /// <param name="window">How far upstream most suppliers lie at most; 0 for a tenth of the nodes.</param>
    public PeerGraph(int relations, int window)
    {
        Nodes = relations / 10;
        _window = window > 0 ? window : Nodes / 10;
        var random = new Random(Seed);
        var (suppliers, groups, values) = (new List<int>(relations), new List<byte>(relations), new List<int>(relations));
        _first = new int[Nodes + 1];
        for (var buyer = 0; buyer < Nodes; buyer++)
        {
            Draw(buyer, random, suppliers, groups, values);
            _first[buyer + 1] = suppliers.Count;
        }
        (Suppliers, Groups, Values) = ([.. suppliers], [.. groups], [.. values]);
    }

    /// <summary>How many nodes.</summary>
    public int Nodes { get; }

    /// <summary>By relation, in order of buyer: the supplier.</summary>
    public int[] Suppliers { get; }

    /// <summary>By relation: the input group of its buyer, 0 to 2.</summary>
    public byte[] Groups { get; }

    /// <summary>By relation: value in USD per year. The capacity is twice that, and fifty times that for what node 0 buys.</summary>
    public int[] Values { get; }

    /// <summary>The id of a node, in whose order the compiled graph numbers them.</summary>
    public static EntityId Id(int node) => EntityId.Parse($"firm:{node:D8}");

    /// <summary>The graph compiled, on a date.</summary>
    public GraphView Compile() =>
        GraphBuilder.Build(NodeRows(), RelationRows()).Graph.At(new DateOnly(2026, 2, 1), RevisionToken.Of("actors", new Revision(1)));

    /// <summary>Some of the nodes that supply others, spread evenly.</summary>
    public static int[] Spread(SupplyNet net, int count)
    {
        int[] suppliers = [.. Enumerable.Range(0, net.NodeCount).Where(node => net.OutStart[node] < net.OutStart[node + 1])];
        count = Math.Min(count, suppliers.Length);
        return [.. Enumerable.Range(0, count).Select(i => suppliers[(int)((long)i * suppliers.Length / count)])];
    }

    private IEnumerable<NodeRow> NodeRows()
    {
        for (var node = 0; node < Nodes; node++)
        {
            var inputs = 0m;
            for (var relation = _first[node]; relation < _first[node + 1]; relation++)
                inputs += Values[relation];
            yield return new NodeRow { Id = Id(node), Kind = NodeKind.Firm, OutputUsdPerYear = (inputs * 1.5m) + 100m };
        }
    }

    private IEnumerable<RelationRow> RelationRows()
    {
        EntityId[] nodes = [.. Enumerable.Range(0, Nodes).Select(Id)];
        string[] groups = ["a", "b", "c"];
        for (var buyer = 0; buyer < Nodes; buyer++)
        {
            for (var relation = _first[buyer]; relation < _first[buyer + 1]; relation++)
            {
                yield return new RelationRow
                {
                    Id = EntityId.Parse($"supplies:{relation:D9}"),
                    Kind = RelationKind.Supplies,
                    From = nodes[Suppliers[relation]],
                    To = nodes[buyer],
                    InputGroup = groups[Groups[relation]],
                    ValueUsdPerYear = Values[relation],
                    CapacityUsdPerYear = Values[relation] * (buyer == 0 ? 50m : 2m),
                };
            }
        }
    }

    private void Draw(int buyer, Random random, List<int> suppliers, List<byte> groups, List<int> values)
    {
        if (buyer >= Nodes / 10 * 9)
            return;
        var chosen = new HashSet<int> { buyer };
        var wanted = buyer == 0 ? Math.Min(_window / 2, Nodes / 100) : random.Next(6, 17);
        while (chosen.Count <= wanted)
        {
            var supplier = random.Next(10) == 0 ? random.Next(Nodes) : buyer + 1 + random.Next(Math.Min(_window, Nodes - buyer - 1));
            if (!chosen.Add(supplier))
                continue;
            suppliers.Add(supplier);
            groups.Add((byte)random.Next(3));
            values.Add(random.Next(1, 1000));
        }
    }
}
