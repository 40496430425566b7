using System.Buffers;

namespace Grpc.Core;

/// <summary>Where a serializer puts the bytes of one message.</summary>
public abstract class SerializationContext
{
    /// <summary>Hands over the whole payload.</summary>
    public virtual void Complete(byte[] payload) => throw Unsupported();

    /// <summary>The writer to put the payload into, before <see cref="Complete()"/>.</summary>
    public virtual IBufferWriter<byte> GetBufferWriter() => throw Unsupported();

    /// <summary>Announces the length of the payload that will be written.</summary>
    public virtual void SetPayloadLength(int payloadLength)
    {
    }

    /// <summary>Ends a payload that went into the buffer writer.</summary>
    public virtual void Complete() => throw Unsupported();

    private NotSupportedException Unsupported() =>
        new($"{GetType().Name} does not offer this way to complete a payload.");
}
