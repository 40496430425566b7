using System.IO.Compression;
using System.Text.Json;
using GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Cli.Import.Hts;

/// <summary>
/// Reads the publisher's JSON of one revision, plain or compressed, row by row: a row with a mistake is told and left out, the others stand.
/// </summary>
internal static class HtsFile
{
    private const int FirstCompressedByte = 0x1F;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="name">The revision's name and first day.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="JsonException">The file is no JSON list: what follows the mistake cannot be told from what is missing.</exception>
    public static async Task<HtsRevision> ReadAsync(string path, RevisionName name, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        var first = file.ReadByte();
        file.Position = 0;
        await using var text = first == FirstCompressedByte ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        return await ReadAsync(text, name, cancellationToken);
    }

    /// <summary>Reads the JSON of a revision.</summary>
    /// <exception cref="JsonException">It is no JSON list.</exception>
    public static async Task<HtsRevision> ReadAsync(Stream json, RevisionName name, CancellationToken cancellationToken)
    {
        var (lines, problems, path) = (new Dictionary<string, TariffLine>(40_000, StringComparer.Ordinal), new List<RowProblem>(), new List<string>());
        var number = 0;
        await foreach (var record in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(json, cancellationToken: cancellationToken))
        {
            number++;
            try
            {
                Take(record, number, lines, path, problems);
            }
            catch (InvalidOperationException broken)
            {
                // JSON may escape half of a character, which shows only as the text is read.
                problems.Add(new RowProblem(number, "", "", "", $"a text of the row is no Unicode: {broken.Message}"));
            }
        }
        return new HtsRevision(name.Name, name.EffectiveFrom, number, lines, problems);
    }

    private static void Take(JsonElement record, int number, Dictionary<string, TariffLine> lines, List<string> path, List<RowProblem> problems)
    {
        if (HtsRow.Read(record, (field, value, rule) => problems.Add(new RowProblem(number, CodeAsWritten(record), field, value, rule))) is not { } row)
            return;
        Descend(path, row);
        if (row.Code is { } code && !lines.TryAdd(code.Digits, LineOf(row, code.ToString(), path)))
            problems.Add(new RowProblem(number, code.ToString(), "htsno", code.ToString(), "is given by an earlier row"));
    }

    // The text of each row that the current one is printed beneath, by depth; a depth that the publication skips has none.
    private static void Descend(List<string> path, HtsRow row)
    {
        if (path.Count > row.Indent)
            path.RemoveRange(row.Indent, path.Count - row.Indent);
        while (path.Count < row.Indent)
            path.Add("");
        path.Add(row.Text("description").TrimEnd(':', ' '));
    }

    private static TariffLine LineOf(HtsRow row, string code, List<string> path)
    {
        var line = new TariffLine
        {
            Code = code,
            Indent = row.Indent,
            Description = string.Join(": ", path.Where(text => text.Length > 0)),
            Units = { row.Texts("units") },
            General = row.Text("general"),
            Special = row.Text("special"),
            Other = row.Text("other"),
            Footnotes = { row.Footnotes() },
            QuotaQuantity = row.Text("quotaQuantity"),
            AdditionalDuties = row.Text("additionalDuties") is { Length: > 0 } duties ? duties : row.Text("addiitionalDuties"),
        };
        line.Headings.AddRange(line.Footnotes.SelectMany(HtsText.Headings).Distinct(StringComparer.Ordinal));
        return line;
    }

    private static string CodeAsWritten(JsonElement record) =>
        record.ValueKind == JsonValueKind.Object && record.TryGetProperty("htsno", out var code) && code.ValueKind == JsonValueKind.String ? code.GetString()! : "";
}
