using System.Runtime.CompilerServices;

namespace GeoGraph.Tests;

/// <summary>The checkout that the tests were built from, and what lies beside it.</summary>
internal static class Checkout
{
    /// <summary>The folder that holds GeoGraph.sln.</summary>
    public static readonly string Root = FindRoot();

    /// <summary>The worked answers and programs that several projects share: GEOGRAPH_SHARED, or the folder beside the checkout. Null where there is none.</summary>
    public static string? Shared { get; } =
        Environment.GetEnvironmentVariable("GEOGRAPH_SHARED") is { Length: > 0 } named ? named
        : Path.Combine(Root, "..", "shared") is var beside && Directory.Exists(beside) ? beside
        : null;

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
