using GeoGraph.Exposure.Columns;

namespace GeoGraph.Exposure.Compiled;

/// <summary>The columns of a <see cref="FlowTable"/>, one entry a flow, in order of buyer, input group and id.</summary>
internal sealed record FlowColumns
{
    /// <summary>No flow.</summary>
    public static readonly FlowColumns Empty = new()
    {
        Texts = TextTable.Empty,
        Text = new PackedColumn(0, -1, _ => -1),
        ById = new PackedColumn(0, -1, _ => -1),
        Supplier = [],
        GroupStarts = new RankBits(RankBits.Words(0)),
        Product = new PackedColumn(0, -1, _ => -1),
        Period = new PackedColumn(0, -1, _ => -1),
        Periods = PeriodTable.Empty,
        Value = SparseColumn<long>.Empty,
        Share = SparseColumn<int>.Empty,
        Capacity = SparseColumn<long>.Empty,
        BySupplier = new Csr(0, 0, _ => 0),
    };

    /// <summary>The ids of relations.</summary>
    public required TextTable Texts { get; init; }

    /// <summary>Index of the id among the texts.</summary>
    public required PackedColumn Text { get; init; }

    /// <summary>The flows in order of id.</summary>
    public required PackedColumn ById { get; init; }

    /// <summary>The node it comes from.</summary>
    public required int[] Supplier { get; init; }

    /// <summary>Marks the first flow of each input group.</summary>
    public required RankBits GroupStarts { get; init; }

    /// <summary>Index of the product; -1 where none is stated.</summary>
    public required PackedColumn Product { get; init; }

    /// <summary>Index of its term.</summary>
    public required PackedColumn Period { get; init; }

    /// <summary>The terms.</summary>
    public required PeriodTable Periods { get; init; }

    /// <summary>Value in units of <see cref="FixedPoint"/>.</summary>
    public required SparseColumn<long> Value { get; init; }

    /// <summary>Stated share in units of <see cref="FixedPoint"/>.</summary>
    public required SparseColumn<int> Share { get; init; }

    /// <summary>Capacity in units of <see cref="FixedPoint"/>.</summary>
    public required SparseColumn<long> Capacity { get; init; }

    /// <summary>Flows by supplier.</summary>
    public required Csr BySupplier { get; init; }

    /// <summary>Bytes of the columns, without the ids and what finds them.</summary>
    public long Bytes => (Supplier.LongLength * sizeof(int)) + GroupStarts.Bytes + Product.Bytes + Period.Bytes + Value.Bytes + Share.Bytes + Capacity.Bytes + BySupplier.Bytes;

    /// <summary>Bytes of what leads from a flow to its id and back.</summary>
    public long IndexBytes => Text.Bytes + ById.Bytes;
}
