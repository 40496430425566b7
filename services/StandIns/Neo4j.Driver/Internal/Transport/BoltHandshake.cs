using System.Buffers.Binary;
using System.Text;

namespace Neo4j.Driver.Internal.Transport;

/// <summary>
/// Agrees with the server on a version: through the manifest where the server has one, else out of the range proposed.
/// </summary>
internal static class BoltHandshake
{
    private const uint Manifest = 0x0000_01FF;
    private const uint HttpReply = 0x4854_5450;
    private const uint Nothing = 0;
    private const int MostRanges = 1024;

    // The preamble of Bolt, the manifest in its first form, the versions 5.8 down to 5.0, and two proposals unused.
    private static readonly byte[] Proposals =
        [0x60, 0x60, 0xB0, 0x17, 0x00, 0x00, 0x01, 0xFF, 0x00, 0x08, 0x08, 0x05, 0, 0, 0, 0, 0, 0, 0, 0];

    /// <exception cref="NotSupportedException">The other side does not speak Bolt, or only in other versions.</exception>
    /// <exception cref="EndOfStreamException">The other side closed the connection before an answer was there.</exception>
    public static async Task<BoltVersion> AgreeAsync(Stream stream, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Proposals, cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        var answer = await ReadUInt32Async(stream, cancellationToken).ConfigureAwait(false);
        if (answer == Manifest)
            return await ChooseAsync(stream, cancellationToken).ConfigureAwait(false);
        return answer switch
        {
            Nothing => throw TooOld("offers none of them"),
            HttpReply => throw new NotSupportedException("The server answered in HTTP and not in Bolt: this is the port of its web interface (7474 by default, where Bolt has 7687)."),
            _ => Supported(VersionOf(answer)) ? VersionOf(answer) : throw Unexpected(answer),
        };
    }

    private static async Task<BoltVersion> ChooseAsync(Stream stream, CancellationToken cancellationToken)
    {
        var ranges = await ReadVarIntAsync(stream, cancellationToken).ConfigureAwait(false);
        if (ranges > MostRanges)
            throw new ProtocolException($"The server offers {ranges} ranges of versions, and no server has more than {MostRanges}");
        BoltVersion? best = null;
        for (var i = 0UL; i < ranges; i++)
        {
            var offered = HighestIn(await ReadUInt32Async(stream, cancellationToken).ConfigureAwait(false));
            if (best is null || offered > best)
                best = offered ?? best;
        }
        await ReadVarIntAsync(stream, cancellationToken).ConfigureAwait(false);
        var chosen = best ?? throw TooOld("offers none of them");
        await stream.WriteAsync(new byte[] { 0, 0, (byte)chosen.Minor, (byte)chosen.Major, 0 }, cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        return chosen;
    }

    // A range lies as: unused, how many minor versions below are meant too, minor, major.
    private static BoltVersion? HighestIn(uint range)
    {
        var top = VersionOf(range);
        var depth = (int)(range >> 16 & 0xFF);
        if (top.Major != BoltVersion.Newest.Major)
            return null;
        var minor = Math.Min(top.Minor, BoltVersion.Newest.Minor);
        return minor >= top.Minor - depth ? new BoltVersion(top.Major, minor) : null;
    }

    private static BoltVersion VersionOf(uint word) => new((int)(word & 0xFF), (int)(word >> 8 & 0xFF));

    private static bool Supported(BoltVersion version) => version >= BoltVersion.Oldest && version <= BoltVersion.Newest;

    private static async Task<uint> ReadUInt32Async(Stream stream, CancellationToken cancellationToken)
    {
        var bytes = new byte[4];
        await stream.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
        return BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }

    // Seven bits a byte, the lowest first; the highest bit says that another byte follows.
    private static async Task<ulong> ReadVarIntAsync(Stream stream, CancellationToken cancellationToken)
    {
        var one = new byte[1];
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            await stream.ReadExactlyAsync(one, cancellationToken).ConfigureAwait(false);
            value |= (ulong)(one[0] & 0x7F) << shift;
            if (one[0] < 0x80)
                return value;
        }
        throw new ProtocolException("The server's offer of versions holds a number of more than 64 bits");
    }

    private static NotSupportedException TooOld(string finding) => new(
        $"The Neo4j server does not support any of the protocol versions supported by this client: it has Bolt {BoltVersion.Oldest} to {BoltVersion.Newest} (Neo4j 5 and later), and the server {finding}.");

    private static NotSupportedException Unexpected(uint answer)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, answer);
        var seen = Array.TrueForAll(bytes, one => one is >= 0x20 and < 0x7F) ? $" (\"{Encoding.ASCII.GetString(bytes)}\")" : "";
        return new NotSupportedException($"Protocol error, server suggested unexpected protocol version: 0x{answer:X8}{seen}. This is no Neo4j server, or one with a version of Bolt that was not proposed.");
    }
}
