using System.Globalization;
using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Cli.Output;

/// <summary>Mean rates, on the screen.</summary>
internal static class AverageReport
{
    /// <summary>The rows, with the columns that the question tells apart, and what the means leave out.</summary>
    public static void Show(Screen screen, AverageQuestion question, GetAverageRatesResponse response, long left)
    {
        var isWeighted = response.Rows.Any(row => row.Weight.Length > 0);
        List<(string Title, Func<AverageRow, string> Cell)> columns = [("Date", row => Output.Show.Day(row.On))];
        if (question.GroupBy.Contains(AverageGroup.Origin))
            columns.Add(("=Origin", row => row.OriginId));
        if (question.GroupBy.Contains(AverageGroup.Authority))
            columns.Add(("=Authority", row => row.Authority));
        if (question.GroupBy.Any(group => group is AverageGroup.Chapter or AverageGroup.Heading or AverageGroup.Line))
            columns.Add(("=HS", row => row.Hs));
        columns.Add((">Simple", row => Span(row.SimplePercent, row.HighestSimplePercent)));
        if (isWeighted)
        {
            columns.Add((">Weighted", row => Span(row.WeightedPercent, row.HighestWeightedPercent)));
            columns.Add((">Trade", row => Output.Show.Amount(row.Weight)));
        }
        columns.Add((">Pairs", row => row.Lines.ToString("#,##0", CultureInfo.InvariantCulture)));
        columns.Add((">Unrated", row => row.Unrated.ToString("#,##0", CultureInfo.InvariantCulture)));
        screen.Heading($"Mean rates of {question.ImporterId}, in percent of the customs value");
        screen.Table([.. columns.Select(column => column.Title)], response.Rows.Select(row => columns.ConvertAll(column => column.Cell(row)).ToArray()), "No line is so.");
        if (left > 0)
            screen.Note($"{left} more rows; raise --limit or tell less apart.");
        foreach (var text in response.NotEvaluated)
            screen.Bullet($"Not evaluated: {text}");
    }

    private static string Span(string lowest, string highest) =>
        lowest == highest ? Output.Show.Percent(lowest) : $"{Output.Show.Percent(lowest)} to {Output.Show.Percent(highest)}";
}
