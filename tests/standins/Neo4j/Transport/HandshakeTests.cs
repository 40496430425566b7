using System.Diagnostics;
using System.Text;
using Neo4j.Driver.Internal.Transport;

namespace GeoGraph.Neo4jDriver.Tests.Transport;

/// <summary>
/// How a version is agreed on (Neo4j Bolt protocol documentation, "Bolt Protocol handshake specification": proposals with
/// ranges, and the manifest in its first form), and what is said of servers with which none is.
/// </summary>
public sealed class HandshakeTests
{
    private static readonly byte[] Manifest = [0, 0, 1, 0xFF];

    [Fact]
    public async Task The_manifest_and_all_versions_from_five_are_proposed()
    {
        var proposals = new TaskCompletionSource<byte[]>();
        await using var server = new FakeServer(async (stream, end) =>
        {
            var bytes = new byte[FakeServer.HandshakeSize];
            await stream.ReadExactlyAsync(bytes, end);
            proposals.SetResult(bytes);
        });
        await Assert.ThrowsAsync<ServiceUnavailableException>(() => server.ConnectAsync());
        Assert.Equal("6060B017" + "000001FF" + "00080805" + "00000000" + "00000000", Convert.ToHexString(await proposals.Task));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(8)]
    public async Task A_server_without_a_manifest_chooses_the_version(int minor)
    {
        await using var server = FakeServer.Answering([0, 0, (byte)minor, 5]);
        await using var transport = await server.ConnectAsync();
        Assert.Equal(new BoltVersion(5, minor), transport.Version);
    }

    // Each range lies as: unused, how many minor versions below it are meant too, minor, major.
    public static TheoryData<string, string> Offers => new()
    {
        { "00080805", "00000805" },
        { "00000005 00000405 00000104", "00000405" },
        { "00000006 00020405", "00000405" },
        { "00050C05", "00000805" },
        { "00FF0305", "00000305" },
    };

    [Theory]
    [MemberData(nameof(Offers))]
    public async Task Of_a_manifest_the_highest_common_version_is_chosen(string offers, string chosen)
    {
        var answer = new TaskCompletionSource<byte[]>();
        var ranges = Convert.FromHexString(offers.Replace(" ", "", StringComparison.Ordinal));
        await using var server = FakeServer.Answering([.. Manifest, (byte)(ranges.Length / 4), .. ranges, 0x80, 0x01], async (stream, end) =>
        {
            var bytes = new byte[5];
            await stream.ReadExactlyAsync(bytes, end);
            answer.SetResult(bytes);
        });
        await using var transport = await server.ConnectAsync();
        Assert.Equal(chosen + "00", Convert.ToHexString(await answer.Task));
        Assert.Equal(chosen, $"0000{transport.Version.Minor:X2}{transport.Version.Major:X2}");
    }

    [Theory]
    [InlineData("00000000", "does not support any of the protocol versions")]
    [InlineData("000001FF" + "02" + "00020404" + "00000003" + "00", "does not support any of the protocol versions")]
    [InlineData("000001FF" + "01" + "00020C05" + "00", "does not support any of the protocol versions")]
    [InlineData("000001FF" + "01" + "00000006" + "00", "does not support any of the protocol versions")]
    [InlineData("000001FF" + "00" + "00", "does not support any of the protocol versions")]
    [InlineData("00000404", "unexpected protocol version: 0x00000404")]
    [InlineData("00000905", "unexpected protocol version: 0x00000905")]
    [InlineData("48545450", "answered in HTTP")]
    [InlineData("5353482D", "(\"SSH-\")")]
    [InlineData("15030300", "This is no Neo4j server")]
    public async Task A_server_that_is_too_old_or_no_Neo4j_is_named_so(string answer, string said)
    {
        await using var server = FakeServer.Answering(Convert.FromHexString(answer), FakeServer.SilenceAsync);
        var failure = await Assert.ThrowsAsync<NotSupportedException>(() => server.ConnectAsync());
        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("000001FF" + "FFFFFFFFFFFFFFFFFFFF01")]
    [InlineData("000001FF" + "FF7F")]
    public async Task A_manifest_with_absurd_numbers_is_refused(string answer)
    {
        await using var server = FakeServer.Answering(Convert.FromHexString(answer), FakeServer.SilenceAsync);
        await Assert.ThrowsAsync<ProtocolException>(() => server.ConnectAsync());
    }

    [Fact]
    public async Task A_handshake_torn_anywhere_is_a_server_that_is_away()
    {
        byte[][] answers = [[0, 0, 8, 5], [.. Manifest, 2, 0, 8, 8, 5, 0, 0, 0, 4, 0]];
        foreach (var answer in answers)
        {
            for (var length = 0; length < answer.Length; length++)
            {
                await using var server = FakeServer.Answering(answer[..length]);
                await Assert.ThrowsAsync<ServiceUnavailableException>(() => server.ConnectAsync());
            }
        }
    }

    [Fact]
    public async Task An_answer_in_single_bytes_is_an_answer()
    {
        await using var server = new FakeServer(async (stream, end) =>
        {
            await stream.ReadExactlyAsync(new byte[FakeServer.HandshakeSize], end);
            foreach (var one in new byte[] { 0, 0, 8, 5 })
            {
                await stream.WriteAsync(new[] { one }, end);
                await stream.FlushAsync(end);
            }
        });
        await using var transport = await server.ConnectAsync();
        Assert.Equal(BoltVersion.Newest, transport.Version);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_given_up_after_the_timeout()
    {
        await using var server = new FakeServer(FakeServer.SilenceAsync);
        var clock = Stopwatch.StartNew();
        var failure = await Assert.ThrowsAsync<ServiceUnavailableException>(() => server.ConnectAsync(seconds: 0.2));
        Assert.IsType<TimeoutException>(failure.InnerException);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0.15, 8);
    }

    [Fact]
    public async Task Connecting_ends_when_it_is_cancelled()
    {
        await using var server = new FakeServer(FakeServer.SilenceAsync);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.ConnectAsync(60, cancellation.Token));
    }

    [Theory]
    [InlineData("127.0.0.1", 1)]
    [InlineData("no-such-host.invalid", 7687)]
    public async Task Where_nothing_listens_the_server_is_away(string host, int port)
    {
        var failure = await Assert.ThrowsAsync<ServiceUnavailableException>(() =>
            BoltTransport.ConnectAsync(host, port, null, TimeSpan.FromSeconds(10), keepAlive: false, CancellationToken.None));
        Assert.Contains($"{host}:{port}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_server_does_not_encrypt_encryption_fails_by_name()
    {
        await using var server = new FakeServer(async (stream, end) => await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 400 Bad Request\r\n\r\n"), end));
        var tls = new TlsSettings("127.0.0.1", (_, _, _) => true);
        await Assert.ThrowsAsync<SecurityException>(() =>
            BoltTransport.ConnectAsync("127.0.0.1", server.Port, tls, TimeSpan.FromSeconds(10), keepAlive: false, CancellationToken.None));
    }
}
