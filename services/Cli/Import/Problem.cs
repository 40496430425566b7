namespace GeoGraph.Cli.Import;

/// <summary>One reason why a file cannot be imported: where, which field, what value, which rule.</summary>
/// <param name="Place">Where the value stands.</param>
/// <param name="Field">The field's path, as <c>measures[3].effective.from</c>.</param>
/// <param name="Value">The value as written; empty where the rule speaks of something absent.</param>
/// <param name="Rule">The rule that it breaks.</param>
internal sealed record Problem(Place Place, string Field, string Value, string Rule)
{
    private const int LongestValue = 80;

    /// <summary>One line: place, field, value and rule.</summary>
    public override string ToString()
    {
        var field = Field.Length == 0 ? "" : Field + ": ";
        var value = Value.Length == 0 ? "" : $"\"{Shorten(Value)}\": ";
        return $"{Place}: {field}{value}{Rule}";
    }

    private static string Shorten(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= LongestValue ? line : line[..LongestValue] + "…";
    }
}
