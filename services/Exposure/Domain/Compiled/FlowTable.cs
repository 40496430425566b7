using GeoGraph.Core;

namespace GeoGraph.Exposure.Compiled;

/// <summary>
/// The flows (SUPPLIES and EXPORTS_TO), in order of buyer, input group and id, so that a group's flows and a buyer's groups
/// are ranges. Takes 32 bytes a flow beside the ids: supplier, group, product, dates with flags, value, share, and the
/// place in the forward rows.
/// </summary>
internal sealed class FlowTable
{
    private const int FlagBits = 8;
    private readonly EntityId[] _ids;
    private readonly int[] _supplier;
    private readonly int[] _group;
    private readonly int[] _product;
    private readonly uint[] _periodAndFlags;
    private readonly long[] _value;
    private readonly int[] _share;
    private readonly Dictionary<int, decimal> _capacity = [];
    private readonly Csr _bySupplier;

    /// <summary>Takes rows already checked and sorted by buyer, group and id.</summary>
    public FlowTable(int nodeCount, IReadOnlyList<CheckedRelation> rows, int[] groupOfFlow, Func<EntityId?, int> productIndex)
    {
        var count = rows.Count;
        _group = groupOfFlow;
        (_ids, _supplier, _product) = (new EntityId[count], new int[count], new int[count]);
        (_periodAndFlags, _value, _share) = (new uint[count], new long[count], new int[count]);
        // One pass over all columns: the rows lie scattered in memory, and to reach each costs more than to read it.
        for (var flow = 0; flow < count; flow++)
        {
            var (row, from, _, period) = rows[flow];
            _ids[flow] = row.Id;
            _supplier[flow] = from;
            _product[flow] = productIndex(row.Product);
            _periodAndFlags[flow] = ((uint)period << FlagBits) | RelationFlags.Of(row).Bits;
            _value[flow] = FixedPoint.FromUsd(row.ValueUsdPerYear);
            _share[flow] = FixedPoint.FromShare(row.Share);
            if (row.CapacityUsdPerYear is { } capacity)
                _capacity[flow] = capacity;
        }
        _bySupplier = new Csr(nodeCount, _supplier);
    }

    /// <summary>How many flows there are, at any date.</summary>
    public int Count => _ids.Length;

    /// <summary>Bytes that the columns take for each flow, without the ids.</summary>
    public static int BytesPerFlow => (5 * sizeof(int)) + sizeof(uint) + sizeof(long);

    /// <summary>Flows out of a node, at any date.</summary>
    public ReadOnlySpan<int> FromNode(int node) => _bySupplier[node];

    /// <summary>The relation's id.</summary>
    public EntityId Id(int flow) => _ids[flow];

    /// <summary>The node it comes from.</summary>
    public int Supplier(int flow) => _supplier[flow];

    /// <summary>The input group it feeds.</summary>
    public int Group(int flow) => _group[flow];

    /// <summary>Index of the product, or -1 where none is stated.</summary>
    public int Product(int flow) => _product[flow];

    /// <summary>Index of its dates in the graph's periods.</summary>
    public int Period(int flow) => (int)(_periodAndFlags[flow] >> FlagBits);

    /// <summary>Its evidence and whether it is essential.</summary>
    public RelationFlags Flags(int flow) => new((byte)(_periodAndFlags[flow] & 0xFF));

    /// <summary>Value in USD per year; null where not stated.</summary>
    public decimal? Value(int flow) => FixedPoint.ToUsd(_value[flow]);

    /// <summary>The most that the flow can carry, in USD per year; null where not stated.</summary>
    public decimal? Capacity(int flow) => _capacity.TryGetValue(flow, out var capacity) ? capacity : null;

    /// <summary>Stated share of the input group, 0 to 1; null where not stated.</summary>
    public decimal? Share(int flow) => FixedPoint.ToShare(_share[flow]);
}
