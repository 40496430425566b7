using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using GeoGraph.Cli.Commands;
using GeoGraph.Cli.Import;
using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Cli.Averages;

/// <summary>Reads imports by origin and goods from CSV, a row at a time; two letters stand for a state.</summary>
internal static class WeightFile
{
    private static readonly string[] Columns = ["origin", "hs", "value"];

    /// <summary>The weights, in the order of the file.</summary>
    /// <exception cref="UsageException">There is no such file, or it is no such CSV.</exception>
    public static IEnumerable<TradeWeight> Read(string path)
    {
        if (!File.Exists(path))
            throw new UsageException($"\"{path}\" is no file");
        return ReadRows(path);
    }

    private static IEnumerable<TradeWeight> ReadRows(string path)
    {
        using var text = new StreamReader(path);
        using var csv = new CsvReader(text, new CsvConfiguration(CultureInfo.InvariantCulture) { PrepareHeaderForMatch = header => header.Header.Trim() });
        if (!Advance(csv, path) || !csv.ReadHeader() || Columns.Except(csv.HeaderRecord!.Select(name => name.Trim()), StringComparer.Ordinal).Any())
            throw new UsageException($"\"{path}\": the first line names the columns {string.Join(", ", Columns)}");
        for (var columns = csv.HeaderRecord!.Length; Advance(csv, path);)
        {
            if (CsvMistake.OfWidth(csv, path, columns) is { } misfit)
                throw new UsageException($"\"{path}\", row {csv.Parser.Row}: {misfit}");
            yield return new TradeWeight { OriginId = Values.ToId(Cell("origin")), Hs = Cell("hs"), Value = Cell("value") };
        }

        string Cell(string column) => csv.TryGetField<string>(column, out var cell) ? cell?.Trim() ?? "" : "";
    }

    private static bool Advance(CsvReader csv, string path)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvHelperException broken)
        {
            throw CsvMistake.At(csv, path, broken);
        }
    }
}
