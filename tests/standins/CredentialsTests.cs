using GeoGraph.StandIns.Tests.Server;
using GeoGraph.StandIns.Tests.Wire;
using Grpc.Core;
using Grpc.Net.Client;

namespace GeoGraph.StandIns.Tests;

/// <summary>Credentials of calls and channels.</summary>
public sealed class CredentialsTests
{
    [Fact]
    public async Task Composed_credentials_of_a_channel_go_with_each_call()
    {
        await using var server = await TestServer.StartAsync();
        var credentials = CallCredentials.Compose(Bearer("first", "1"), Bearer("second", "2"));
        using var channel = GrpcChannel.ForAddress(
            server.Application.Urls.Single(),
            new GrpcChannelOptions
            {
                Credentials = ChannelCredentials.Create(ChannelCredentials.Insecure, credentials),
                UnsafeUseInsecureChannelCallCredentials = true,
            });

        await new Wire.EchoService.EchoServiceClient(channel).SayAsync(new SayRequest { Text = "hello" });

        Assert.Equal("1", server.Log.Headers.Single(header => header.Key == "first").Value);
        Assert.Equal("2", server.Log.Headers.Single(header => header.Key == "second").Value);
    }

    [Fact]
    public void Tls_credentials_do_not_fit_a_plain_address() =>
        Assert.ThrowsAny<InvalidOperationException>(() => GrpcChannel.ForAddress(
            "http://127.0.0.1:1", new GrpcChannelOptions { Credentials = ChannelCredentials.SecureSsl }));

    [Fact]
    public void A_single_credential_is_not_composed() =>
        Assert.Throws<ArgumentException>(() => CallCredentials.Compose(Bearer("only", "1")));

    private static CallCredentials Bearer(string key, string value) =>
        CallCredentials.FromInterceptor((context, metadata) =>
        {
            Assert.EndsWith("EchoService", context.ServiceUrl, StringComparison.Ordinal);
            metadata.Add(key, value);
            return Task.CompletedTask;
        });
}
