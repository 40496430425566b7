using System.Reflection;
using GeoGraph.Cli.Server;

namespace GeoGraph.Scenarios.Processes;

/// <summary>How a test writes to, and reads from, a service that owns data. Things are named by a word that their ids end with.</summary>
internal interface IWrites
{
    /// <summary>The service's program.</summary>
    Assembly Program { get; }

    /// <summary>The name of its database file.</summary>
    string Database { get; }

    /// <summary>Writes some things in one call, and waits for its receipt.</summary>
    Task UpsertAsync(Session session, IEnumerable<string> names);

    /// <summary>
    /// Sends things as one import in messages of <paramref name="parts"/>, calls <paramref name="sent"/> after each message, and completes where that gives true.
    /// The task ends with the receipt, or with the call's failure.
    /// </summary>
    Task ImportAsync(Session session, IReadOnlyList<IReadOnlyList<string>> parts, Func<int, Task<bool>> sent);

    /// <summary>The names of everything that the service holds.</summary>
    Task<HashSet<string>> NamesAsync(Session session);
}
