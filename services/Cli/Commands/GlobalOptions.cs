using System.CommandLine;
using GeoGraph.Cli.Server;
using GeoGraph.Core;

namespace GeoGraph.Cli.Commands;

/// <summary>Options that every command takes.</summary>
internal sealed class GlobalOptions
{
    /// <summary>Where the services answer; null starts them in this process.</summary>
    public Option<ServerAddresses?> Server { get; } = new("--server")
    {
        Description = "Where the services answer: one address, or actors=http://…,agreements=http://…,tariffs=…,exposure=…. Without it they run in this process.",
        HelpName = "address",
        Recursive = true,
        CustomParser = result =>
        {
            if (!ServerAddresses.TryParse(result.Tokens[0].Value, out var addresses, out var rule))
                result.AddError(rule);
            return addresses;
        },
    };

    /// <summary>Answers as protobuf JSON.</summary>
    public Option<bool> Json { get; } = new("--json")
    {
        Description = "Answer with the protobuf JSON of the response; a refusal is the JSON of its google.rpc.Status on the error output.",
        Recursive = true,
    };

    /// <summary>The state that answers come from; null for the latest.</summary>
    public Option<string?> Revision { get; } = new("--revision")
    {
        Description = "Answer from just the state that an earlier answer named, as actors=12,agreements=7.",
        HelpName = "token",
        Recursive = true,
        CustomParser = result =>
        {
            if (!RevisionToken.TryParse(result.Tokens[0].Value, out _))
                result.AddError($"\"{result.Tokens[0].Value}\" is no revision token as actors=12,agreements=7");
            return result.Tokens[0].Value;
        },
    };

    /// <summary>Which database the services of this process have.</summary>
    public StoreSetting Store { get; } = new();

    /// <summary>Every option, to be given to the root command.</summary>
    public IEnumerable<Option> All => [Server, Json, .. Store.Options, Revision];
}
