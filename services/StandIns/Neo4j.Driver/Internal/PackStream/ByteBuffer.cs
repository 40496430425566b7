using System.Buffers.Binary;
using System.Text;

namespace Neo4j.Driver.Internal.PackStream;

/// <summary>Bytes to be sent, in one array that grows and is used again. Not safe for concurrent use.</summary>
internal sealed class ByteBuffer
{
    /// <summary>UTF-8 that refuses what is no Unicode instead of replacing it.</summary>
    public static readonly UTF8Encoding Utf8Encoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private const int InitialSize = 16 * 1024;
    private const int KeptSize = 4 * 1024 * 1024;
    private byte[] _bytes = new byte[InitialSize];

    /// <summary>How many bytes are written.</summary>
    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    /// <summary>Forgets what is written, and lets go of an array that has become very large.</summary>
    public void Clear()
    {
        Length = 0;
        if (_bytes.Length > KeptSize)
            _bytes = new byte[InitialSize];
    }

    /// <summary>Forgets what is written from the position on.</summary>
    public void Truncate(int length) => Length = length;

    public void Byte(byte value)
    {
        if (Length == _bytes.Length)
            Grow(1);
        _bytes[Length++] = value;
    }

    public void Int8(byte marker, byte value)
    {
        var room = Room(2);
        room[1] = value;
        room[0] = marker;
        Length += 2;
    }

    public void Int16(byte marker, ushort value)
    {
        var room = Room(3);
        BinaryPrimitives.WriteUInt16BigEndian(room[1..], value);
        room[0] = marker;
        Length += 3;
    }

    public void Int32(byte marker, int value)
    {
        var room = Room(5);
        BinaryPrimitives.WriteInt32BigEndian(room[1..], value);
        room[0] = marker;
        Length += 5;
    }

    public void Int64(byte marker, long value)
    {
        var room = Room(9);
        BinaryPrimitives.WriteInt64BigEndian(room[1..], value);
        room[0] = marker;
        Length += 9;
    }

    public void Bytes(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Room(value.Length));
        Length += value.Length;
    }

    public void Utf8(ReadOnlySpan<char> text, int byteCount) => Length += Utf8Encoding.GetBytes(text, Room(byteCount));

    /// <summary>Room for so many bytes more, which count as written; what lies in them is not set.</summary>
    public void Skip(int count)
    {
        Room(count);
        Length += count;
    }

    /// <summary>Any part of what is written, to be changed.</summary>
    public Span<byte> At(int start, int length) => _bytes.AsSpan(0, Length).Slice(start, length);

    private Span<byte> Room(int count)
    {
        if (_bytes.Length - Length < count)
            Grow(count);
        return _bytes.AsSpan(Length);
    }

    private void Grow(int count)
    {
        var needed = (long)Length + count;
        if (needed > Array.MaxLength)
            throw new ClientException($"What is to be sent at once has more than {Array.MaxLength} bytes: send it in smaller parts.");
        Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(needed, 2L * _bytes.Length)));
    }
}
