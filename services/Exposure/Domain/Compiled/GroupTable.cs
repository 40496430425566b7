using GeoGraph.Exposure.Columns;

namespace GeoGraph.Exposure.Compiled;

/// <summary>
/// Input groups, in order of buyer, kind and name. A buyer needs something from every essential group; the flows of one group are alternatives.
/// The imports of a product by a state are a <b>trade</b> group of that state, named by the product.
/// </summary>
internal sealed class GroupTable
{
    /// <summary>No group.</summary>
    public static readonly GroupTable Empty = new(0, [], new PackedColumn(0, -1, _ => -1), new PackedColumn(0, -1, _ => -1), [0]);

    private readonly PackedColumn _buyer;
    private readonly PackedColumn _nameAndKind;
    private readonly int[] _firstFlow;
    private readonly RankBits _buyers;
    private readonly int[] _firstOfBuyer;

    /// <summary>Takes groups in order.</summary>
    /// <param name="nodeCount">How many nodes there are.</param>
    /// <param name="names">The distinct names in ordinal order; further names that no group has do not matter.</param>
    /// <param name="buyer">The buyer of each group.</param>
    /// <param name="nameAndKind">Twice the index of the name, and one more for trade.</param>
    /// <param name="firstFlow">The first flow of each, with one entry more for the end.</param>
    public GroupTable(int nodeCount, string[] names, PackedColumn buyer, PackedColumn nameAndKind, int[] firstFlow)
    {
        (Names, _buyer, _nameAndKind, _firstFlow) = (names, buyer, nameAndKind, firstFlow);
        var words = RankBits.Words(nodeCount);
        var firsts = new List<int>();
        for (var group = 0; group < buyer.Count; group++)
        {
            if (group > 0 && buyer[group] == buyer[group - 1])
                continue;
            RankBits.Mark(words, buyer[group]);
            firsts.Add(group);
        }
        firsts.Add(buyer.Count);
        (_buyers, _firstOfBuyer) = (new RankBits(words), [.. firsts]);
    }

    /// <summary>The distinct names in ordinal order.</summary>
    public string[] Names { get; }

    /// <summary>How many groups there are, at any date.</summary>
    public int Count => _buyer.Count;

    /// <summary>Bytes that it takes, without the texts of the names.</summary>
    public long Bytes => _buyer.Bytes + _nameAndKind.Bytes + _buyers.Bytes + ((_firstFlow.LongLength + _firstOfBuyer.LongLength) * sizeof(int));

    /// <summary>Groups of a buyer, at any date.</summary>
    public ReadOnlySpan<int> OfBuyer(int node)
    {
        if (!_buyers[node])
            return [];
        var place = _buyers.Before(node);
        return Ascending.Range(_firstOfBuyer[place], _firstOfBuyer[place + 1]);
    }

    /// <summary>The node that buys.</summary>
    public int Buyer(int group) => _buyer[group];

    /// <summary>The group's name, unique for the buyer and kind of group.</summary>
    public string Name(int group) => Names[_nameAndKind[group] / 2];

    /// <summary>Twice the index of the name, and one more for trade: groups of one buyer are in its order.</summary>
    public int NameAndKind(int group) => _nameAndKind[group];

    /// <summary>True for the imports of a product by a state.</summary>
    public bool IsTrade(int group) => _nameAndKind[group] % 2 != 0;

    /// <summary>First flow, inclusive.</summary>
    public int FirstFlow(int group) => _firstFlow[group];

    /// <summary>Last flow, exclusive.</summary>
    public int EndFlow(int group) => _firstFlow[group + 1];
}
