using System.Globalization;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using GeoGraph.Cli.Commands;

namespace GeoGraph.Cli.Reconcile;

/// <summary>Reads a file of entries with what was paid: a JSON list of objects, or CSV with a header.</summary>
internal static class PaidFile
{
    /// <summary>The entries, in the order of the file.</summary>
    /// <exception cref="UsageException">The file is neither.</exception>
    public static IReadOnlyList<PaidEntry> Read(string path)
    {
        if (!File.Exists(path))
            throw new UsageException($"\"{path}\" is no file");
        using var file = File.OpenRead(path);
        return Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase) ? ReadCsv(path, file) : ReadJson(path, file);
    }

    private static List<PaidEntry> ReadJson(string path, Stream file)
    {
        try
        {
            using var json = JsonDocument.Parse(file);
            if (json.RootElement.ValueKind != JsonValueKind.Array)
                throw new UsageException($"\"{path}\" holds no list: entries are a JSON list of objects");
            return [.. json.RootElement.EnumerateArray().Select((item, index) => item.ValueKind == JsonValueKind.Object
                ? new PaidEntryReader(new JsonFields(item)).Read(index + 1)
                : throw new UsageException($"\"{path}\": item {index + 1} is no object"))];
        }
        catch (JsonException broken)
        {
            throw new UsageException($"\"{path}\" is no JSON: {broken.Message}");
        }
    }

    private static List<PaidEntry> ReadCsv(string path, Stream file)
    {
        using var text = new StreamReader(file);
        using var csv = new CsvReader(text, new CsvConfiguration(CultureInfo.InvariantCulture) { PrepareHeaderForMatch = header => header.Header.Trim() });
        try
        {
            if (!csv.Read() || !csv.ReadHeader())
                throw new UsageException($"\"{path}\" has no header: the first line names the columns");
            var columns = csv.HeaderRecord!.Select(column => column.Trim()).ToArray();
            if (columns.Length != columns.Distinct(StringComparer.Ordinal).Count())
                throw new UsageException($"\"{path}\" names a column twice");
            var entries = new List<PaidEntry>();
            while (csv.Read())
                entries.Add(new PaidEntryReader(new CsvFields(RowOf(csv, columns))).Read(entries.Count + 1));
            return entries;
        }
        catch (CsvHelperException broken)
        {
            throw new UsageException($"\"{path}\", line {csv.Parser.Row}: {broken.Message.Split('\n')[0].Trim()}");
        }
    }

    private static Dictionary<string, string> RowOf(CsvReader csv, string[] columns) =>
        columns.Select((column, index) => (column, Text: csv.GetField(index) ?? "")).ToDictionary(cell => cell.column, cell => cell.Text, StringComparer.Ordinal);
}
