namespace GeoGraph.Cli.Reconcile;

/// <summary>
/// A row of a CSV file by its header. Facts and quantities stand in columns of their own (<c>facts.loaded_on</c>, <c>quantities.kg</c>), or
/// together in one column as <c>name=value</c> with semicolons between.
/// </summary>
internal sealed class CsvFields(IReadOnlyDictionary<string, string> row) : IPaidFields
{
    public string? Text(string field, List<string> problems) => TextOf(field);

    public IDictionary<string, string> Pairs(string field, List<string> problems)
    {
        var pairs = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in (TextOf(field) ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var at = text.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || at == text.Length - 1)
                problems.Add($"{field}: \"{text}\": is written name=value, with semicolons between several");
            else if (!pairs.TryAdd(text[..at].Trim(), text[(at + 1)..].Trim()))
                problems.Add($"{field}: \"{text}\": a name is given once");
        }
        foreach (var column in row.Keys.Where(column => column.StartsWith(field + ".", StringComparison.Ordinal)))
        {
            if (TextOf(column) is { } value && !pairs.TryAdd(column[(field.Length + 1)..], value))
                problems.Add($"{column}: \"{value}\": a name is given once");
        }
        return pairs;
    }

    public IReadOnlyList<string> Words(string field, List<string> problems) =>
        (TextOf(field) ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private string? TextOf(string field) => row.TryGetValue(field, out var text) && text.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}
