using System.Globalization;

namespace GeoGraph.Cli.Import.Hts;

/// <summary>What an import tells of rates that are not priced: by reason and column, the texts with how many codes have them.</summary>
internal static class HtsReport
{
    private const int MostTexts = 4;
    private const int MostCodes = 3;
    private const int LongestText = 100;

    /// <summary>The lines to write; none where every rate is a duty.</summary>
    public static IEnumerable<string> Lines(RateTable rates)
    {
        var refused = rates.Rows.Where(row => row.Rate.Duty is null).ToArray();
        if (refused.Length > 0)
            yield return $"{Number(refused.Select(row => row.Rate.Text).Distinct(StringComparer.Ordinal).Count())} texts are no duty that can be computed; entries of their goods are told this reason and never priced at zero:";
        foreach (var reason in refused.GroupBy(row => row.Rate.Refusal, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            yield return $"  {reason.Key}:";
            foreach (var column in reason.GroupBy(ColumnOf, StringComparer.Ordinal))
            {
                var codes = column.SelectMany(row => row.Goods.Codes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
                yield return $"    {column.Key}: {Some(column.Select(row => $"\"{Short(row.Rate.Text)}\"").ToArray(), MostTexts)}: {Some(codes, MostCodes)}";
            }
        }
        foreach (var (what, codes) in rates.Unknown)
            yield return $"column 1 special has {Short(what)}, which is no programme's; no preference is made of it: {Some([.. codes], MostCodes)}";
    }

    private static string ColumnOf(RateRow row) =>
        row.Program is { } program ? $"special {program.Letters[0]}" : row.Column == RateTable.General ? "general" : "column 2";

    private static string Short(string text) => text.Length <= LongestText ? text : text[..LongestText] + "…";

    private static string Some(IReadOnlyList<string> items, int most) =>
        string.Join(", ", items.Take(most)) + (items.Count > most ? $" and {Number(items.Count - most)} more" : "");

    private static string Number(int number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
}
