namespace GeoGraph.Exposure.Columns;

/// <summary>
/// Texts as UTF-8, one after the other, each behind a byte that gives its length: five bytes a text beside the text itself. Grows block by block, so that
/// adding never copies what lies there. Added to by one writer, and no more once others read it.
/// </summary>
internal sealed class TextSegment
{
    private const int BlockBits = 20;
    private const int BlockBytes = 1 << BlockBits;
    private const int PlaceBits = 14;
    private const int PlacesAtOnce = 1 << PlaceBits;
    private const int MaxBlocks = 1 << (32 - BlockBits);
    private readonly List<byte[]> _blocks = [];
    private readonly List<uint[]> _places = [];
    private int _used;

    /// <summary>How many texts there are.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes that it takes.</summary>
    public long Bytes => _blocks.Sum(block => block.LongLength) + _places.Sum(places => places.LongLength * sizeof(uint));

    /// <summary>The bytes of a text.</summary>
    public ReadOnlySpan<byte> this[int text]
    {
        get
        {
            var place = _places[text >> PlaceBits][text & (PlacesAtOnce - 1)];
            var block = _blocks[(int)(place >> BlockBits)];
            var start = (int)(place & (BlockBytes - 1));
            return block.AsSpan(start + 1, block[start] + 1);
        }
    }

    /// <summary>Adds a text of 1 to 256 bytes and gives its index.</summary>
    /// <exception cref="InvalidOperationException">Four gigabytes of text are in use.</exception>
    public int Add(ReadOnlySpan<byte> text)
    {
        ArgumentOutOfRangeException.ThrowIfZero(text.Length);
        MakeRoom(text.Length + 1);
        var block = _blocks[^1];
        block[_used] = (byte)(text.Length - 1);
        text.CopyTo(block.AsSpan(_used + 1));
        PlacesFor(Count)[Count & (PlacesAtOnce - 1)] = ((uint)(_blocks.Count - 1) << BlockBits) | (uint)_used;
        _used += text.Length + 1;
        return Count++;
    }

    /// <summary>Adds every text of another.</summary>
    public void AddAll(TextSegment other)
    {
        for (var text = 0; text < other.Count; text++)
            Add(other[text]);
    }

    private void MakeRoom(int bytes)
    {
        if (_blocks.Count > 0 && _used + bytes <= _blocks[^1].Length)
            return;
        if (_blocks.Count > 0 && _used + bytes <= BlockBytes)
        {
            var grown = _blocks[^1];
            Array.Resize(ref grown, Math.Min(BlockBytes, Math.Max(2 * grown.Length, _used + bytes)));
            _blocks[^1] = grown;
            return;
        }
        if (_blocks.Count == MaxBlocks)
            throw new InvalidOperationException("a table of texts holds at most four gigabytes.");
        _blocks.Add(new byte[_blocks.Count == 0 ? 2 * bytes : BlockBytes]);
        _used = 0;
    }

    private uint[] PlacesFor(int text)
    {
        var within = text & (PlacesAtOnce - 1);
        if (within == 0)
            _places.Add(new uint[text == 0 ? 4 : PlacesAtOnce]);
        else if (within == _places[^1].Length)
        {
            var grown = _places[^1];
            Array.Resize(ref grown, Math.Min(PlacesAtOnce, 2 * within));
            _places[^1] = grown;
        }
        return _places[^1];
    }
}
