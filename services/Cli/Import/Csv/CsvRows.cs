using System.Text;

namespace GeoGraph.Cli.Import.Csv;

/// <summary>
/// Reads CSV (RFC 4180) row by row and keeps where each cell begins, so that a mistake can be told by line and column. Quoted cells hold separators,
/// line ends and doubled quotation marks; lines end with LF, CRLF or CR.
/// </summary>
/// <param name="file">The name in problems.</param>
/// <param name="text">What to read; a byte order mark is left to it.</param>
/// <param name="separator">What stands between cells.</param>
/// <param name="problems">Takes what breaks the form.</param>
internal sealed class CsvRows(string file, TextReader text, char separator, List<Problem> problems)
{
    /// <summary>The most characters of a cell: beyond them a quotation mark was never closed.</summary>
    public const int LongestCell = 1_000_000;

    private const int End = -1;

    private readonly char[] _buffer = new char[65_536];
    private readonly StringBuilder _cell = new();
    private int _at;
    private int _length;
    private int _line = 1;
    private int _column = 1;
    private bool _broken;

    /// <summary>The next row; null at the end, and after a mistake beyond which rows cannot be told.</summary>
    public CsvRow? Next()
    {
        if (_broken || Peek() == End)
            return null;
        var cells = new List<CsvCell>();
        do
        {
            var place = new Place(file, _line, _column);
            if (!ReadCell(place))
                return null;
            cells.Add(new CsvCell(place, _cell.ToString().Trim()));
        }
        while (!EndsRow());
        return new CsvRow(cells);
    }

    /// <summary>All rows.</summary>
    public IEnumerable<CsvRow> All()
    {
        while (Next() is { } row)
            yield return row;
    }

    private bool ReadCell(Place place)
    {
        _cell.Clear();
        while (Peek() is ' ')
            Take();
        return Peek() == '"' ? ReadQuoted(place) : ReadPlain(place);
    }

    private bool ReadPlain(Place place)
    {
        var told = false;
        while (!IsOver(Peek()))
        {
            if (Peek() == '"' && !told)
            {
                problems.Add(new Problem(place, "", "", "a quotation mark stands within a cell; a cell with one is quoted as a whole, the mark doubled"));
                told = true;
            }
            if (!Keep(Take(), place))
                return false;
        }
        return !_broken;
    }

    private bool ReadQuoted(Place place)
    {
        Take();
        while (Peek() != End)
        {
            var character = Take();
            if (character == '"' && Peek() != '"')
                return ReadAfterQuote(place);
            if (character == '"')
                Take();
            if (!Keep(character, place))
                return false;
        }
        return !_broken && Break(place, "a quotation mark is never closed");
    }

    private bool ReadAfterQuote(Place place)
    {
        while (Peek() is ' ')
            Take();
        if (IsOver(Peek()))
            return !_broken;
        problems.Add(new Problem(place, "", _cell.ToString(), "text stands after the closing quotation mark; a mark within a cell is doubled"));
        while (!IsOver(Peek()))
            Take();
        return !_broken;
    }

    private bool Keep(int character, Place place)
    {
        _cell.Append((char)character);
        return _cell.Length <= LongestCell || Break(place, $"the cell is longer than {LongestCell} characters; a quotation mark may never be closed");
    }

    private bool Break(Place place, string rule)
    {
        problems.Add(new Problem(place, "", "", rule + "; what follows cannot be read"));
        _broken = true;
        return false;
    }

    // Takes the separator or the line's end after a cell; true where the row is over.
    private bool EndsRow()
    {
        if (Peek() == separator)
        {
            Take();
            return false;
        }
        if (Take() == '\r' && Peek() == '\n')
            Take();
        return true;
    }

    private bool IsOver(int character) => character == separator || character is '\n' or '\r' or End;

    private int Peek()
    {
        if (_at == _length && !_broken)
            Fill();
        return _at < _length ? _buffer[_at] : End;
    }

    private int Take()
    {
        var character = Peek();
        if (character == End)
            return End;
        _at++;
        if (character == '\n' || (character == '\r' && Peek() != '\n'))
            (_line, _column) = (_line + 1, 1);
        else
            _column++;
        return character;
    }

    private void Fill()
    {
        try
        {
            (_at, _length) = (0, text.Read(_buffer));
        }
        catch (DecoderFallbackException broken)
        {
            (_at, _length) = (0, 0);
            Break(new Place(file, _line, _column), $"the bytes after this place are no UTF-8 ({broken.Message.TrimEnd('.')}); save the file as \"CSV UTF-8\"");
        }
    }
}
