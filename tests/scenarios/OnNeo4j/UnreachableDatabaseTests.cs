using System.Net;
using System.Net.Sockets;
using GeoGraph.Actors;
using GeoGraph.Scenarios.Processes;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;

namespace GeoGraph.Scenarios.OnNeo4j;

/// <summary>A service whose database refuses it, is another program or is none: it runs, is not ready, and refuses with the reason in words of its own.</summary>
[RequiresNeo4j, Collection(Neo4jServer.Collection)]
public sealed class UnreachableDatabaseTests
{
    private const string WrongPassword = "wrong-password-of-a-test";

    [Fact]
    public async Task A_wrong_password() => await RefusesAsync(await AddressAsync(), "credentials", ("GeoGraph:Neo4j:PasswordFile", await FileAsync(WrongPassword)));

    [Fact]
    public async Task A_wrong_database() => await RefusesAsync(await AddressAsync(), "no database", ("GeoGraph:Neo4j:Database", "accounts"));

    [Fact]
    public async Task A_server_that_is_not_Neo4j()
    {
        var server = await Neo4jServer.SharedAsync();
        await RefusesAsync($"bolt://{server.Http.Authority}", "is not a Neo4j server");
    }

    [Fact]
    public async Task A_server_that_knows_no_version_that_is_spoken_here()
    {
        await using var old = new Listener(answersWith: new byte[4]);
        await RefusesAsync($"bolt://127.0.0.1:{old.Port}", "is not a Neo4j server of version 5 or later");
    }

    [Fact]
    public async Task A_server_that_accepts_and_says_nothing()
    {
        await using var silent = new Listener(answersWith: []);
        await RefusesAsync($"bolt://127.0.0.1:{silent.Port}", "the database", ("GeoGraph:Neo4j:ConnectTimeout", "00:00:01"));
    }

    [Fact]
    public async Task No_server_at_all()
    {
        int port;
        await using (var gone = new Listener(answersWith: []))
            port = gone.Port;
        await RefusesAsync($"bolt://127.0.0.1:{port}", "the database does not answer");
    }

    private static async Task<string> AddressAsync() => (await Neo4jSettings.EmptyAsync()).Bolt.ToString();

    private static async Task<string> FileAsync(string text)
    {
        var file = Path.Combine((await Neo4jServer.SharedAsync()).Folder, "other-password");
        await File.WriteAllTextAsync(file, text);
        return file;
    }

    // The service as a process, so that what it writes on its output is seen too.
    private static async Task RefusesAsync(string address, string sentence, params (string Key, string Value)[] settings)
    {
        var all = Neo4jSettings.Pairs(await Neo4jServer.SharedAsync()).ToDictionary(s => s.Key, s => s.Value);
        all["GeoGraph:Neo4j:Uri"] = address;
        foreach (var (key, value) in settings)
            all[key] = value;
        await using var service = await ServiceProcess.StartAsync(typeof(ActorsHost).Assembly, [.. all.Select(s => (s.Key, s.Value))]);
        using var channel = GrpcChannel.ForAddress(service.Address);
        await using var session = World.SessionOf(service.Address);

        var health = await new Health.HealthClient(channel).CheckAsync(new HealthCheckRequest());
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.NotServing, health.Status);
        foreach (var call in (Func<Task>[])[async () => await session.Actors.GetActorAsync(new() { Id = "firm:a" }), () => new ActorWrites().UpsertAsync(session, ["a"])])
        {
            var refusal = await Assert.ThrowsAsync<RpcException>(call);
            Assert.Equal(StatusCode.Unavailable, refusal.StatusCode);
            Assert.Contains(sentence, refusal.Status.Detail, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", refusal.Status.Detail, StringComparison.Ordinal);
            Assert.NotNull(refusal.GetRpcStatus()?.GetDetail<Google.Rpc.RetryInfo>());
        }
        var run = await CommandRun.OfAsync("actors", "get", "firm:a", "--server", service.Address.ToString());
        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(WrongPassword, service.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(Neo4jServer.Password, service.Log, StringComparison.Ordinal);
    }

    // Accepts connections, says its bytes once something is said to it, and nothing more.
    private sealed class Listener : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly Task _listening;

        public Listener(byte[] answersWith)
        {
            _listener.Start();
            _listening = ListenAsync(answersWith);
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            await _listening;
        }

        private async Task ListenAsync(byte[] answer)
        {
            var open = new List<TcpClient>();
            try
            {
                while (true)
                {
                    var client = await _listener.AcceptTcpClientAsync();
                    open.Add(client);
                    await client.GetStream().WriteAsync(answer);
                }
            }
            catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
            {
                open.ForEach(client => client.Dispose());
            }
        }
    }
}
