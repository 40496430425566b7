using GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Cli.Import.Hts;

/// <summary>One published state of the schedule, read from its file.</summary>
/// <param name="Name">The publisher's name for it, as <c>2026-rev-10</c>.</param>
/// <param name="EffectiveFrom">When it came into force.</param>
/// <param name="Rows">How many rows the file has, good and bad.</param>
/// <param name="Lines">The good rows that have a code, by its digits; without a period.</param>
/// <param name="Problems">What is wrong with the others.</param>
internal sealed record HtsRevision(
    string Name, DateOnly EffectiveFrom, int Rows, IReadOnlyDictionary<string, TariffLine> Lines, IReadOnlyList<RowProblem> Problems);

/// <summary>One reason why a row is left out.</summary>
/// <param name="Row">The row's number in the file, from 1.</param>
/// <param name="Code">Its code as written; empty where it has none.</param>
/// <param name="Field">The field.</param>
/// <param name="Value">The value as written.</param>
/// <param name="Rule">The rule that it breaks.</param>
internal sealed record RowProblem(int Row, string Code, string Field, string Value, string Rule)
{
    private const int LongestValue = 80;

    /// <summary>One line: row, field, value and rule.</summary>
    public override string ToString()
    {
        var code = Code.Length == 0 ? "" : $" ({Code})";
        var value = Value.Length == 0 ? "" : $"\"{(Value.Length <= LongestValue ? Value : Value[..LongestValue] + "…")}\": ";
        return $"row {Row}{code}: {(Field.Length == 0 ? "" : Field + ": ")}{value}{Rule}";
    }
}
