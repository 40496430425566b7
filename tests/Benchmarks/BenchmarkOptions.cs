using System.Globalization;

namespace GeoGraph.Benchmarks;

/// <summary>What is run, and on which law.</summary>
/// <param name="Names">Names of the benchmarks; empty for all.</param>
/// <param name="Folder">Folder of GeoGraph's own files.</param>
/// <param name="Revisions">Files of the tariff schedule of the United States, as published; empty for none.</param>
/// <param name="Python">The interpreter that graph libraries are run with.</param>
/// <param name="PeerModules">A folder of graph libraries beside the interpreter's own; null for none.</param>
/// <param name="Relations">How many relations are imported into Neo4j.</param>
internal sealed record BenchmarkOptions(IReadOnlyList<string> Names, string Folder, IReadOnlyList<string> Revisions, string Python, string? PeerModules, int Relations)
{
    private const int DefaultRelations = 1_000_000;

    /// <summary>Reads <c>[name…] [--data folder] [--hts file…] [--python interpreter] [--peer-modules folder] [--relations number]</c>.</summary>
    public static BenchmarkOptions Read(string[] args)
    {
        var (names, revisions) = (new List<string>(), new List<string>());
        var (folder, into) = (Path.Combine(AppContext.BaseDirectory, "data"), names);
        var (python, peerModules, relations) = ("python3", (string?)null, DefaultRelations);
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--hts")
                into = revisions;
            else if (args[i] == "--data")
                (folder, into) = (args[++i], names);
            else if (args[i] == "--python")
                python = args[++i];
            else if (args[i] == "--peer-modules")
                peerModules = args[++i];
            else if (args[i] == "--relations")
                relations = int.Parse(args[++i], CultureInfo.InvariantCulture);
            else
                into.Add(args[i]);
        }
        return new BenchmarkOptions(names, folder, revisions, python, peerModules, relations);
    }

    /// <summary>True where a benchmark is wanted.</summary>
    public bool Wants(string name) => Names.Count == 0 || Names.Contains(name);
}
