using System.Net.Sockets;

namespace Neo4j.Driver.Internal.Transport;

/// <summary>What a failure of the network is to the caller of the driver; null where it is said already.</summary>
internal static class Broken
{
    public static Exception? Connecting(Exception failure, string address, TimeSpan timeout) => failure switch
    {
        OperationCanceledException => new ServiceUnavailableException(
            $"Nothing answered as a Neo4j server at {address} within {timeout.TotalMilliseconds} ms.", new TimeoutException(failure.Message, failure)),
        SocketException => new ServiceUnavailableException($"Cannot connect to {address}: {failure.Message}.", failure),
        EndOfStreamException => new ServiceUnavailableException($"{address} closed the connection before it agreed on a version of Bolt.", failure),
        IOException or ObjectDisposedException => new ServiceUnavailableException($"The connection to {address} broke before a version of Bolt was agreed on: {failure.Message}", failure),
        _ => null,
    };

    public static Exception? Talking(Exception failure, string address, TimeSpan? timeout) => failure switch
    {
        OperationCanceledException => new ConnectionReadTimeoutException(
            $"The server at {address} gave no sign of life for {timeout?.TotalSeconds} s.", new TimeoutException(failure.Message, failure)),
        EndOfStreamException or IOException or SocketException or ObjectDisposedException =>
            new ServiceUnavailableException($"The connection to {address} is broken: {failure.Message}", failure),
        _ => null,
    };
}
