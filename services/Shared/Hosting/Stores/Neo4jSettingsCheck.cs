using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Options;

namespace GeoGraph.Hosting.Stores;

/// <summary>Stops the start where Neo4j is the store and cannot be reached as configured, or where a secret is in the clear; names all of it at once, and no secret.</summary>
internal sealed class Neo4jSettingsCheck(IConfiguration configuration) : IValidateOptions<Neo4jOptions>
{
    private static readonly string[] Schemes = ["bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"];

    public ValidateOptionsResult Validate(string? name, Neo4jOptions options)
    {
        var isUsed = configuration[$"{StoreOptions.Section}:{nameof(StoreOptions.Store)}"] == StoreOptions.Neo4j;
        var problems = InTheClear(options).Concat(isUsed ? Missing(options) : []).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> InTheClear(Neo4jOptions options)
    {
        if (OnCommandLine(configuration, Key(nameof(Neo4jOptions.Password))))
        {
            yield return $"{Key(nameof(Neo4jOptions.Password))} is on the command line, which other users of the machine can read: "
                + $"set {Neo4jEnvironment.Password} in the environment, or name a file in {Key(nameof(Neo4jOptions.PasswordFile))}.";
        }
        if (options.Uri is { } text && text.Contains('@', StringComparison.Ordinal))
        {
            yield return $"{Key(nameof(Neo4jOptions.Uri))} holds a user or a password: an address is {string.Join(", ", Schemes)} with ://host:port; "
                + $"the user goes into {Key(nameof(Neo4jOptions.User))}, the password into {Neo4jEnvironment.Password} in the environment or a file.";
        }
    }

    private static IEnumerable<string> Missing(Neo4jOptions options)
    {
        if (options.Uri is null or "")
            yield return $"{Key(nameof(Neo4jOptions.Uri))} is not set: an address is {string.Join(", ", Schemes)} with ://host:port.";
        else if (!options.Uri.Contains('@', StringComparison.Ordinal) && !IsAddress(options.Uri))
            yield return $"{Key(nameof(Neo4jOptions.Uri))} is '{options.Uri}': an address is {string.Join(", ", Schemes)} with ://host:port.";
        if (options is { NoAuthentication: false, BearerTokenFile: null or "", PasswordFile: null or "", Password: null or "" })
        {
            yield return $"no password is set: {Neo4jEnvironment.Password} in the environment, {Key(nameof(Neo4jOptions.PasswordFile))} or {Key(nameof(Neo4jOptions.BearerTokenFile))}; "
                + $"for a server that asks for none, {Key(nameof(Neo4jOptions.NoAuthentication))} is true.";
        }
        foreach (var (key, path) in new[] { (nameof(Neo4jOptions.PasswordFile), options.PasswordFile), (nameof(Neo4jOptions.BearerTokenFile), options.BearerTokenFile) })
        {
            if (path is { Length: > 0 } && SecretFile.Problem(path) is { } problem)
                yield return $"{Key(key)} is '{path}': {problem}.";
        }
    }

    private static bool IsAddress(string text) =>
        System.Uri.TryCreate(text, UriKind.Absolute, out var uri) && Schemes.Contains(uri.Scheme) && uri.Host.Length > 0 && uri.AbsolutePath is "" or "/";

    // The web host's own configuration is chained below the application's, and has the command line as well.
    private static bool OnCommandLine(IConfiguration configuration, string key) => configuration is IConfigurationRoot root && root.Providers.Any(provider => provider switch
    {
        CommandLineConfigurationProvider line => line.TryGet(key, out _),
        ChainedConfigurationProvider chained => OnCommandLine(chained.Configuration, key),
        _ => false,
    });

    private static string Key(string name) => $"{Neo4jOptions.Section}:{name}";
}
