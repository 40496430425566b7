using System.Buffers.Binary;

namespace Neo4j.Driver.Internal.Transport;

/// <summary>
/// Bytes as they come from the server, and the messages in them. A message that lies in one chunk, as most do, is read where
/// it lies; the chunks of a longer one are pushed together in place. Not safe for concurrent use.
/// </summary>
internal sealed class IncomingMessages
{
    private const int HeaderSize = 2;
    private const int InitialSize = 64 * 1024;
    private const int KeptSize = 4 * 1024 * 1024;
    private const int LeastRoom = 16 * 1024;

    private byte[] _bytes = new byte[InitialSize];
    private int _message;
    private int _length;
    private int _next;
    private int _end;

    /// <summary>
    /// Takes the next message if it is there whole. It is valid until the next call of any method. A size of zero
    /// outside of a message only says that the server is alive.
    /// </summary>
    public bool TryTake(out ReadOnlySpan<byte> message)
    {
        while (_end - _next >= HeaderSize)
        {
            int size = BinaryPrimitives.ReadUInt16BigEndian(_bytes.AsSpan(_next));
            if (size == 0 && _length > 0)
            {
                message = _bytes.AsSpan(_message, _length);
                _next += HeaderSize;
                _length = 0;
                return true;
            }
            if (_end - _next < HeaderSize + size)
                break;
            Append(size);
        }
        message = default;
        return false;
    }

    /// <summary>Where the next bytes go: never empty.</summary>
    /// <exception cref="ProtocolException">A single message is larger than an array can be.</exception>
    public Memory<byte> Room()
    {
        if (_length == 0 && _next == _end)
            Restart();
        else if (_bytes.Length - _end < LeastRoom)
            Compact();
        return _bytes.AsMemory(_end);
    }

    /// <summary>Says that so many bytes have come to where they go.</summary>
    public void Received(int count) => _end += count;

    private void Append(int size)
    {
        var chunk = _next + HeaderSize;
        if (_length == 0)
            _message = chunk;
        else
            _bytes.AsSpan(chunk, size).CopyTo(_bytes.AsSpan(_message + _length));
        _length += size;
        _next = chunk + size;
    }

    private void Restart()
    {
        _next = 0;
        _end = 0;
        if (_bytes.Length > KeptSize)
            _bytes = new byte[InitialSize];
    }

    // Moves the message begun and the bytes behind it to the front, into a larger array where they fill most of this one.
    private void Compact()
    {
        var waiting = _end - _next;
        var needed = (long)_length + waiting + LeastRoom;
        if (needed > Array.MaxLength)
            throw new ProtocolException($"The server sent a message of more than {_length} bytes, which is more than can be read at once");
        var target = needed <= _bytes.Length / 2 ? _bytes : new byte[Math.Min(Array.MaxLength, Math.Max(needed, 2L * _bytes.Length))];
        _bytes.AsSpan(_message, _length).CopyTo(target);
        _bytes.AsSpan(_next, waiting).CopyTo(target.AsSpan(_length));
        _bytes = target;
        _message = 0;
        _next = _length;
        _end = _length + waiting;
    }
}
