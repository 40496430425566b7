using System.Buffers.Binary;
using System.Text;

namespace Neo4j.Driver.Internal.PackStream;

/// <summary>
/// Reads the values of one whole message. What does not fit the message ends in a <see cref="ProtocolException"/>:
/// sizes are checked against what is there before anything is made for them.
/// </summary>
internal ref partial struct PackStreamReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly KeyCache _keys;
    private int _position;
    private int _depth;

    /// <param name="message">The message without its chunk sizes.</param>
    /// <param name="keys">Where keys, labels and types are kept between messages.</param>
    public PackStreamReader(ReadOnlySpan<byte> message, KeyCache keys)
    {
        _bytes = message;
        _keys = keys;
    }

    /// <summary>Whether all is read.</summary>
    public readonly bool AtEnd => _position == _bytes.Length;

    /// <summary>The marker of the next value, which stays unread.</summary>
    public readonly byte Peek() => _position < _bytes.Length ? _bytes[_position] : throw TooShort();

    /// <summary>Reads the marker and tag of a structure, whose fields are read next.</summary>
    public byte ReadStructure(out int fields)
    {
        var marker = Byte();
        fields = (marker & 0xF0) == Marker.TinyStructure ? marker & 0x0F
            : marker == Marker.Structure8 ? Byte()
            : marker == Marker.Structure16 ? UInt16()
            : throw Unexpected("a structure", marker);
        return Byte();
    }

    /// <summary>Reads how many items a list has, which are read next.</summary>
    public int ReadListSize()
    {
        var marker = Byte();
        return Items(marker, Marker.TinyList, Marker.List8, 1, "a list");
    }

    /// <summary>Reads how many entries a map has; the key and the value of each are read next.</summary>
    public int ReadMapSize()
    {
        var marker = Byte();
        return Items(marker, Marker.TinyMap, Marker.Map8, 2, "a map");
    }

    public long ReadLong()
    {
        var marker = Byte();
        return marker is < 0x80 or >= 0xF0 ? unchecked((sbyte)marker) : marker switch
        {
            Marker.Int8 => unchecked((sbyte)Byte()),
            Marker.Int16 => BinaryPrimitives.ReadInt16BigEndian(Take(2)),
            Marker.Int32 => BinaryPrimitives.ReadInt32BigEndian(Take(4)),
            Marker.Int64 => BinaryPrimitives.ReadInt64BigEndian(Take(8)),
            _ => throw Unexpected("an integer", marker),
        };
    }

    public double ReadDouble()
    {
        var marker = Byte();
        return marker == Marker.Float64 ? BinaryPrimitives.ReadDoubleBigEndian(Take(8)) : throw Unexpected("a float", marker);
    }

    public bool ReadBool() => Byte() switch
    {
        Marker.True => true,
        Marker.False => false,
        var marker => throw Unexpected("a boolean", marker),
    };

    public string ReadString() => Encoding.UTF8.GetString(ReadUtf8());

    /// <summary>Reads a text that is likely to come again.</summary>
    public string ReadKey() => _keys.Get(ReadUtf8());

    /// <summary>Reads a text as its bytes, which are valid as long as the message.</summary>
    public ReadOnlySpan<byte> ReadUtf8()
    {
        var marker = Byte();
        return Take(Items(marker, Marker.TinyString, Marker.String8, 1, "a string"));
    }

    public byte[] ReadBytes()
    {
        var marker = Byte();
        if (marker is not (Marker.Bytes8 or Marker.Bytes16 or Marker.Bytes32))
            throw Unexpected("bytes", marker);
        return Take(LongSize(marker - Marker.Bytes8, 1)).ToArray();
    }

    private int Items(byte marker, byte tiny, byte marker8, int leastBytes, string expected) =>
        (marker & 0xF0) == tiny ? marker & 0x0F
        : marker - marker8 is >= 0 and <= 2 ? LongSize(marker - marker8, leastBytes)
        : throw Unexpected(expected, marker);

    // A size of one, two or four bytes, which must leave room for as many items of the least length.
    private int LongSize(int form, int leastBytes)
    {
        long size = form switch { 0 => Byte(), 1 => UInt16(), _ => BinaryPrimitives.ReadUInt32BigEndian(Take(4)) };
        return size * leastBytes <= _bytes.Length - _position ? (int)size : throw TooShort();
    }

    private int UInt16() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    private byte Byte() => _position < _bytes.Length ? _bytes[_position++] : throw TooShort();

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _bytes.Length - _position)
            throw TooShort();
        var taken = _bytes.Slice(_position, count);
        _position += count;
        return taken;
    }

    private static ProtocolException Unexpected(string expected, byte marker) =>
        new($"Expected {expected} and received the marker 0x{marker:X2}");

    private readonly ProtocolException TooShort() =>
        new($"A message of {_bytes.Length} bytes ends before the value at its position {_position} does");
}
