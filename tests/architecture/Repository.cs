namespace GeoGraph.ArchitectureTests;

/// <summary>The checkout that the tests were built from, read as text.</summary>
internal static class Repository
{
    /// <summary>Files below a folder of the checkout with an ending, without build output; paths are relative, with forward slashes.</summary>
    public static IReadOnlyList<string> Files(string folder, string ending)
    {
        var start = Path.Combine(Checkout.Root, folder);
        return Directory.Exists(start)
            ? [.. Directory.EnumerateFiles(start, "*" + ending, SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Checkout.Root, path).Replace('\\', '/'))
                .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "artifacts" or "node_modules"))
                .Order(StringComparer.Ordinal)]
            : [];
    }

    public static string Read(string path) => File.ReadAllText(Path.Combine(Checkout.Root, path));
}
