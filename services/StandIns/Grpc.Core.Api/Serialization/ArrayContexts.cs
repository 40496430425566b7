using System.Buffers;

namespace Grpc.Core;

/// <summary>Collects one payload in an array.</summary>
internal sealed class ArraySerializationContext : SerializationContext
{
    private ArrayBufferWriter<byte>? writer;
    private byte[]? payload;

    public byte[] Payload => payload ?? throw new InvalidOperationException("The serializer did not complete its payload.");

    public override void Complete(byte[] payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        RefuseIfCompleted();
        this.payload = payload;
    }

    public override IBufferWriter<byte> GetBufferWriter() => writer ??= new ArrayBufferWriter<byte>();

    public override void Complete()
    {
        RefuseIfCompleted();
        payload = writer is null ? [] : writer.WrittenSpan.ToArray();
    }

    private void RefuseIfCompleted()
    {
        if (payload is not null)
            throw new InvalidOperationException("The serializer completed its payload twice.");
    }
}

/// <summary>Offers one payload that lies in an array.</summary>
internal sealed class ArrayDeserializationContext(byte[] payload) : DeserializationContext
{
    public override int PayloadLength => payload.Length;

    public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => new(payload);
}
