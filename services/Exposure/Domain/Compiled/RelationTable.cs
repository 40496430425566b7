using GeoGraph.Core;
using GeoGraph.Exposure.Columns;

namespace GeoGraph.Exposure.Compiled;

/// <summary>
/// The relations of one kind that is no flow, in order of id, reachable from both ends.
/// </summary>
internal sealed class RelationTable
{
    private readonly TextTable _texts;
    private readonly PackedColumn _text;
    private readonly PackedColumn _from;
    private readonly PackedColumn _to;
    private readonly PackedColumn _period;
    private readonly PeriodTable _periods;
    private readonly SparseColumn<int> _share;
    private readonly Csr _byFrom;
    private readonly Csr _byTo;

    /// <summary>Takes columns in order of id, one entry a relation.</summary>
    public RelationTable(int nodeCount, TextTable texts, PeriodTable periods, PackedColumn text, PackedColumn from, PackedColumn to, PackedColumn period, SparseColumn<int> share)
    {
        (_texts, _periods, _text, _from, _to, _period, _share) = (texts, periods, text, from, to, period, share);
        _byFrom = new Csr(nodeCount, text.Count, relation => from[relation]);
        _byTo = new Csr(nodeCount, text.Count, relation => to[relation]);
    }

    /// <summary>How many relations there are, at any date.</summary>
    public int Count => _text.Count;

    /// <summary>Bytes of the columns, without the ids and what leads to them.</summary>
    public long Bytes => _from.Bytes + _to.Bytes + _period.Bytes + _share.Bytes + _byFrom.Bytes + _byTo.Bytes;

    /// <summary>Bytes of what leads from a relation to its id.</summary>
    public long IndexBytes => _text.Bytes;

    /// <summary>Relations that start from a node, at any date.</summary>
    public ReadOnlySpan<int> FromNode(int node) => _byFrom[node];

    /// <summary>Relations that end on a node, at any date.</summary>
    public ReadOnlySpan<int> ToNode(int node) => _byTo[node];

    /// <summary>The relation's id.</summary>
    public EntityId Id(int relation) => _texts.Id(_text[relation]);

    /// <summary>The bytes of the relation's id, in UTF-8.</summary>
    public ReadOnlySpan<byte> IdBytes(int relation) => _texts[_text[relation]];

    /// <summary>Index of the relation's id among the texts.</summary>
    public int Text(int relation) => _text[relation];

    /// <summary>The node it starts from.</summary>
    public int From(int relation) => _from[relation];

    /// <summary>The node it ends on.</summary>
    public int To(int relation) => _to[relation];

    /// <summary>Index of its dates in the graph's periods.</summary>
    public int Period(int relation) => _period[relation];

    /// <summary>Its share in units of <see cref="FixedPoint"/>.</summary>
    public int ShareUnits(int relation) => _share[relation];

    /// <summary>Its share, 0 to 1; null where not stated.</summary>
    public decimal? Share(int relation) => FixedPoint.ToShare(_share[relation]);

    /// <summary>Its evidence and, for memberships, obligations.</summary>
    public RelationFlags Flags(int relation) => _periods.Flags(_period[relation]);

    /// <summary>The place of an id: where it is, or the complement of where it would be.</summary>
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
