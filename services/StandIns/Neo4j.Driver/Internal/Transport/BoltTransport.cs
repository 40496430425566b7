using System.Net.Sockets;
using Neo4j.Driver.Internal.PackStream;

namespace Neo4j.Driver.Internal.Transport;

/// <summary>
/// A connection to a server that has agreed on a version of Bolt: messages out, messages in. One caller at a time may
/// write and one may read; <see cref="SendUrgentAsync"/> and <see cref="Abort"/> may be called beside them.
/// </summary>
/// <remarks>
/// After a failure, a timeout or a cancelled call the transport is broken: it is closed, and every call fails.
/// Failures of the network are <see cref="ServiceUnavailableException"/>s with the cause within.
/// </remarks>
internal sealed class BoltTransport : IAsyncDisposable
{
    // What is sent at once, so that a long message may take its time as long as it moves.
    private const int SliceSize = 1024 * 1024;

    private readonly Socket _socket;
    private readonly Stream _stream;
    private readonly IncomingMessages _incoming = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly StallClock _readClock = new();
    private readonly StallClock _writeClock = new();
    private readonly string _address;
    private volatile bool _broken;

    private BoltTransport(Socket socket, Stream stream, BoltVersion version, string address)
    {
        _socket = socket;
        _stream = stream;
        _address = address;
        Version = version;
    }

    /// <summary>The version agreed on.</summary>
    public BoltVersion Version { get; }

    /// <summary>Where messages are written; they go out at the next flush.</summary>
    public PackStreamWriter Writer { get; } = new();

    /// <summary>Texts that come again and again, for readers of this connection's messages.</summary>
    public KeyCache Keys { get; } = new();

    /// <summary>Whether the transport is of no more use.</summary>
    public bool IsBroken => _broken;

    /// <summary>Whether the other side has closed the connection, as far as that is known without waiting. For an idle one.</summary>
    public bool IsClosedByPeer
    {
        get
        {
            try
            {
                return _broken || (_socket.Poll(TimeSpan.Zero, SelectMode.SelectRead) && _socket.Available == 0);
            }
            catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
            {
                return true;
            }
        }
    }

    /// <summary>
    /// How long the server may be silent while a message of it is awaited, or take nothing of what is sent; without end
    /// where not set. Servers say in a hint how often they give a sign of life.
    /// </summary>
    public TimeSpan? ReadTimeout { get; set; }

    /// <summary>Connects, encrypts and agrees on a version, all within the timeout.</summary>
    /// <param name="host">A name or an address of the server.</param>
    /// <param name="port">The port that it speaks Bolt on.</param>
    /// <param name="tls">How to encrypt; not at all where null.</param>
    /// <param name="connectTimeout">The time for all of it.</param>
    /// <param name="keepAlive">Whether the operating system asks now and then whether the other side is still there.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="ServiceUnavailableException">Nothing answers there, or not in time.</exception>
    /// <exception cref="SecurityException">Encryption failed.</exception>
    /// <exception cref="NotSupportedException">What answers is no Neo4j server, or too old a one.</exception>
    public static async Task<BoltTransport> ConnectAsync(
        string host, int port, TlsSettings? tls, TimeSpan connectTimeout, bool keepAlive, CancellationToken cancellationToken)
    {
        var address = $"{host}:{port}";
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timer.CancelAfter(connectTimeout);
        Socket? socket = null;
        try
        {
            socket = await Connecting.OpenAsync(host, port, keepAlive, timer.Token).ConfigureAwait(false);
            Stream stream = new NetworkStream(socket, ownsSocket: true);
            if (tls is not null)
                stream = await Connecting.EncryptAsync(stream, tls, address, timer.Token).ConfigureAwait(false);
            var version = await BoltHandshake.AgreeAsync(stream, timer.Token).ConfigureAwait(false);
            return new BoltTransport(socket, stream, version, address);
        }
        catch (Exception failure)
        {
            socket?.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            if (Broken.Connecting(failure, address, connectTimeout) is { } said)
                throw said;
            throw;
        }
    }

    /// <summary>
    /// Takes the next message if it has come whole, without waiting. It is valid until the next call of this method
    /// or of <see cref="ReceiveAsync"/>.
    /// </summary>
    public bool TryTakeMessage(out ReadOnlySpan<byte> message) => _incoming.TryTake(out message);

    /// <summary>Waits for more from the server: at least one byte, which need not make a message whole.</summary>
    public async ValueTask ReceiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            ThrowIfBroken();
            var token = _readClock.Start(ReadTimeout, cancellationToken);
            var count = await _stream.ReadAsync(_incoming.Room(), token).ConfigureAwait(false);
            _readClock.Stop();
            if (count == 0)
                throw new EndOfStreamException("The server closed the connection.");
            _incoming.Received(count);
        }
        catch (Exception failure)
        {
            throw Fail(failure, cancellationToken);
        }
    }

    /// <summary>Sends the messages that are written.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await SendUrgentAsync(Writer.Pending, cancellationToken).ConfigureAwait(false);
        Writer.Clear();
    }

    /// <summary>
    /// Sends whole messages that were laid out elsewhere, between those of the writer: so a query under way can be stopped.
    /// </summary>
    public async ValueTask SendUrgentAsync(ReadOnlyMemory<byte> messages, CancellationToken cancellationToken)
    {
        if (messages.IsEmpty)
            return;
        await _sending.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ThrowIfBroken();
            for (var sent = 0; sent < messages.Length; sent += SliceSize)
            {
                var slice = messages.Slice(sent, Math.Min(SliceSize, messages.Length - sent));
                await _stream.WriteAsync(slice, _writeClock.Start(ReadTimeout, cancellationToken)).ConfigureAwait(false);
                _writeClock.Stop();
            }
        }
        catch (Exception failure)
        {
            throw Fail(failure, cancellationToken);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Closes the connection at once; calls under way fail.</summary>
    public void Abort()
    {
        _broken = true;
        _socket.Dispose();
    }

    /// <summary>Closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        _broken = true;
        await _stream.DisposeAsync().ConfigureAwait(false);
        _socket.Dispose();
        _readClock.Dispose();
        _writeClock.Dispose();
    }

    private void ThrowIfBroken()
    {
        if (_broken)
            throw new ObjectDisposedException(nameof(BoltTransport), "The connection is closed.");
    }

    private Exception Fail(Exception failure, CancellationToken cancellationToken)
    {
        Abort();
        return failure is OperationCanceledException && cancellationToken.IsCancellationRequested
            ? new OperationCanceledException("The call was cancelled and its connection closed.", failure, cancellationToken)
            : Broken.Talking(failure, _address, ReadTimeout) ?? failure;
    }
}
