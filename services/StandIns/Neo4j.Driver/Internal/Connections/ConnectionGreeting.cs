using System.Runtime.InteropServices;
using Neo4j.Driver.Internal.Transport;

namespace Neo4j.Driver.Internal.Connections;

/// <summary>What a driver says of itself on a new connection.</summary>
internal static class ConnectionGreeting
{
    public const string DefaultUserAgent = "neo4j-dotnet/5.28";

    public static Dictionary<string, object?> Of(ConnectionSettings settings, AuthToken auth, BoltVersion version)
    {
        var greeting = new Dictionary<string, object?>
        {
            ["user_agent"] = settings.Config.UserAgent,
            ["routing"] = settings.RoutingContext?.ToDictionary(entry => entry.Key, entry => (object?)entry.Value),
        };
        if (version >= new BoltVersion(5, 3)) greeting["bolt_agent"] = Agent();
        (settings.Config.NotificationsConfig as NotificationChoice)?.AddTo(greeting, version);
        if (version >= new BoltVersion(5, 1)) return greeting;
        foreach (var (key, value) in auth.Content) greeting[key] = value;
        return greeting;
    }

    private static Dictionary<string, object?> Agent() => new()
    {
        ["product"] = "neo4j-dotnet-stand-in/5.28.3",
        ["platform"] = $"{RuntimeInformation.OSDescription}; {RuntimeInformation.OSArchitecture}",
        ["language"] = $"C#/{RuntimeInformation.FrameworkDescription}",
    };
}
