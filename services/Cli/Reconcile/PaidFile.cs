using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using GeoGraph.Cli.Commands;
using GeoGraph.Cli.Import;
using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Cli.Reconcile;

/// <summary>Reads a file of entries with what was paid, one after the other: a JSON list of objects, or CSV with a header.</summary>
internal static class PaidFile
{
    /// <summary>The entries, in the order of the file.</summary>
    /// <exception cref="UsageException">The file is neither.</exception>
    public static IAsyncEnumerable<PaidEntry> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            throw new UsageException($"\"{path}\" is no file");
        return Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase) ? ReadCsvAsync(path, cancellationToken) : ReadJsonAsync(path, cancellationToken);
    }

    private static async IAsyncEnumerable<PaidEntry> ReadJsonAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        await CheckIsListAsync(path, file, cancellationToken);
        await using var items = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(file, cancellationToken: cancellationToken).GetAsyncEnumerator(cancellationToken);
        for (var place = 1; await AdvanceAsync(items, path); place++)
        {
            yield return items.Current.ValueKind == JsonValueKind.Object
                ? EntryOf(items.Current, place)
                : throw new UsageException($"\"{path}\": item {place} is no object");
        }
    }

    // JSON may escape half of a character; such a text has no value, and its entry none that can be relied on.
    private static PaidEntry EntryOf(JsonElement item, int place)
    {
        try
        {
            return new PaidEntryReader(new JsonFields(item)).Read(place);
        }
        catch (InvalidOperationException broken)
        {
            return Refused(place, $"a text of the object is no Unicode: {broken.Message}");
        }
    }

    private static PaidEntry Refused(int place, string problem) =>
        new(place.ToString(CultureInfo.InvariantCulture), new Entry(), new DutyQuestion(), null, [problem]);

    // What comes first after blanks and a byte order mark says whether it is a list; a file that is no JSON at all is left to the parser.
    private static async Task CheckIsListAsync(string path, FileStream file, CancellationToken cancellationToken)
    {
        var start = new byte[4096];
        var length = await file.ReadAsync(start, cancellationToken);
        file.Position = 0;
        var at = start.AsSpan(0, length).IndexOfAnyExcept(" \t\r\n\u00EF\u00BB\u00BF"u8);
        if (at >= 0 && start[at] != (byte)'[')
            throw new UsageException($"\"{path}\" holds no list: entries are a JSON list of objects");
    }

    private static async ValueTask<bool> AdvanceAsync(IAsyncEnumerator<JsonElement> items, string path)
    {
        try
        {
            return await items.MoveNextAsync();
        }
        catch (JsonException broken)
        {
            throw new UsageException($"\"{path}\" is no JSON: {broken.Message}");
        }
    }

    private static async IAsyncEnumerable<PaidEntry> ReadCsvAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var text = new StreamReader(path);
        using var csv = new CsvReader(text, new CsvConfiguration(CultureInfo.InvariantCulture) { PrepareHeaderForMatch = header => header.Header.Trim() });
        if (!await AdvanceAsync(csv, path) || !csv.ReadHeader())
            throw new UsageException($"\"{path}\" has no header: the first line names the columns");
        var columns = csv.HeaderRecord!.Select(column => column.Trim()).ToArray();
        if (columns.Where(column => column.Length > 0).GroupBy(column => column, StringComparer.Ordinal).Any(same => same.Count() > 1))
            throw new UsageException($"\"{path}\" names a column twice");
        for (var place = 1; await AdvanceAsync(csv, path); place++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return CsvMistake.OfWidth(csv, path, columns.Length) is { } misfit
                ? Refused(place, misfit)
                : new PaidEntryReader(new CsvFields(RowOf(csv, columns))).Read(place);
        }
    }

    private static async Task<bool> AdvanceAsync(CsvReader csv, string path)
    {
        try
        {
            return await csv.ReadAsync();
        }
        catch (CsvHelperException broken)
        {
            throw CsvMistake.At(csv, path, broken);
        }
    }

    private static Dictionary<string, string> RowOf(CsvReader csv, string[] columns) => columns
        .Select((column, index) => (column, Text: csv.GetField(index) ?? "")).Where(cell => cell.column.Length > 0)
        .ToDictionary(cell => cell.column, cell => cell.Text, StringComparer.Ordinal);
}
