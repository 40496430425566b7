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
    private readonly Csr _bySupplier;

    /// <summary>Takes rows already checked and sorted by buyer, group and id.</summary>
    public FlowTable(int nodeCount, IReadOnlyList<CheckedRelation> rows, int[] groupOfFlow, Func<EntityId?, int> productIndex)
    {
        _ids = [.. rows.Select(row => row.Row.Id)];
        _supplier = [.. rows.Select(row => row.From)];
        _group = groupOfFlow;
        _product = [.. rows.Select(row => productIndex(row.Row.Product))];
        _periodAndFlags = [.. rows.Select(row => ((uint)row.Period << FlagBits) | RelationFlags.Of(row.Row).Bits)];
        _value = [.. rows.Select(row => FixedPoint.FromUsd(row.Row.ValueUsdPerYear))];
        _share = [.. rows.Select(row => FixedPoint.FromShare(row.Row.Share))];
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

    /// <summary>Stated share of the input group, 0 to 1; null where not stated.</summary>
    public decimal? Share(int flow) => FixedPoint.ToShare(_share[flow]);
}
