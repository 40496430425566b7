using GeoGraph.StandIns.Tests.Server;
using GeoGraph.StandIns.Tests.Wire;
using Grpc.Core;

namespace GeoGraph.StandIns.Tests;

/// <summary>Headers and trailers, of text and of bytes.</summary>
public sealed class MetadataTests
{
    private static readonly byte[] Bytes = [0, 1, 127, 128, 255];

    [Fact]
    public async Task Headers_and_trailers_cross_both_ways()
    {
        await using var server = await TestServer.StartAsync();
        var sent = new Metadata { { "Echo-Text", "plain" }, { "echo-bytes-bin", Bytes } };

        using var call = server.Client.SayAsync(new SayRequest { Text = "hello" }, sent);
        var headers = await call.ResponseHeadersAsync;
        await call;

        foreach (var received in new[] { headers, call.GetTrailers() })
        {
            Assert.Equal("plain", received.GetValue("echo-text"));
            Assert.Equal(Bytes, received.GetValueBytes("echo-bytes-bin"));
        }
    }

    [Fact]
    public void The_last_entry_of_a_key_is_its_value()
    {
        var metadata = new Metadata { { "key", "first" }, { "other", "x" }, { "KEY", "last" } };

        Assert.Equal("last", metadata.GetValue("key"));
        Assert.Equal(["first", "last"], metadata.GetAll("key").Select(entry => entry.Value));
        Assert.Null(metadata.Get("absent"));
        Assert.Null(metadata.GetValueBytes("absent"));
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("colon:")]
    [InlineData("ümlaut")]
    [InlineData("")]
    public void A_key_with_other_characters_is_refused(string key) =>
        Assert.Throws<ArgumentException>(() => new Metadata.Entry(key, "value"));

    [Fact]
    public void The_suffix_of_a_key_and_the_kind_of_its_value_must_agree()
    {
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("key-bin", "text"));
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("key", Bytes));
    }

    [Fact]
    public void An_entry_keeps_its_bytes_to_itself()
    {
        var bytes = (byte[])Bytes.Clone();
        var entry = new Metadata.Entry("key-bin", bytes);
        bytes[0] = 9;
        entry.ValueBytes[1] = 9;

        Assert.Equal(Bytes, entry.ValueBytes);
    }

    [Fact]
    public void The_empty_collection_stays_empty()
    {
        Assert.True(Metadata.Empty.IsReadOnly);
        Assert.Throws<InvalidOperationException>(() => Metadata.Empty.Add("key", "value"));
        Assert.Throws<InvalidOperationException>(() => Metadata.Empty.Clear());
        Assert.Empty(Metadata.Empty);
    }
}
