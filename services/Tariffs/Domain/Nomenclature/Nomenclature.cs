using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>
/// The goods codes of one customs territory with the dates at which they stand: made of the headings of its schedule, immutable, searched
/// without looking at all rows. Rows of the first revision at hand count for every date before it, too.
/// </summary>
internal sealed class Nomenclature
{
    private readonly NomenclatureLine[] _lines;
    private readonly long[] _firsts;

    /// <summary>Takes a schedule and its rows in any order.</summary>
    public Nomenclature(PublishedSchedule schedule, IEnumerable<NomenclatureLine> lines)
    {
        Schedule = schedule;
        _lines = [.. lines.OrderBy(line => line.Span.First).ThenBy(line => line.Digits.Length).ThenBy(line => line.Valid.From ?? DateOnly.MinValue)];
        _firsts = Array.ConvertAll(_lines, line => line.Span.First);
    }

    /// <summary>Whose schedule it is, and its revisions; at least one.</summary>
    public PublishedSchedule Schedule { get; }

    /// <summary>The earliest revision; what is asked of an earlier date is answered from it.</summary>
    public PublishedRevision First => Schedule.Revisions[0];

    /// <summary>
    /// True where the code is one of the schedule on a date: a row has it, or it begins a row's, or it is that of a row that is not divided with zeros
    /// behind it, or ten digits beneath such a row of eight.
    /// </summary>
    /// <param name="digits">4 to 10 digits.</param>
    /// <param name="asOf">The date.</param>
    public bool Has(string digits, DateOnly asOf)
    {
        var span = CodeSpan.OfPrefix(digits);
        for (var i = IndexOf(span.First); i < _lines.Length && _firsts[i] <= span.Last; i++)
        {
            if (_lines[i].Digits.Length >= digits.Length && _lines[i].Valid.Contains(asOf))
                return true;
        }
        for (var length = digits.Length - 2; length >= 4; length -= 2)
        {
            if (FindExactly(digits[..length], asOf) is { } parent)
                return IsLeaf(parent, asOf) && (length == 8 || digits.AsSpan(length).IndexOfAnyExcept('0') < 0);
        }
        return false;
    }

    /// <summary>The row of a code on a date; of 8457.10 also the row 8457.10.00. Null where there is none.</summary>
    public NomenclatureLine? Find(string digits, DateOnly asOf)
    {
        if (FindExactly(digits, asOf) is { } exact)
            return exact;
        var declared = CodeSpan.Declared(digits);
        for (var i = IndexOf(CodeSpan.OfPrefix(declared).First); i < _lines.Length && _firsts[i] == CodeSpan.OfPrefix(declared).First; i++)
        {
            if (_lines[i].Valid.Contains(asOf) && CodeSpan.Declared(_lines[i].Digits) == declared)
                return _lines[i];
        }
        return null;
    }

    /// <summary>The rows that a code lies beneath, its own last.</summary>
    public IEnumerable<NomenclatureLine> Path(string digits, DateOnly asOf)
    {
        NomenclatureLine? last = null;
        for (var length = 4; length <= digits.Length; length += 2)
        {
            if (Find(digits[..length], asOf) is { } line && line != last)
                yield return last = line;
        }
    }

    /// <summary>Every row of a date in order of code, parents before what lies beneath them.</summary>
    public IEnumerable<NomenclatureLine> Lines(DateOnly asOf) => _lines.Where(line => line.Valid.Contains(asOf));

    /// <summary>The rows of a date that an entry of goods is declared under: those of chapters 1 to 97 beneath which no other lies, in order of code.</summary>
    public IEnumerable<NomenclatureLine> Leaves(DateOnly asOf)
    {
        NomenclatureLine? before = null;
        foreach (var line in Lines(asOf).TakeWhile(line => !IsSpecial(line.Digits)))
        {
            if (before is not null && !line.Digits.StartsWith(before.Digits, StringComparison.Ordinal))
                yield return before;
            before = line;
        }
        if (before is not null)
            yield return before;
    }

    /// <summary>Every row beneath a code on a date, its own included.</summary>
    public IEnumerable<NomenclatureLine> Beneath(string digits, DateOnly asOf)
    {
        var span = CodeSpan.OfPrefix(CodeSpan.Declared(digits));
        for (var i = IndexOf(span.First); i < _lines.Length && _firsts[i] <= span.Last; i++)
        {
            if (_lines[i].Valid.Contains(asOf))
                yield return _lines[i];
        }
    }

    /// <summary>The times at which a code had a row of its own, oldest first.</summary>
    public IEnumerable<ValidPeriod> TimesOf(string digits) => At(digits).Select(line => line.Valid);

    /// <summary>The codes of a date nearest to one that is none: those that have most digits in common with it, then those nearest by number.</summary>
    /// <param name="digits">4 to 10 digits.</param>
    /// <param name="asOf">The date.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<string> Nearest(string digits, DateOnly asOf, int most)
    {
        var number = CodeSpan.OfPrefix(digits).First;
        var start = IndexOf(number);
        var after = Enumerable.Range(start, _lines.Length - start).Select(i => _lines[i]);
        var before = Enumerable.Range(0, start).Select(i => _lines[start - 1 - i]);
        return [.. Some(after).Concat(Some(before)).Distinct(StringComparer.Ordinal)
            .OrderByDescending(code => CommonDigits(code, digits)).ThenBy(code => Math.Abs(CodeSpan.OfPrefix(code).First - number)).ThenBy(code => code, StringComparer.Ordinal)
            .Take(most).Order(StringComparer.Ordinal).Select(code => HsCode.Parse(code).ToString())];

        IEnumerable<string> Some(IEnumerable<NomenclatureLine> lines) => lines
            .Where(line => line.Valid.Contains(asOf) && line.Digits.Length >= Math.Min(digits.Length, 8) && !IsSpecial(line.Digits))
            .Select(line => line.Digits[..Math.Min(line.Digits.Length, digits.Length)])
            .Where(code => code.Length == digits.Length || IsLeaf(FindExactly(code, asOf)!, asOf))
            .Distinct(StringComparer.Ordinal).Take(most);
    }

    /// <summary>True for chapters 98 and 99, which the Harmonized System leaves to each territory for provisions that are not goods.</summary>
    public static bool IsSpecial(string digits) => digits.StartsWith("98", StringComparison.Ordinal) || digits.StartsWith("99", StringComparison.Ordinal);

    private bool IsLeaf(NomenclatureLine line, DateOnly asOf) => Beneath(line, asOf) is null;

    private NomenclatureLine? Beneath(NomenclatureLine parent, DateOnly asOf)
    {
        for (var i = IndexOf(parent.Span.First); i < _lines.Length && _firsts[i] <= parent.Span.Last; i++)
        {
            if (_lines[i].Digits.Length > parent.Digits.Length && _lines[i].Valid.Contains(asOf))
                return _lines[i];
        }
        return null;
    }

    private NomenclatureLine? FindExactly(string digits, DateOnly asOf) => At(digits).FirstOrDefault(line => line.Valid.Contains(asOf));

    private IEnumerable<NomenclatureLine> At(string digits)
    {
        var first = CodeSpan.OfPrefix(digits).First;
        for (var i = IndexOf(first); i < _lines.Length && _firsts[i] == first; i++)
        {
            if (_lines[i].Digits.Length == digits.Length)
                yield return _lines[i];
        }
    }

    // The first row at or after a number.
    private int IndexOf(long number)
    {
        var (low, high) = (0, _firsts.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_firsts[middle] < number)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private static int CommonDigits(string left, string right) => left.AsSpan().CommonPrefixLength(right);
}
