using System.Text;
using GeoGraph.Cli.Import;
using GeoGraph.Cli.Import.Csv;

namespace GeoGraph.UnitTests.Cli.Csv;

public sealed class CsvRowsTests
{
    [Theory]
    [InlineData("a,b\nc,d\n", "a|b / c|d")]
    [InlineData("a,b\r\nc,d", "a|b / c|d")]
    [InlineData("a,b\rc,d", "a|b / c|d")]
    [InlineData("a,\n,d", "a| / |d")]
    [InlineData("\"a,\"\"x\"\"\nb\", \"c\" ,d", "a,\"x\"\nb|c|d")]
    [InlineData("\"\",x", "|x")]
    [InlineData("", "")]
    [InlineData("\n\n", " / ")]
    public void Rows_are_told_into_cells(string text, string expected)
    {
        var (rows, problems) = Read(text);
        Assert.Empty(problems);
        Assert.Equal(expected, string.Join(" / ", rows.Select(row => string.Join('|', row.Cells.Select(cell => cell.Text)))));
    }

    [Fact]
    public void Every_cell_knows_where_it_begins()
    {
        var (rows, _) = Read("a,\"b\nb\",c\r\n  d,e\n");
        Assert.Equal(["f:1:1", "f:1:3", "f:2:4", "f:3:1", "f:3:5"], rows.SelectMany(row => row.Cells).Select(cell => cell.Place.ToString()));
    }

    [Theory]
    [InlineData("a,b\"c\nd,e", 2, "f:1:3: a quotation mark stands within a cell")]
    [InlineData("a,\"b\"c\nd,e", 2, "f:1:3: \"b\": text stands after the closing quotation mark")]
    [InlineData("a,b\nd,\"e\nf", 1, "f:2:3: a quotation mark is never closed; what follows cannot be read")]
    public void What_breaks_the_form_is_told_with_its_place(string text, int expectedRows, string expected)
    {
        var (rows, problems) = Read(text);
        Assert.Equal(expectedRows, rows.Count);
        Assert.StartsWith(expected, Assert.Single(problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mark_that_is_never_closed_does_not_take_the_whole_file_into_memory()
    {
        var (rows, problems) = Read("a\n\"" + new string('x', CsvRows.LongestCell + 5));
        Assert.Single(rows);
        Assert.Contains("longer than 1000000 characters", Assert.Single(problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_told_and_not_guessed()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, [.. "id,name\nfirm:a,"u8, 0xA5, 0x78]);
            var problems = new List<Problem>();
            Assert.Empty(new CsvSheet(CsvSource.OfFile(path), separator: null).Read(problems));
            Assert.Contains("no UTF-8", Assert.Single(problems).ToString(), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("id,name\n", ',')]
    [InlineData("id;name;stocks\n\"a;b,c,d,e\"", ';')]
    [InlineData("# a,b,c\n\nid\tname", '\t')]
    [InlineData("id", ',')]
    public void The_separator_is_found_in_the_header(string text, char expected) =>
        Assert.Equal(expected, new CsvSource("f", () => new StringReader(text)).FindSeparator());

    [Fact]
    public void What_is_written_is_read_back()
    {
        string[] cells = ["a", "b,c", "d\"e", "f;g", "", "h\ni"];
        var (rows, _) = Read(CsvLine.Of(cells));
        Assert.Equal(cells, Assert.Single(rows).Cells.Select(cell => cell.Text));
    }

    [Fact]
    public void A_buffer_s_end_anywhere_changes_nothing()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 20_000; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"r{i},\"q\"\"{i}\r\n\",x\r\n");
        var (rows, problems) = Read(text.ToString());
        Assert.Empty(problems);
        Assert.Equal(20_000, rows.Count);
        Assert.All(rows, (row, i) => Assert.Equal(($"r{i}", $"q\"{i}", 1 + (2 * i)), (row.Cells[0].Text, row.Cells[1].Text, row.Place.Line)));
    }

    private static (List<CsvRow> Rows, List<Problem> Problems) Read(string text)
    {
        var problems = new List<Problem>();
        return (new CsvRows("f", new StringReader(text), ',', problems).All().ToList(), problems);
    }
}
