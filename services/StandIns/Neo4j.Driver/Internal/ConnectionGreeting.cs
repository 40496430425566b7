namespace Neo4j.Driver.Internal;

internal static class ConnectionGreeting
{
    public const string DefaultUserAgent = "neo4j-dotnet/5.28";
}
