using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Cli.Server;

namespace GeoGraph.Cli.Commands;

/// <summary>What every command is made with: where it writes, and the options that all share.</summary>
internal sealed record CommandSetting(Terminal Terminal, GlobalOptions Globals)
{
    /// <summary>Makes a command answer over a session: the services of --server, or of this process.</summary>
    public Command Answering(Command command, Func<ParseResult, Session, CancellationToken, Task> answer)
    {
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await OpenAsync(parsed, cancellationToken);
            await answer(parsed, session, cancellationToken);
            return ExitCodes.Answered;
        });
        return command;
    }

    /// <summary>Opens the session that the global options ask for.</summary>
    public async Task<Session> OpenAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var json = parsed.GetValue(Globals.Json);
        if (parsed.GetValue(Globals.Server) is { } addresses)
            return new Session(addresses, embedded: null, Terminal, json, parsed.GetValue(Globals.Revision));
        return await EmbeddedSession.OpenAsync(Globals.Store.Of(parsed), Terminal, json, parsed.GetValue(Globals.Revision), cancellationToken);
    }
}
