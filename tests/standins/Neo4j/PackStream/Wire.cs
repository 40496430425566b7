using Neo4j.Driver.Internal.PackStream;
using Neo4j.Driver.Internal.Transport;

namespace GeoGraph.Neo4jDriver.Tests.PackStream;

/// <summary>Values to bytes and back, through the same chunks as on a connection.</summary>
internal static class Wire
{
    private const byte Tag = 0x71;

    /// <summary>The bytes of what is written, without message and chunks.</summary>
    public static byte[] Bytes(Action<PackStreamWriter> write) => Messages(Sent(write)).Single()[2..];

    public static byte[] Bytes(object? value) => Bytes(writer => writer.Write(value));

    public static object? Read(byte[] value) => new PackStreamReader(value, new KeyCache()).ReadValue();

    /// <summary>A message that holds what is written, as it goes over the network.</summary>
    public static byte[] Sent(Action<PackStreamWriter> write)
    {
        var writer = new PackStreamWriter();
        writer.BeginMessage(Tag, 1);
        write(writer);
        writer.EndMessage();
        return writer.Pending.ToArray();
    }

    /// <summary>The messages in a stream that arrives in pieces of the given sizes, the last of which comes again and again.</summary>
    public static List<byte[]> Messages(byte[] stream, params int[] pieces)
    {
        var incoming = new IncomingMessages();
        var messages = new List<byte[]>();
        var piece = 0;
        for (var sent = 0; sent < stream.Length;)
        {
            var room = incoming.Room();
            var most = pieces.Length == 0 ? stream.Length : pieces[Math.Min(piece++, pieces.Length - 1)];
            var count = Math.Min(Math.Min(most, room.Length), stream.Length - sent);
            stream.AsMemory(sent, count).CopyTo(room);
            incoming.Received(count);
            sent += count;
            while (incoming.TryTake(out var message))
                messages.Add(message.ToArray());
        }
        return messages;
    }
}
