using GeoGraph.Core;
using GeoGraph.Exposure.Columns;

namespace GeoGraph.Exposure.Compiled;

/// <summary>What only some nodes state.</summary>
/// <param name="RecoveryDays">Days of recovery; null where not stated.</param>
/// <param name="MainPort">UN/LOCODE; null where not stated.</param>
/// <param name="Stocks">Stocks by input group.</param>
/// <param name="HsCodes">HS codes, digits only.</param>
internal sealed record NodeFacts(decimal? RecoveryDays, string? MainPort, IReadOnlyList<StockRow> Stocks, IReadOnlyList<string> HsCodes)
{
    /// <summary>What a row states; null where nothing.</summary>
    public static NodeFacts? Of(NodeRow row) => row is { RecoveryDays: null, MainPort: null, Stocks.Count: 0, HsCodes.Count: 0 } ? null
        : new NodeFacts(row.RecoveryDays, row.MainPort, row.Stocks, row.HsCodes);
}

/// <summary>The nodes in ordinal order of id, one entry a node in each column. Immutable.</summary>
internal sealed class NodeTable
{
    /// <summary>No node.</summary>
    public static readonly NodeTable Empty = new()
    {
        Texts = TextTable.Empty,
        Text = new PackedColumn(0, -1, _ => -1),
        Kinds = [],
        Period = new PackedColumn(0, -1, _ => -1),
        Output = SparseColumn<long>.Empty,
        FactsOf = new PackedColumn(0, -1, _ => -1),
        Facts = [],
    };

    /// <summary>The ids of nodes.</summary>
    public required TextTable Texts { get; init; }

    /// <summary>Index of the id among the texts.</summary>
    public required PackedColumn Text { get; init; }

    /// <summary>What each node is.</summary>
    public required NodeKind[] Kinds { get; init; }

    /// <summary>Index of its dates in the graph's periods.</summary>
    public required PackedColumn Period { get; init; }

    /// <summary>Output in units of <see cref="FixedPoint"/>.</summary>
    public required SparseColumn<long> Output { get; init; }

    /// <summary>Index of what it states beside; -1 for nothing.</summary>
    public required PackedColumn FactsOf { get; init; }

    /// <summary>What nodes state beside.</summary>
    public required NodeFacts[] Facts { get; init; }

    /// <summary>How many nodes there are.</summary>
    public int Count => Kinds.Length;

    /// <summary>Bytes of the columns, without the ids and what leads to them; what nodes state beside only about.</summary>
    public long Bytes => Kinds.LongLength + Period.Bytes + Output.Bytes + FactsOf.Bytes + (Facts.LongLength * 80);

    /// <summary>The node's id.</summary>
    public EntityId Id(int node) => Texts.Id(Text[node]);

    /// <summary>The bytes of the node's id, in UTF-8.</summary>
    public ReadOnlySpan<byte> IdBytes(int node) => Texts[Text[node]];

    /// <summary>What the node states beside; null for nothing.</summary>
    public NodeFacts? FactsAt(int node) => FactsOf[node] is >= 0 and var facts ? Facts[facts] : null;

    /// <summary>The number of an id: where it is, or the complement of where it would be.</summary>
    public int Place(ReadOnlySpan<byte> id)
    {
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            var order = IdBytes(middle).SequenceCompareTo(id);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return ~low;
    }
}
