using System.Threading.Channels;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Exposure.Feed;

/// <summary>Reads an export into a graph: while one message is taken in, the next ones are received and parsed.</summary>
internal static class ExportReader
{
    private const int MessagesBetween = 8;

    /// <summary>Reads every message.</summary>
    /// <exception cref="InvalidDataException">A message breaks the contract, or there is no header.</exception>
    public static async Task ReadIntoAsync(FedGraph graph, IAsyncEnumerable<Wire.ExportActorsResponse> messages, CancellationToken cancellationToken)
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var received = Channel.CreateBounded<Wire.ExportActorsResponse>(new BoundedChannelOptions(MessagesBetween) { SingleReader = true, SingleWriter = true });
        var receiving = Task.Run(() => ReceiveAsync(messages, received.Writer, reading.Token), CancellationToken.None);
        Wire.ExportHeader? header = null;
        try
        {
            await foreach (var message in received.Reader.ReadAllAsync(cancellationToken))
            {
                header ??= message.Header;
                Take(graph, message);
            }
        }
        finally
        {
            await reading.CancelAsync();
            await receiving;
        }
        graph.Revision = ChangeMapping.ReadRevision(header ?? throw new InvalidDataException("the export has no header."));
    }

    // What fails on the way is thrown where messages are taken in.
    private static async Task ReceiveAsync(
        IAsyncEnumerable<Wire.ExportActorsResponse> messages, ChannelWriter<Wire.ExportActorsResponse> received, CancellationToken cancellationToken)
    {
        Exception? end = null;
        try
        {
            await foreach (var message in messages.WithCancellation(cancellationToken))
                await received.WriteAsync(message, cancellationToken);
        }
        catch (Exception error)
        {
            end = error;
        }
        finally
        {
            received.Complete(end);
        }
    }

    private static void Take(FedGraph graph, Wire.ExportActorsResponse message)
    {
        switch (message.PartCase)
        {
            case Wire.ExportActorsResponse.PartOneofCase.ActorColumns:
                ActorColumnMapping.ReadInto(graph, message.ActorColumns);
                break;
            case Wire.ExportActorsResponse.PartOneofCase.RelationColumns:
                RelationColumnMapping.ReadInto(graph.Stage, message.RelationColumns);
                break;
            case Wire.ExportActorsResponse.PartOneofCase.Aliases:
                ChangeMapping.ReadInto(graph, message.Aliases);
                break;
            default:
                break;
        }
    }
}
