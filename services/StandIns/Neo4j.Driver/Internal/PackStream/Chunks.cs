using System.Buffers.Binary;

namespace Neo4j.Driver.Internal.PackStream;

/// <summary>How a message lies on the wire: chunks of up to 65 535 bytes, each behind its size, and then a size of zero.</summary>
internal static class Chunks
{
    /// <summary>The bytes that the size of a chunk takes.</summary>
    public const int HeaderSize = 2;

    public const int MaxSize = ushort.MaxValue;

    /// <summary>
    /// Lays out in chunks a message that lies from the position to the end of the buffer, behind room for one size.
    /// </summary>
    public static void Close(ByteBuffer buffer, int start)
    {
        var size = buffer.Length - start - HeaderSize;
        var chunks = Math.Max(1, (int)(((long)size + MaxSize - 1) / MaxSize));
        buffer.Skip(chunks * HeaderSize);
        Spread(buffer.At(start, buffer.Length - start), size, chunks);
    }

    // Moves the last chunk first, so that nothing is overwritten before it has moved.
    private static void Spread(Span<byte> message, int size, int chunks)
    {
        for (var chunk = chunks - 1; chunk >= 0; chunk--)
        {
            var from = HeaderSize + chunk * MaxSize;
            var length = Math.Min(MaxSize, size - chunk * MaxSize);
            var to = from + chunk * HeaderSize;
            if (chunk > 0)
                message.Slice(from, length).CopyTo(message[to..]);
            BinaryPrimitives.WriteUInt16BigEndian(message[(to - HeaderSize)..], (ushort)length);
        }
        message[^HeaderSize..].Clear();
    }
}
