namespace GeoGraph.Benchmarks;

/// <summary>What is run, and on which law.</summary>
/// <param name="Names">Names of the benchmarks; empty for all.</param>
/// <param name="Folder">Folder of GeoGraph's own files.</param>
/// <param name="Revisions">Files of the tariff schedule of the United States, as published; empty for none.</param>
internal sealed record BenchmarkOptions(IReadOnlyList<string> Names, string Folder, IReadOnlyList<string> Revisions)
{
    /// <summary>Reads <c>[name…] [--data folder] [--hts file…]</c>.</summary>
    public static BenchmarkOptions Read(string[] args)
    {
        var (names, revisions) = (new List<string>(), new List<string>());
        var (folder, into) = (Path.Combine(AppContext.BaseDirectory, "data"), names);
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--hts")
                into = revisions;
            else if (args[i] == "--data")
                (folder, into) = (args[++i], names);
            else
                into.Add(args[i]);
        }
        return new BenchmarkOptions(names, folder, revisions);
    }

    /// <summary>True where a benchmark is wanted.</summary>
    public bool Wants(string name) => Names.Count == 0 || Names.Contains(name);
}
