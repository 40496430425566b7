namespace GeoGraph.Exposure.Compiled;

/// <summary>
/// Input groups, in order of buyer, kind and name. A buyer needs something from every essential group; the flows of one group are alternatives.
/// The imports of a product by a state are a <b>trade</b> group of that state, named by the product.
/// </summary>
internal sealed class GroupTable
{
    private readonly int[] _buyer;
    private readonly string[] _name;
    private readonly bool[] _trade;
    private readonly int[] _firstFlow;
    private readonly Csr _byBuyer;

    /// <summary>Takes groups in order, and the first flow of each with one entry more for the end.</summary>
    public GroupTable(int nodeCount, IReadOnlyList<(int Buyer, bool Trade, string Name)> groups, int[] firstFlow)
    {
        _buyer = [.. groups.Select(group => group.Buyer)];
        _name = [.. groups.Select(group => group.Name)];
        _trade = [.. groups.Select(group => group.Trade)];
        _firstFlow = firstFlow;
        _byBuyer = new Csr(nodeCount, _buyer);
    }

    /// <summary>How many groups there are, at any date.</summary>
    public int Count => _buyer.Length;

    /// <summary>Groups of a buyer, at any date.</summary>
    public ReadOnlySpan<int> OfBuyer(int node) => _byBuyer[node];

    /// <summary>The node that buys.</summary>
    public int Buyer(int group) => _buyer[group];

    /// <summary>The group's name, unique for the buyer and kind of group.</summary>
    public string Name(int group) => _name[group];

    /// <summary>True for the imports of a product by a state.</summary>
    public bool IsTrade(int group) => _trade[group];

    /// <summary>First flow, inclusive.</summary>
    public int FirstFlow(int group) => _firstFlow[group];

    /// <summary>Last flow, exclusive.</summary>
    public int EndFlow(int group) => _firstFlow[group + 1];
}
