using System.Runtime.CompilerServices;

namespace GeoGraph.ArchitectureTests;

/// <summary>The checkout that the tests were built from, read as text.</summary>
internal static class Repository
{
    public static readonly string Root = FindRoot();

    /// <summary>Files below a folder of the checkout with an ending, without build output; paths are relative, with forward slashes.</summary>
    public static IReadOnlyList<string> Files(string folder, string ending)
    {
        var start = Path.Combine(Root, folder);
        return Directory.Exists(start)
            ? [.. Directory.EnumerateFiles(start, "*" + ending, SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
                .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "artifacts" or "node_modules"))
                .Order(StringComparer.Ordinal)]
            : [];
    }

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot([CallerFilePath] string here = "")
    {
        for (var folder = Directory.GetParent(here); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GeoGraph.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"no folder above {here} holds GeoGraph.sln: the tests need the checkout that they were built from.");
    }
}
