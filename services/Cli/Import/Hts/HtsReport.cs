using System.Globalization;

namespace GeoGraph.Cli.Import.Hts;

/// <summary>What an import tells of rates that are not priced: by reason, each text once with how many codes have it.</summary>
internal static class HtsReport
{
    private const int MostCodes = 3;

    /// <summary>The lines to write; none where every rate is a duty.</summary>
    public static IEnumerable<string> Lines(RateTable rates)
    {
        var refused = rates.Rows.Where(row => row.Rate.Duty is null)
            .GroupBy(row => row.Rate.Text, StringComparer.Ordinal)
            .Select(group => (Text: group.Key, group.First().Rate.Refusal, Codes: group.SelectMany(row => row.Goods.Codes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray(),
                Columns: string.Join(", ", group.Select(row => row.Program?.Letters[0] ?? (row.Column == RateTable.General ? "general" : "column 2")).Distinct())))
            .ToArray();
        if (refused.Length > 0)
            yield return $"{Number(refused.Length)} texts are no duty that can be computed; entries of their goods get this reason, never zero:";
        foreach (var reason in refused.GroupBy(text => ReasonOf(text.Text, text.Refusal), StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            yield return $"  {reason.Key}";
            foreach (var (text, _, codes, columns) in reason.OrderBy(text => text.Codes[0], StringComparer.Ordinal))
                yield return $"    \"{text}\" ({columns}): {Codes(codes)}";
        }
        foreach (var (what, codes) in rates.Unknown)
            yield return $"column 1 special has {what}, which the table of programmes lacks; no preference is made of it: {Codes([.. codes])}";
    }

    // A reference to other headings is one reason, whichever headings they are.
    private static string ReasonOf(string text, string refusal) =>
        text.StartsWith("See ", StringComparison.OrdinalIgnoreCase) ? "a reference to other provisions, not a rate" : refusal;

    private static string Codes(IReadOnlyList<string> codes) =>
        string.Join(", ", codes.Take(MostCodes)) + (codes.Count > MostCodes ? $" and {Number(codes.Count - MostCodes)} more" : "");

    private static string Number(int number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
}
