using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Neo4j.Driver.Internal.Transport;

/// <summary>The way from an address to a stream that Bolt can be spoken on.</summary>
internal static class Connecting
{
    private const int KeepAliveSeconds = 30;
    private const int KeepAliveIntervalSeconds = 5;
    private const int KeepAliveProbes = 4;

    /// <summary>Opens a TCP connection on which small messages go out at once.</summary>
    public static async Task<Socket> OpenAsync(string host, int port, bool keepAlive, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            if (keepAlive)
                KeepAlive(socket);
            await socket.ConnectAsync(host, port, cancellationToken).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Puts encryption on a connection.</summary>
    /// <exception cref="SecurityException">The certificate is not accepted, or the server does not encrypt.</exception>
    public static async Task<Stream> EncryptAsync(Stream plain, TlsSettings tls, string address, CancellationToken cancellationToken)
    {
        var refusal = SslPolicyErrors.None;
        var encrypted = new SslStream(plain, leaveInnerStreamOpen: false);
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = tls.TargetHost,
            RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
            {
                refusal = errors;
                return certificate is X509Certificate2 known && tls.Accepts(known, chain, errors);
            },
        };
        try
        {
            await encrypted.AuthenticateAsClientAsync(options, cancellationToken).ConfigureAwait(false);
            return encrypted;
        }
        catch (Exception failure) when (failure is System.Security.Authentication.AuthenticationException or IOException)
        {
            await encrypted.DisposeAsync().ConfigureAwait(false);
            throw new SecurityException($"Failed to establish encrypted connection with server {address}{Because(refusal)}.", failure);
        }
    }

    private static void KeepAlive(Socket socket)
    {
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, KeepAliveSeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, KeepAliveIntervalSeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, KeepAliveProbes);
    }

    private static string Because(SslPolicyErrors refusal) => refusal == SslPolicyErrors.None ? "" : $": its certificate is refused ({refusal})";
}
