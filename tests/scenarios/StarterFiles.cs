using GeoGraph.Cli.Server;

namespace GeoGraph.Scenarios;

/// <summary>The starter data of the checkout.</summary>
internal static class StarterFiles
{
    /// <summary>The folder.</summary>
    public static string Root => Path.Combine(Checkout.Root, "deploy", "data");

    /// <summary>The files, in order of name.</summary>
    public static IReadOnlyList<string> All => DataFolder.FilesOf(Root);
}
