using GeoGraph.Hosting.Stores;

namespace GeoGraph.Cli.Server;

/// <summary>The database of services that run in this process.</summary>
/// <param name="Engine">One of <see cref="StoreOptions.Sqlite"/>, <see cref="StoreOptions.Memory"/> and <see cref="StoreOptions.Neo4j"/>.</param>
/// <param name="Folder">The folder of the files of sqlite; null for the default one.</param>
internal sealed record StoreChoice(string Engine, string? Folder)
{
    /// <summary>A database in memory, gone with the process.</summary>
    public static readonly StoreChoice InMemory = new(StoreOptions.Memory, Path.GetTempPath());

    /// <summary>Keys below <see cref="Neo4jOptions.Section"/> with the values given on the command line, which holds no secret.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Neo4j { get; init; } = [];

    /// <summary>True for the default folder, which gets the starter data on first use.</summary>
    public bool GetsStarterData => Engine == StoreOptions.Sqlite && Folder is null;

    /// <summary>The configuration that makes a host use this database.</summary>
    public IEnumerable<string> Settings =>
    [
        $"--{StoreOptions.Section}:{nameof(StoreOptions.Store)}", Engine,
        $"--{StoreOptions.Section}:{nameof(StoreOptions.Data)}", Folder ?? DataFolder.Default,
        .. Neo4j.SelectMany(pair => (string[])[$"--{Neo4jOptions.Section}:{pair.Key}", pair.Value]),
    ];
}
