using GeoGraph.Core;

namespace GeoGraph.Exposure.Compiled;

/// <summary>
/// The flows (SUPPLIES and EXPORTS_TO), in order of buyer, input group and id, so that a group's flows and a buyer's groups
/// are ranges. What no flow states takes no room, and numbers take as many bytes as they need.
/// </summary>
/// <param name="columns">One entry a flow.</param>
internal sealed class FlowTable(FlowColumns columns)
{
    private readonly int[] _supplier = columns.Supplier;

    /// <summary>The columns.</summary>
    public FlowColumns Columns { get; } = columns;

    /// <summary>How many flows there are, at any date.</summary>
    public int Count => _supplier.Length;

    /// <summary>Flows out of a node, at any date.</summary>
    public ReadOnlySpan<int> FromNode(int node) => Columns.BySupplier[node];

    /// <summary>The relation's id.</summary>
    public EntityId Id(int flow) => Columns.Texts.Id(Columns.Text[flow]);

    /// <summary>The bytes of the relation's id, in UTF-8.</summary>
    public ReadOnlySpan<byte> IdBytes(int flow) => Columns.Texts[Columns.Text[flow]];

    /// <summary>The node it comes from.</summary>
    public int Supplier(int flow) => _supplier[flow];

    /// <summary>The input group it feeds.</summary>
    public int Group(int flow) => Columns.GroupStarts.Before(flow) + (Columns.GroupStarts[flow] ? 0 : -1);

    /// <summary>Index of the product, or -1 where none is stated.</summary>
    public int Product(int flow) => Columns.Product[flow];

    /// <summary>Index of its dates in the graph's periods.</summary>
    public int Period(int flow) => Columns.Period[flow];

    /// <summary>Its evidence and whether it is essential.</summary>
    public RelationFlags Flags(int flow) => Columns.Periods.Flags(Columns.Period[flow]);

    /// <summary>Value in USD per year; null where not stated.</summary>
    public decimal? Value(int flow) => FixedPoint.ToUsd(Columns.Value[flow]);

    /// <summary>The most that the flow can carry, in USD per year; null where not stated.</summary>
    public decimal? Capacity(int flow) => FixedPoint.ToUsd(Columns.Capacity[flow]);

    /// <summary>Stated share of the input group, 0 to 1; null where not stated.</summary>
    public decimal? Share(int flow) => FixedPoint.ToShare(Columns.Share[flow]);

    /// <summary>The place of an id among the flows in order of id: where it is, or the complement of where it would be.</summary>
    public int PlaceById(ReadOnlySpan<byte> id)
    {
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            var order = IdBytes(Columns.ById[middle]).SequenceCompareTo(id);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return ~low;
    }

    /// <summary>The flow of an id, or -1.</summary>
    public int Find(ReadOnlySpan<byte> id) => PlaceById(id) is >= 0 and var place ? Columns.ById[place] : -1;
}
