namespace GeoGraph.Sqlite;

/// <summary>Where a <see cref="SqliteGraphStore"/> keeps its data and how long it waits.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>A store in memory: the same engine and behaviour, gone when disposed, seen by this store object alone.</summary>
    public static readonly SqliteStoreOptions InMemory = new();

    /// <summary>Path of the database file, created where absent (its folder is not); null for a store in memory.</summary>
    public string? Path { get; init; }

    /// <summary>How often watches and waiting reads look for writes of other processes; default 200 ms. Writes of this process are seen at once.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long a write waits for another process that is writing before it gives WriteConflict; default 10 s.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many reads run at once, further ones queue; 1 to 64, default 8. A store in memory runs one call at a time.</summary>
    public int MaxConcurrentReads { get; init; } = 8;

    /// <summary>A store in the file at <paramref name="path"/>.</summary>
    public static SqliteStoreOptions File(string path) => new() { Path = path };
}
