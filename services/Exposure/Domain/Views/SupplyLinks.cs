namespace GeoGraph.Exposure.Views;

/// <summary>Who supplies whom at all: several flows between the same two nodes are one link. Buyers of a supplier are a range, in ascending order.</summary>
internal sealed class SupplyLinks
{
    /// <summary>Takes links that are laid out.</summary>
    /// <param name="first">By node: its first link, inclusive; the next entry is the end.</param>
    /// <param name="buyers">By link: the node that buys.</param>
    public SupplyLinks(int[] first, int[] buyers) => (First, Buyers) = (first, buyers);

    /// <summary>By node: its first link, inclusive; the next entry is the end.</summary>
    public int[] First { get; }

    /// <summary>By link: the node that buys.</summary>
    public int[] Buyers { get; }

    /// <summary>The buyers of a node.</summary>
    public ReadOnlySpan<int> BuyersOf(int node) => Buyers.AsSpan(First[node]..First[node + 1]);

    /// <summary>How many nodes there are.</summary>
    public int NodeCount => First.Length - 1;

    /// <summary>The links of a net. Flows out of a node lie in order of buyer, so that those to the same buyer are neighbours.</summary>
    public static SupplyLinks Of(SupplyNet net)
    {
        var (first, buyers, count) = (new int[net.NodeCount + 1], new int[net.FlowCount], 0);
        for (var node = 0; node < net.NodeCount; node++)
        {
            var last = -1;
            for (var i = net.OutStart[node]; i < net.OutStart[node + 1]; i++)
            {
                var buyer = net.Buyer(net.OutFlows[i]);
                if (buyer != last)
                    buyers[count++] = last = buyer;
            }
            first[node + 1] = count;
        }
        Array.Resize(ref buyers, count);
        return new SupplyLinks(first, buyers);
    }
}
