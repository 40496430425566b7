using GeoGraph.Cli.Commands;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Common.V1;
using GeoGraph.Contracts.Exposure.V1;
using GeoGraph.Contracts.Tariffs.V1;
using GeoGraph.Core;
using GeoGraph.Hosting.Clients;
using Google.Protobuf;
using Grpc.Net.Client;

namespace GeoGraph.Cli.Server;

/// <summary>The services as a command reaches them, and the screen that it answers on.</summary>
internal sealed class Session : IAsyncDisposable
{
    private readonly ServerAddresses _addresses;
    private readonly IAsyncDisposable? _embedded;
    private readonly Terminal _terminal;
    private readonly bool _json;
    private readonly string? _revision;
    private readonly Dictionary<Uri, GrpcChannel> _channels = [];
    private RevisionToken _seen = RevisionToken.Empty;

    /// <summary>A session over services that answer already.</summary>
    /// <param name="addresses">Where they answer.</param>
    /// <param name="embedded">The services of this process, stopped with the session; null where they run elsewhere.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="json">True for protobuf JSON in place of tables.</param>
    /// <param name="revision">The state that every read must come from; null for the latest.</param>
    public Session(ServerAddresses addresses, IAsyncDisposable? embedded, Terminal terminal, bool json, string? revision = null)
    {
        (_addresses, _embedded, _terminal, _json, _revision) = (addresses, embedded, terminal, json, revision);
        Screen = new Screen(terminal);
        Names = new ActorNames(this);
    }

    /// <summary>Where tables and lines go.</summary>
    public Screen Screen { get; }

    /// <summary>Names of actors for people.</summary>
    public ActorNames Names { get; }

    /// <summary>True where answers are protobuf JSON.</summary>
    public bool IsJson => _json;

    /// <summary>True where a person waits at a terminal for tables, so that progress helps.</summary>
    public bool IsInteractive => _terminal.IsInteractive && !_json;

    /// <summary>True where the services go on after the session, which does not start them itself.</summary>
    public bool IsElsewhere => _embedded is null;

    /// <summary>Tells the time and today.</summary>
    public TimeProvider Time => _terminal.Time;

    /// <summary>Whether an address of a service is known.</summary>
    public bool Reaches(string service) => _addresses.Of(service) is not null;

    /// <summary>What reads ask for: the state that --revision names, or one that holds what this session wrote. Null for whatever is there.</summary>
    public ReadOptions? Read => _revision is not null ? new ReadOptions { Exact = _revision } : _seen == RevisionToken.Empty ? null : new ReadOptions { AtLeast = _seen.ToString() };

    /// <summary>Makes later reads wait for a state that this session wrote.</summary>
    /// <param name="revisionToken">The token of the write's receipt.</param>
    public void HasSeen(string revisionToken)
    {
        if (!RevisionToken.TryParse(revisionToken, out var token))
            throw new FormatException($"\"{revisionToken}\" is no revision token");
        foreach (var (service, revision) in token.Revisions)
            _seen = _seen.With(service, revision);
    }

    /// <summary>The actors service.</summary>
    public ActorService.ActorServiceClient Actors => new(ChannelTo("actors"));

    /// <summary>The agreements service.</summary>
    public AgreementService.AgreementServiceClient Agreements => new(ChannelTo("agreements"));

    /// <summary>The tariffs service.</summary>
    public TariffService.TariffServiceClient Tariffs => new(ChannelTo("tariffs"));

    /// <summary>The exposure service.</summary>
    public ExposureService.ExposureServiceClient Exposure => new(ChannelTo("exposure"));

    /// <summary>Answers with a response: its JSON where that is asked for, else what <paramref name="table"/> draws, with what a scenario changes of it.</summary>
    public async Task ShowAsync(IMessage response, Func<Task> table)
    {
        if (_json)
        {
            await _terminal.Out.WriteLineAsync(JsonOutput.Of(response));
            return;
        }
        await table();
        await DifferenceReport.ShowAsync(this, response, CancellationToken.None);
    }

    /// <summary>Answers with a response: its JSON where that is asked for, else what <paramref name="table"/> draws.</summary>
    public Task ShowAsync(IMessage response, Action table) => ShowAsync(response, () =>
    {
        table();
        return Task.CompletedTask;
    });

    /// <summary>Writes one message of a stream as JSON on a line of its own.</summary>
    public Task LineAsync(IMessage message) => _terminal.Out.WriteLineAsync(JsonOutput.Line(message));

    /// <summary>Tells something beside the answer, on the error output.</summary>
    public Task TellAsync(string text) => _terminal.Error.WriteLineAsync(text);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var channel in _channels.Values)
            channel.Dispose();
        if (_embedded is not null)
            await _embedded.DisposeAsync();
    }

    private GrpcChannel ChannelTo(string service)
    {
        var address = _addresses.Of(service) ?? throw new UsageException($"--server names no address of the {service} service");
        if (!_channels.TryGetValue(address, out var channel))
            _channels[address] = channel = GeoGraphChannel.Open(address);
        return channel;
    }
}
