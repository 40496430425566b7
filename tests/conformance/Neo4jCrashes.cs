using System.Diagnostics;

namespace GeoGraph.Conformance;

/// <summary>A database that is killed again and again while two processes write to it, and what they had acknowledged so far.</summary>
public sealed class Neo4jCrashes : IAsyncLifetime
{
    private const string WithoutHttp = "server.http.enabled=false";

    private readonly Random _random = new(20261122);
    private int _writers;

    /// <summary>The database.</summary>
    public Neo4jServer Server { get; private set; } = null!;

    /// <summary>Acknowledged batches, as <c>writer:number</c>, with their revisions.</summary>
    public Dictionary<string, long> Acknowledged { get; } = [];

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (Neo4jInstallation.ReasonToSkip is not null)
            return;
        Server = await Neo4jServer.StartAsync();
        await Server.RehearseAsync();
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (Server is not null)
            await Server.DisposeAsync();
    }

    /// <summary>Kills the database so many times while two new writers write, each time after some batches and at any moment of the next; the database runs at the end.</summary>
    public async Task KillAsync(int times, CancellationToken cancellationToken)
    {
        string[] names = [$"w{_writers++}", $"w{_writers++}"];
        // The database starts sooner without its interface for people, which only the last start needs.
        Server.Configuration.Add(WithoutHttp);
        var writers = names.Select(name => new WriterProcess(Server.Bolt.ToString(), name, 0, 1_000_000)).ToList();
        try
        {
            for (var kill = 0; kill < times; kill++)
            {
                // A kill may come before anybody has written since the last.
                for (var batch = _random.Next(kill == 0 ? 1 : 0, 8); batch > 0; batch--)
                    await AcknowledgeAsync(names[batch % 2], writers[batch % 2], cancellationToken);
                await AnyMomentAsync();
                await Server.KillAsync();
                if (kill == times - 1)
                    Server.Configuration.Remove(WithoutHttp);
                await Server.StartAgainAsync();
            }
            foreach (var (name, writer) in names.Zip(writers))
            {
                await AcknowledgeAsync(name, writer, cancellationToken);
                foreach (var (batch, revision) in await writer.EndAtOnceAsync(cancellationToken))
                    Acknowledged.Add($"{name}:{batch}", revision);
            }
        }
        finally
        {
            writers.ForEach(writer => writer.Dispose());
        }
    }

    private async Task AcknowledgeAsync(string name, WriterProcess writer, CancellationToken cancellationToken)
    {
        var (batch, revision) = await writer.NextAsync(cancellationToken);
        Acknowledged.Add($"{name}:{batch}", revision);
    }

    // A batch takes some tens of milliseconds; the kill falls into any of its steps.
    private async Task AnyMomentAsync()
    {
        var (start, wait) = (Stopwatch.GetTimestamp(), TimeSpan.FromMilliseconds(_random.NextDouble() * 60));
        while (Stopwatch.GetElapsedTime(start) < wait)
            await Task.Yield();
    }
}
