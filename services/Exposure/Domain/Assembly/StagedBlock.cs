using GeoGraph.Exposure.Columns;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Assembly;

/// <summary>Some thousands of staged relations, packed: about 20 bytes each where most state a value and no share.</summary>
internal sealed class StagedBlock
{
    private readonly PackedColumn _kind;
    private readonly PackedColumn _from;
    private readonly PackedColumn _to;
    private readonly PackedColumn _product;
    private readonly PackedColumn _group;
    private readonly PackedColumn _term;
    private readonly PackedColumn _transits;
    private readonly SparseColumn<long> _value;
    private readonly SparseColumn<int> _share;
    private readonly SparseColumn<long> _capacity;

    /// <summary>Packs the relations.</summary>
    public StagedBlock(List<StagedRelation> rows)
    {
        _kind = Pack(rows, row => (int)row.Kind);
        _from = Pack(rows, row => row.From);
        _to = Pack(rows, row => row.To);
        _product = Pack(rows, row => row.Product);
        _group = Pack(rows, row => row.Group);
        _term = Pack(rows, row => row.Term);
        _transits = Pack(rows, row => row.Transits);
        _value = new SparseColumn<long>([.. rows.Select(row => row.Value)]);
        _share = new SparseColumn<int>([.. rows.Select(row => row.Share)]);
        _capacity = new SparseColumn<long>([.. rows.Select(row => row.Capacity)]);
    }

    /// <summary>A relation.</summary>
    public StagedRelation this[int row] =>
        new((RelationKind)_kind[row], _from[row], _to[row], _product[row], _group[row], _term[row], _transits[row], _value[row], _share[row], _capacity[row]);

    /// <summary>What it means.</summary>
    public RelationKind Kind(int row) => (RelationKind)_kind[row];

    /// <summary>The id it starts from.</summary>
    public int From(int row) => _from[row];

    /// <summary>The id it ends on.</summary>
    public int To(int row) => _to[row];

    /// <summary>The product's id.</summary>
    public int Product(int row) => _product[row];

    /// <summary>The input group.</summary>
    public int Group(int row) => _group[row];

    /// <summary>Its own dates and evidence.</summary>
    public int Term(int row) => _term[row];

    /// <summary>The transits.</summary>
    public int Transits(int row) => _transits[row];

    /// <summary>The value.</summary>
    public long Value(int row) => _value[row];

    /// <summary>The share.</summary>
    public int Share(int row) => _share[row];

    /// <summary>The capacity.</summary>
    public long Capacity(int row) => _capacity[row];

    private static PackedColumn Pack(List<StagedRelation> rows, Func<StagedRelation, int> at)
    {
        var max = -1;
        foreach (var row in rows)
            max = Math.Max(max, at(row));
        return new PackedColumn(rows.Count, max, row => at(rows[row]));
    }
}
