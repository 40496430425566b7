namespace GeoGraph.Tariffs;

/// <summary>Lines of one kind in one group of goods: whatever is summed over lines is summed over these.</summary>
/// <param name="Group">The group's number.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Lines">How many lines there are.</param>
internal readonly record struct AverageCell(int Group, int Kind, int Lines);

/// <summary>The lines asked for on one date, by group of goods and kind. Immutable.</summary>
internal sealed class AverageCells
{
    private readonly int[] _ofLine;

    private AverageCells(string[] groups, AverageCell[] all, int[] ofLine) => (Groups, All, _ofLine) = (groups, all, ofLine);

    /// <summary>The digits that the codes of each group begin with; one empty text where goods are not told apart.</summary>
    public string[] Groups { get; }

    /// <summary>The cells, in order of their first line.</summary>
    public AverageCell[] All { get; }

    /// <summary>The cell of a line.</summary>
    public int Of(int line) => _ofLine[line];

    /// <summary>Groups lines.</summary>
    /// <param name="codes">The lines' codes, without dots, in order.</param>
    /// <param name="kinds">Their kinds.</param>
    /// <param name="level">How far goods are told apart.</param>
    public static AverageCells Of(IReadOnlyList<string> codes, LineKinds kinds, GoodsLevel level)
    {
        var groups = new List<string>();
        var cells = new List<AverageCell>();
        var numbers = new Dictionary<(int Group, int Kind), int>();
        var ofLine = new int[codes.Count];
        for (var line = 0; line < codes.Count; line++)
        {
            var group = codes[line][..Math.Min((int)level, codes[line].Length)];
            if (groups.Count == 0 || groups[^1] != group)
                groups.Add(group);
            var key = (groups.Count - 1, kinds.OfLine[line]);
            if (!numbers.TryGetValue(key, out var cell))
            {
                numbers[key] = cell = cells.Count;
                cells.Add(new AverageCell(key.Item1, key.Item2, 0));
            }
            cells[cell] = cells[cell] with { Lines = cells[cell].Lines + 1 };
            ofLine[line] = cell;
        }
        return new AverageCells([.. groups], [.. cells], ofLine);
    }
}
