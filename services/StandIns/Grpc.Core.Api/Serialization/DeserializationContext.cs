using System.Buffers;

namespace Grpc.Core;

/// <summary>Where a deserializer takes the bytes of one message from.</summary>
public abstract class DeserializationContext
{
    public abstract int PayloadLength { get; }

    /// <summary>The payload as a new array.</summary>
    public virtual byte[] PayloadAsNewBuffer() => PayloadAsReadOnlySequence().ToArray();

    /// <summary>The payload where it lies; valid only during deserialization.</summary>
    public virtual ReadOnlySequence<byte> PayloadAsReadOnlySequence() =>
        throw new NotSupportedException($"{GetType().Name} does not offer its payload as a sequence.");
}
