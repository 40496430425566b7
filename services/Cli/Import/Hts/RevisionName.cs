using System.Globalization;
using System.Text.RegularExpressions;

namespace GeoGraph.Cli.Import.Hts;

/// <summary>What a revision is called and from when it is in force.</summary>
/// <param name="Name">As <c>2025-basic</c> or <c>2026-rev-10</c>.</param>
/// <param name="EffectiveFrom">Its first day.</param>
internal sealed partial record RevisionName(string Name, DateOnly EffectiveFrom)
{
    /// <summary>The file with the dates of all revisions, beside those of the schedule.</summary>
    public const string DatesFile = "revision_dates.csv";

    /// <summary>
    /// The name and first day of a file named as <c>hts_2025_rev_10.json.gz</c>, the day from the column <c>effective_date</c> of the
    /// <c>revision_dates.csv</c> beside it. There a revision of 2025 is named without the year, <c>rev_10</c>, later ones with it, <c>2026_rev_10</c>.
    /// </summary>
    /// <exception cref="IOException">The name or the date cannot be told; the message says what to give.</exception>
    public static RevisionName OfFile(string path)
    {
        var match = Named().Match(Path.GetFileName(path));
        if (!match.Success)
            throw new IOException($"{path}: the name does not tell the revision, as hts_2026_rev_10.json.gz does; give --revision-name and --effective");
        var (year, name) = (match.Groups["year"].Value, match.Groups["name"].Value);
        var dates = Path.Combine(Path.GetDirectoryName(path) ?? "", DatesFile);
        if (!File.Exists(dates))
            throw new IOException($"{path}: there is no {DatesFile} beside it to tell its date; give --revision-name and --effective");
        var date = DateOf(File.ReadLines(dates), year, name) ?? throw new IOException($"{dates}: no row has a date for {year}_{name}; give --revision-name and --effective");
        return new RevisionName(ToName($"{year}_{name}"), date);
    }

    /// <summary>A name in the form that the data has it, with hyphens.</summary>
    public static string ToName(string text) => text.Trim().ToLowerInvariant().Replace('_', '-').Replace(' ', '-');

    private static DateOnly? DateOf(IEnumerable<string> rows, string year, string name)
    {
        var columns = Array.Empty<string>();
        foreach (var row in rows)
        {
            var cells = row.Split(',');
            if (columns.Length == 0)
            {
                columns = cells;
                continue;
            }
            var (revision, date) = (Cell(cells, columns, "revision"), Cell(cells, columns, "effective_date"));
            if (DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && (revision == $"{year}_{name}" || (revision == name && day.Year.ToString(CultureInfo.InvariantCulture) == year)))
            {
                return day;
            }
        }
        return null;
    }

    // The columns before the first with quoted commas are read; the two that matter are among them.
    private static string Cell(string[] cells, string[] columns, string name) =>
        Array.FindIndex(columns, column => column.Trim() == name) is var at and >= 0 && at < cells.Length ? cells[at].Trim() : "";

    [GeneratedRegex(@"^hts_(?<year>\d{4})_(?<name>basic|rev_\d+)\.json(\.gz)?$")]
    private static partial Regex Named();
}
