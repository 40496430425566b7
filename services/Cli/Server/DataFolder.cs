namespace GeoGraph.Cli.Server;

/// <summary>Where the embedded store and the starter data lie.</summary>
internal static class DataFolder
{
    /// <summary>The folder of the embedded store where none is given: geograph in the user's data home.</summary>
    public static string Default { get; } = Path.Combine(DataHome(), "geograph");

    /// <summary>The files of the starter data, which travel beside the program.</summary>
    /// <exception cref="FileNotFoundException">They are not there.</exception>
    public static IReadOnlyList<string> StarterFiles()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "data");
        var files = Directory.Exists(folder) ? FilesOf(folder) : [];
        return files.Count > 0 ? files : throw new FileNotFoundException($"the starter data is missing: no .yaml files in {folder}");
    }

    /// <summary>The data files of a folder and the folders in it, in order of name.</summary>
    public static IReadOnlyList<string> FilesOf(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".yaml" or ".yml" or ".json").Order(StringComparer.Ordinal)];

    private static string DataHome() =>
        Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } home && Path.IsPathRooted(home)
            ? home
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), ".local", "share");
}
