using GeoGraph.Exposure.Assembly;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Feed;

/// <summary>A chunk's texts as numbers of a stage; each is looked up once a chunk.</summary>
/// <param name="stage">Where numbers come from.</param>
/// <param name="texts">The texts.</param>
/// <param name="count">How many there are.</param>
internal sealed class StagedTexts(GraphStage stage, ColumnTexts texts, int count)
{
    private const int MostPlainDigits = 14;

    // One more than the number; zero where it was not looked up yet.
    private readonly int[] _names = new int[count];
    private readonly int[] _groups = new int[count];
    private readonly Dictionary<(int From, int To, RelationFlags Flags), int> _terms = [];

    /// <summary>The number of an id.</summary>
    public int Name(uint index)
    {
        if (index < count && _names[index] != 0)
            return _names[index] - 1;
        var name = stage.Names.Intern(texts.Id(index).Value);
        _names[index] = name + 1;
        return name;
    }

    /// <summary>The number of an id; -1 for the empty text.</summary>
    public int OptionalName(uint index) => texts.Text(index).Length == 0 ? -1 : Name(index);

    /// <summary>The number of an input group; -1 for the empty text.</summary>
    public int Group(uint index)
    {
        var text = texts.Text(index);
        if (text.Length == 0)
            return -1;
        if (_groups[index] == 0)
            _groups[index] = stage.GroupOf(text) + 1;
        return _groups[index] - 1;
    }

    /// <summary>The number of dates and evidence.</summary>
    public int Term(int from, int to, RelationFlags flags)
    {
        if (!_terms.TryGetValue((from, to, flags), out var term))
            _terms[(from, to, flags)] = term = stage.TermOf(ColumnRules.Period(from, to), flags);
        return term;
    }

    /// <summary>An amount in units of <see cref="FixedPoint"/>; false where it is out of range.</summary>
    public bool TryUsd(uint index, out long units)
    {
        var text = texts.Text(index);
        if (TryPlainUsd(text, out units))
            return true;
        var number = texts.Number(index);
        var isInRange = number is null or (>= 0m and <= FixedPoint.MaxUsd);
        units = isInRange ? FixedPoint.FromUsd(number) : FixedPoint.NotStated;
        return isInRange;
    }

    /// <summary>A share in units of <see cref="FixedPoint"/>; false where it is out of range.</summary>
    public bool TryShare(uint index, out int units)
    {
        var number = texts.Number(index);
        var isInRange = number is null or (>= 0m and <= 1m);
        units = isInRange ? FixedPoint.FromShare(number) : FixedPoint.NotStated;
        return isInRange;
    }

    // Most amounts are some digits without a point: read without a decimal between.
    private static bool TryPlainUsd(string text, out long units)
    {
        units = 0;
        if (text.Length is 0 or > MostPlainDigits)
            return false;
        foreach (var character in text)
        {
            if (!char.IsAsciiDigit(character))
                return false;
            units = (10 * units) + (character - '0');
        }
        units *= FixedPoint.UnitsInUsd;
        return true;
    }
}
