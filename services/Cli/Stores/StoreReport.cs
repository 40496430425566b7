using System.Globalization;
using GeoGraph.Cli.Output;
using GeoGraph.Core.Graph.Archive;

namespace GeoGraph.Cli.Stores;

/// <summary>What became of databases, as tables.</summary>
internal static class StoreReport
{
    private const int DigestShown = 12;
    private static readonly string[] ContentColumns = [">Revisions", ">Nodes", ">Relations", ">Former ids", ">Past versions", ">Requests", "=Digest"];

    /// <summary>Draws a migration.</summary>
    public static void Show(Screen screen, IReadOnlyList<MovedStore> moved)
    {
        screen.Table(["=Graph of", "=", .. ContentColumns], moved.SelectMany(store => (string[][])
            [[store.Service, "read", .. CellsOf(store.From)], ["", store.IsEqual ? "copied" : "differs", .. CellsOf(store.To)]]), "No graph was copied.");
        screen.Line(moved.All(store => store.IsEqual)
            ? "The copies hold what was read, by count and digest."
            : "A copy does not hold what was read. Do not use it: empty the target, check the source and migrate again.");
    }

    /// <summary>Draws an examination.</summary>
    public static void Show(Screen screen, IReadOnlyList<ExaminedStore> examined)
    {
        screen.Table(["=Graph of", .. ContentColumns, "Found"],
            examined.Select(store => (string[])[store.Service, .. CellsOf(store.Contents), store.Count == 0 ? "whole" : $"{Number(store.Count)} wrong"]), "There is no graph.");
        foreach (var store in examined.Where(store => store.Count > 0))
        {
            screen.Heading($"{store.Service}: what is wrong");
            foreach (var problem in store.Problems)
                screen.Bullet(problem);
            if (store.Count > store.Problems.Count)
                screen.Note($"and {Number(store.Count - store.Problems.Count)} more");
        }
    }

    private static IEnumerable<string> CellsOf(ArchiveContents? contents) => contents is null ? Enumerable.Repeat("", ContentColumns.Length) :
    [
        $"{contents.Oldest}–{contents.Current}",
        Number(contents.Nodes),
        Number(contents.Relations),
        Number(contents.Aliases),
        Number(contents.PastVersions),
        Number(contents.Receipts),
        contents.Digest[..DigestShown],
    ];

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
