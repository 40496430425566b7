using System.Buffers.Binary;

namespace GeoGraph.Exposure.Columns;

/// <summary>
/// Whole numbers from -1 up, each in as few bytes as the largest needs: none where all are -1, else 1 to 4. Immutable after construction.
/// </summary>
internal sealed class PackedColumn
{
    // A read takes four bytes, so the last row needs up to three behind it.
    private const int Behind = 3;
    private const int RowsAtOnce = 65_536;
    private readonly byte[] _bytes;
    private readonly int _width;
    private readonly uint _mask;

    /// <summary>Packs a number for each row.</summary>
    /// <param name="count">How many rows.</param>
    /// <param name="max">The largest number, inclusive.</param>
    /// <param name="at">The number of a row, -1 to <paramref name="max"/>; called for several rows at once where there are many.</param>
    public PackedColumn(int count, int max, Func<int, int> at)
    {
        Count = count;
        _width = WidthOf(max);
        _mask = _width == sizeof(uint) ? uint.MaxValue : (1u << (8 * _width)) - 1;
        _bytes = _width == 0 ? [] : new byte[checked((count * _width) + Behind)];
        if (_width == 0)
            return;
        InRanges.Each(count, RowsAtOnce, (first, end) => Pack(first, end, at));
    }

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>Bytes that it takes.</summary>
    public long Bytes => _bytes.LongLength;

    /// <summary>The number of a row.</summary>
    public int this[int row] => _width == 0 ? -1 : (int)((BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(row * _width)) & _mask) - 1L);

    // One more than the number is kept, so that -1 is zero.
    private static int WidthOf(int max) => max switch
    {
        < 0 => 0,
        < 0xFF => 1,
        < 0xFFFF => 2,
        < 0xFF_FFFF => 3,
        _ => 4,
    };

    private void Pack(int first, int end, Func<int, int> at)
    {
        for (var row = first; row < end; row++)
        {
            var number = unchecked((uint)(at(row) + 1));
            var place = row * _width;
            for (var part = 0; part < _width; part++)
                _bytes[place + part] = (byte)((number >> (8 * part)) & 0xFF);
        }
    }
}
