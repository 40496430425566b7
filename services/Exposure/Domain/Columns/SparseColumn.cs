namespace GeoGraph.Exposure.Columns;

/// <summary>
/// Numbers of which some rows state none: no room where none does, one number a row where all do, else a bit a row and the stated numbers.
/// Immutable after construction.
/// </summary>
/// <typeparam name="T">A whole number; -1 stands for "not stated".</typeparam>
internal sealed class SparseColumn<T>
    where T : unmanaged, System.Numerics.IBinaryInteger<T>, System.Numerics.ISignedNumber<T>
{
    /// <summary>No row states a number.</summary>
    public static readonly SparseColumn<T> Empty = new([]);

    // Where only few rows lack a number, leaving them out saves less than the bits cost.
    private const double DenseFrom = 0.95;
    private readonly RankBits? _stated;
    private readonly T[] _values;

    /// <summary>Takes one number a row; the array is not changed afterwards.</summary>
    public SparseColumn(T[] rows)
    {
        var stated = 0;
        foreach (var value in rows)
            stated += value == T.NegativeOne ? 0 : 1;
        IsEmpty = stated == 0;
        (_stated, _values) = IsEmpty ? (null, []) : stated >= rows.Length * DenseFrom ? (null, rows) : Thin(rows, stated);
    }

    /// <summary>True where no row states a number.</summary>
    public bool IsEmpty { get; }

    /// <summary>Bytes that it takes.</summary>
    public long Bytes => (_values.LongLength * System.Runtime.CompilerServices.Unsafe.SizeOf<T>()) + (_stated?.Bytes ?? 0);

    /// <summary>The number of a row; -1 where it states none.</summary>
    public T this[int row] => IsEmpty ? T.NegativeOne : _stated is null ? _values[row] : _stated[row] ? _values[_stated.Before(row)] : T.NegativeOne;

    private static (RankBits Stated, T[] Values) Thin(T[] rows, int stated)
    {
        var words = RankBits.Words(rows.Length);
        var values = new T[stated];
        var next = 0;
        for (var row = 0; row < rows.Length; row++)
        {
            if (rows[row] == T.NegativeOne)
                continue;
            RankBits.Mark(words, row);
            values[next++] = rows[row];
        }
        return (new RankBits(words), values);
    }
}
