using GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Cli.Import.Hts;

/// <summary>
/// The rates of the schedule with the codes that bear them, by column and, for column 1 special, by programme. A row without a rate of its own
/// has that of the nearest row above it by code, which follows from the codes; chapter 99 has no goods.
/// </summary>
internal sealed class RateTable
{
    private readonly Dictionary<string, RateText> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Column, string Key, HtsProgramPart? Part), RateRow> _rows = [];
    private readonly Dictionary<string, (string Rate, IReadOnlyList<string> Letters)[]> _special = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedSet<string>> _unknown = new(StringComparer.Ordinal);

    /// <summary>The name of column 1 general.</summary>
    public const string General = "us-column-1";

    /// <summary>The name of column 2.</summary>
    public const string Other = "us-column-2";

    /// <summary>The name of column 1 special, before the letters of a programme.</summary>
    public const string Special = "us-special";

    /// <summary>Takes the rows of the schedule, in order of code and time.</summary>
    public RateTable(IEnumerable<TariffLine> lines, HtsPrograms programs)
    {
        foreach (var line in lines.Where(line => !line.Code.StartsWith("99", StringComparison.Ordinal)))
        {
            Add(General, null, line.General, line);
            Add(Other, null, line.Other, line);
            foreach (var (rate, letters) in SplitOnce(line.Special))
                AddSpecial(rate, letters, line, programs);
        }
    }

    /// <summary>The rates, in order of column and of name.</summary>
    public IEnumerable<RateRow> Rows => _rows.Values.OrderBy(row => row.Column, StringComparer.Ordinal).ThenBy(row => row.Rate.Name, StringComparer.Ordinal)
        .ThenBy(row => row.Part?.Name, StringComparer.Ordinal).ThenBy(row => row.Rate.Key, StringComparer.Ordinal);

    /// <summary>What of column 1 special belongs to no programme of the table, with codes where it stands.</summary>
    public IEnumerable<(string What, IReadOnlyCollection<string> Codes)> Unknown => _unknown.Select(entry => (entry.Key, (IReadOnlyCollection<string>)entry.Value));

    // A few hundred texts serve thousands of rows.
    private (string Rate, IReadOnlyList<string> Letters)[] SplitOnce(string special)
    {
        if (!_special.TryGetValue(special, out var parts))
            _special[special] = parts = [.. SpecialColumn.Split(special)];
        return parts;
    }

    private void AddSpecial(string rate, IReadOnlyList<string> letters, TariffLine line, HtsPrograms programs)
    {
        if (letters.Count == 0)
            NoteUnknown($"\"{rate}\" without the letters of a programme", line);
        foreach (var letter in letters)
        {
            if (programs.Find(letter) is not { } program)
                NoteUnknown($"the letters {letter}", line);
            else if (rate.Length == 0)
                NoteUnknown($"the letters {letter} without a rate", line);
            else
                Add(program.Column, program, rate, line);
        }
    }

    private void Add(string column, HtsProgram? program, string plain, TariffLine line)
    {
        if (plain.Length == 0)
            return;
        if (!_texts.TryGetValue(plain, out var rate))
            _texts[plain] = rate = RateText.Of(plain);
        var key = (column, rate.Key, program?.Parts.FirstOrDefault(part => part.Covers(line.Code)));
        if (!_rows.TryGetValue(key, out var row))
            _rows[key] = row = new RateRow(column, program, key.Item3, rate, new RateGoods());
        else if (IsPlainer(rate.Text, row.Rate.Text))
            _rows[key] = row = row with { Rate = rate };
        row.Goods.Add(line.Code, line.Valid);
    }

    // Of several ways to write one rate the shortest stands for all, whatever order they come in.
    private static bool IsPlainer(string left, string right) =>
        left.Length != right.Length ? left.Length < right.Length : string.CompareOrdinal(left, right) < 0;

    private void NoteUnknown(string what, TariffLine line)
    {
        if (!_unknown.TryGetValue(what, out var codes))
            _unknown[what] = codes = new SortedSet<string>(StringComparer.Ordinal);
        codes.Add(line.Code);
    }
}

/// <summary>One rate of one column.</summary>
/// <param name="Column">The column's name, and for column 1 special the programme's letters, as <c>us-special-kr</c>.</param>
/// <param name="Program">The programme, for column 1 special.</param>
/// <param name="Part">The goods of the programme for which something more must hold, where these are such.</param>
/// <param name="Rate">The rate.</param>
/// <param name="Goods">The codes that bear it.</param>
internal sealed record RateRow(string Column, HtsProgram? Program, HtsProgramPart? Part, RateText Rate, RateGoods Goods);
