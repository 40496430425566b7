using System.Globalization;
using GeoGraph.Core;

namespace GeoGraph.Neo4j.Engine;

/// <summary>Which servers the store's statements run on.</summary>
internal static class ServerVersion
{
    private const string Name = "Neo4j/";

    /// <summary>The oldest one: it is the first that knows subqueries with their variables in front, <c>CALL (n) { … }</c>.</summary>
    private static readonly Version Oldest = new(5, 23);

    /// <summary>Checks what a server calls itself, as <c>Neo4j/5.26.31</c> or <c>Neo4j/2025.08.0</c>.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.StoreUnavailable"/> where it is older, or another program.</exception>
    public static void Check(string? agent)
    {
        if (agent is null || !agent.StartsWith(Name, StringComparison.Ordinal) || !TryRead(agent[Name.Length..], out var version))
            throw Neo4jErrors.Unavailable("what answers at the database's address is not a Neo4j server of version 5 or later.");
        if (version < Oldest)
            throw Neo4jErrors.Unavailable(string.Create(CultureInfo.InvariantCulture, $"the database is Neo4j {version.Major}.{version.Minor}, and {Oldest} or later is needed."));
    }

    // What follows the numbers, as -drop01, does not count.
    private static bool TryRead(string text, out Version version)
    {
        var numbers = new string([.. text.TakeWhile(static character => char.IsAsciiDigit(character) || character == '.')]);
        return Version.TryParse(numbers.TrimEnd('.'), out version!);
    }
}
