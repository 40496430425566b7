using System.CommandLine;
using GeoGraph.Cli.Server;
using GeoGraph.Hosting.Stores;

namespace GeoGraph.Cli.Commands;

/// <summary>Options that say which database the services of this process keep their graphs in; every command takes them.</summary>
internal sealed class StoreSetting
{
    private const string NoSecret = "is readable by other users of the machine on a command line: set " + Neo4jEnvironment.Password + " in the environment, or give --neo4j-password-file";

    private readonly Option<string?> _data = new("--data")
    {
        Description = $"The folder of the embedded store. Default {DataFolder.Default}, which gets the starter data on first use; a folder given here starts empty.",
        HelpName = "folder",
        Recursive = true,
    };

    private readonly Option<string?> _store = new("--store")
    {
        Description = "The database: sqlite (files in --data), memory, or neo4j (a server at --neo4j-uri). Default sqlite, and neo4j where --neo4j-uri is given.",
        HelpName = "engine",
        Recursive = true,
    };

    private readonly (Option<string?> Option, string Key)[] _neo4j =
    [
        (Neo4jOption("--neo4j-uri", "address", $"Where Neo4j is, as bolt://host:7687, with +s for TLS. Or {Neo4jEnvironment.Uri} in the environment."), nameof(Neo4jOptions.Uri)),
        (Neo4jOption("--neo4j-user", "name", $"The user of Neo4j. Or {Neo4jEnvironment.User}; default neo4j. The password is taken from {Neo4jEnvironment.Password}."), nameof(Neo4jOptions.User)),
        (Neo4jOption("--neo4j-password-file", "file", $"A file that holds the password. Or {Neo4jEnvironment.PasswordFile}."), nameof(Neo4jOptions.PasswordFile)),
        (Neo4jOption("--neo4j-token-file", "file", "A file that holds a bearer token of single sign-on, in place of user and password."), nameof(Neo4jOptions.BearerTokenFile)),
        (Neo4jOption("--neo4j-database", "name", $"The database on the server. Or {Neo4jEnvironment.Database}; default neo4j."), nameof(Neo4jOptions.Database)),
    ];

    // Takes what people try first, to say why not.
    private readonly Option<string?> _password = new("--neo4j-password") { Hidden = true, Recursive = true };

    public StoreSetting()
    {
        _store.AcceptOnlyFromAmong(StoreOptions.Sqlite, StoreOptions.Memory, StoreOptions.Neo4j);
        _password.Validators.Add(result => result.AddError("--neo4j-password: a password " + NoSecret));
        _neo4j[0].Option.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => token.Value.Contains('@', StringComparison.Ordinal)))
                result.AddError("--neo4j-uri: a password in an address " + NoSecret);
        });
    }

    /// <summary>The options, to be given to the root command.</summary>
    public IEnumerable<Option> Options => [_data, _store, .. _neo4j.Select(entry => entry.Option), _password];

    /// <summary>The database that a command line chooses.</summary>
    public StoreChoice Of(ParseResult parsed) => Of(parsed, EngineOf(parsed));

    /// <summary>A database of one engine, with what a command line says about it.</summary>
    public StoreChoice Of(ParseResult parsed, string engine) => new(engine, parsed.GetValue(_data))
    {
        Neo4j = [.. _neo4j.Select(entry => KeyValuePair.Create(entry.Key, parsed.GetValue(entry.Option))).Where(pair => pair.Value is not null)!],
    };

    /// <summary>True where a command line names an engine, or the address of one.</summary>
    public bool IsChosen(ParseResult parsed) => EngineOf(parsed) != StoreOptions.Sqlite || parsed.GetValue(_store) is not null;

    private string EngineOf(ParseResult parsed) =>
        parsed.GetValue(_store) ?? (parsed.GetValue(_neo4j[0].Option) is null ? StoreOptions.Sqlite : StoreOptions.Neo4j);

    private static Option<string?> Neo4jOption(string name, string helpName, string description) => new(name) { Description = description, HelpName = helpName, Recursive = true };
}
