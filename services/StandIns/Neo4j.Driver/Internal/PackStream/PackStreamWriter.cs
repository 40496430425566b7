using System.Runtime.InteropServices;
using System.Text;

namespace Neo4j.Driver.Internal.PackStream;

/// <summary>
/// Writes values and whole messages, one behind the other, into a buffer that the transport sends at its next flush.
/// Integers take the shortest form. Not safe for concurrent use.
/// </summary>
internal sealed partial class PackStreamWriter
{
    private readonly ByteBuffer _buffer = new();
    private int _messageStart;

    /// <summary>Begins a message: a structure with the tag of the message, whose fields are the values written next.</summary>
    public void BeginMessage(byte tag, int fields)
    {
        _messageStart = _buffer.Length;
        _buffer.Skip(Chunks.HeaderSize);
        BeginStructure(tag, fields);
    }

    /// <summary>Ends the message: lays it out in chunks, so that it may be sent.</summary>
    public void EndMessage() => Chunks.Close(_buffer, _messageStart);

    /// <summary>Takes back the message that is begun and not ended, after a value that cannot be sent.</summary>
    public void AbandonMessage()
    {
        _buffer.Truncate(_messageStart);
        _depth = 0;
    }

    /// <summary>The messages that are ended and not sent.</summary>
    public ReadOnlyMemory<byte> Pending => _buffer.Written;

    /// <summary>Forgets all that is written; what <see cref="Pending"/> gave is no longer valid.</summary>
    public void Clear() => _buffer.Clear();

    public void WriteNull() => _buffer.Byte(Marker.Null);

    public void Write(bool value) => _buffer.Byte(value ? Marker.True : Marker.False);

    public void Write(long value)
    {
        if (value is >= Marker.TinyIntMin and <= sbyte.MaxValue)
            _buffer.Byte(unchecked((byte)value));
        else if (value is >= sbyte.MinValue and < Marker.TinyIntMin)
            _buffer.Int8(Marker.Int8, unchecked((byte)value));
        else if (value is >= short.MinValue and <= short.MaxValue)
            _buffer.Int16(Marker.Int16, unchecked((ushort)value));
        else if (value is >= int.MinValue and <= int.MaxValue)
            _buffer.Int32(Marker.Int32, (int)value);
        else
            _buffer.Int64(Marker.Int64, value);
    }

    public void Write(double value) => _buffer.Int64(Marker.Float64, BitConverter.DoubleToInt64Bits(value));

    public void Write(string? value)
    {
        if (value is null)
            WriteNull();
        else
            Write(value.AsSpan());
    }

    public void Write(ReadOnlySpan<char> text)
    {
        var size = SizeOf(text);
        Header(size, Marker.TinyString, Marker.String8);
        _buffer.Utf8(text, size);
    }

    public void Write(ReadOnlySpan<byte> value)
    {
        if (value.Length <= byte.MaxValue)
            _buffer.Int8(Marker.Bytes8, (byte)value.Length);
        else
            LongHeader(value.Length, Marker.Bytes8);
        _buffer.Bytes(value);
    }

    public void Write(List<string> values)
    {
        BeginList(values.Count);
        foreach (var value in CollectionsMarshal.AsSpan(values))
            Write(value);
    }

    /// <summary>Begins a list, whose items are the values written next.</summary>
    public void BeginList(int count) => Header(count, Marker.TinyList, Marker.List8);

    /// <summary>Begins a map, whose entries are the pairs of a text and a value written next.</summary>
    public void BeginMap(int count) => Header(count, Marker.TinyMap, Marker.Map8);

    /// <summary>Begins a structure, whose fields are the values written next.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are more than 15 fields, which no structure of Bolt has.</exception>
    public void BeginStructure(byte tag, int fields)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fields, Marker.TinySizeMax);
        _buffer.Int8((byte)(Marker.TinyStructure | fields), tag);
    }

    private static int SizeOf(ReadOnlySpan<char> text)
    {
        try
        {
            return ByteBuffer.Utf8Encoding.GetByteCount(text);
        }
        catch (EncoderFallbackException failure)
        {
            throw new ProtocolException($"Cannot send a text that is no Unicode: it has half of a surrogate pair at position {failure.Index}", failure);
        }
    }

    private void Header(int size, byte tiny, byte marker8)
    {
        if (size <= Marker.TinySizeMax)
            _buffer.Byte((byte)(tiny | size));
        else if (size <= byte.MaxValue)
            _buffer.Int8(marker8, (byte)size);
        else
            LongHeader(size, marker8);
    }

    // The markers for sizes of two and of four bytes follow that for one byte.
    private void LongHeader(int size, byte marker8)
    {
        if (size <= ushort.MaxValue)
            _buffer.Int16((byte)(marker8 + 1), (ushort)size);
        else
            _buffer.Int32((byte)(marker8 + 2), size);
    }
}
