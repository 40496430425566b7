using GeoGraph.Cli.Import.Hts;
using static GeoGraph.UnitTests.Cli.Hts.SmallRevision;

namespace GeoGraph.UnitTests.Cli.Hts;

public sealed class HtsFileTests
{
    [Fact]
    public async Task A_row_has_the_texts_of_those_that_it_is_printed_beneath()
    {
        var revision = await ReadAsync("2026-basic", "2026-01-01",
            Row("0101", 0, "Live horses, asses, mules and hinnies:"),
            Row("", 1, "Horses:"),
            Row("0101.21.00", 2, "Purebred <il>breeding</il>  animals", "Free", "", "Free", "See 9903.88.15 and 9903.88.15; U.S. note 20."),
            Row("0101.21.00.10", 3, "Males", unit: "<u>No.</u>"),
            Row("0101.30.00.00", 1, "Asses", "6.8%", "Free (AU)", "15%", unit: "m<sup>2</sup>"));
        Assert.Equal(5, revision.Rows);
        Assert.Empty(revision.Problems);
        Assert.Equal("Live horses, asses, mules and hinnies: Horses: Purebred breeding animals: Males", revision.Lines["0101210010"].Description);
        Assert.Equal("Live horses, asses, mules and hinnies: Asses", revision.Lines["0101300000"].Description);
        Assert.Equal("0101.21.00", revision.Lines["01012100"].Code);
        Assert.Equal(["9903.88.15"], revision.Lines["01012100"].Headings);
        Assert.Equal(["No."], revision.Lines["0101210010"].Units);
        Assert.Equal(["m2"], revision.Lines["0101300000"].Units);
        Assert.Equal(("6.8%", "Free (AU)", "15%", 1), (revision.Lines["0101300000"].General, revision.Lines["0101300000"].Special, revision.Lines["0101300000"].Other, revision.Lines["0101300000"].Indent));
    }

    [Fact]
    public async Task Every_mistake_of_a_row_is_told_and_the_others_stand()
    {
        var revision = await ReadAsync("2026-basic", "2026-01-01",
            Row("0101.21.00", 0, "Horses", "Free"),
            """{"htsno": "0101.3", "indent": "one", "description": 7, "units": "kg", "general": null, "special": null, "other": null, "footnotes": [{}]}""",
            "\"a text\"",
            Row("0101.21.00", 0, "Horses again", "1%"),
            """{"htsno": "0102.21.00", "indent": 0, "description": "Cattle", "units": null, "general": "Free", "special": null, "other": null, "footnotes": null}""");
        Assert.Equal(["01012100", "01022100"], revision.Lines.Keys);
        Assert.Equal("Free", revision.Lines["01012100"].General);
        Assert.Equal(
            [
                "row 2 (0101.3): htsno: \"0101.3\": must have 4, 6, 8 or 10 digits, dots allowed between them",
                "row 2 (0101.3): indent: \"one\": must be a whole number from 0 to 30",
                "row 2 (0101.3): description: \"7\": must be a text or null",
                "row 2 (0101.3): units: \"\"kg\"\": must be a list of texts or null",
                "row 2 (0101.3): footnotes: \"[{}]\": must be a list of notes, each with a text as its value, or null",
                "row 3: \"\"a text\"\": a row is an object with htsno, indent, description, units, general, special, other, footnotes",
                "row 4 (0101.21.00): htsno: \"0101.21.00\": is given by an earlier row",
            ],
            revision.Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public async Task A_text_beyond_any_that_is_published_leaves_out_its_row_alone()
    {
        var revision = await ReadAsync("2026-basic", "2026-01-01", Row("0101.21.00", 0, new string('x', 10_001), "Free"), Row("0102.21.00", 0, new string('y', 10_000), "Free"));
        Assert.Equal(["01022100"], revision.Lines.Keys);
        Assert.EndsWith("xxx…\": must have at most 10000 characters", Assert.Single(revision.Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_no_unicode_leaves_out_its_row_alone()
    {
        var revision = await ReadAsync("2026-basic", "2026-01-01", Row("0101.21.00", 0, "Half", "Free").Replace("Half", @"\ud800", StringComparison.Ordinal), Row("0102.21.00", 0, "Cattle", "Free"));
        Assert.Equal(["01022100"], revision.Lines.Keys);
        Assert.StartsWith("row 1: a text of the row is no Unicode", Assert.Single(revision.Problems).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{"htsno": "0101", "indent": "0" """)]
    [InlineData("""{"rows": []}""")]
    public async Task What_is_no_list_of_rows_is_refused_whole(string json) =>
        await Assert.ThrowsAsync<System.Text.Json.JsonException>(() => ReadTextAsync("2026-basic", "2026-01-01", json));

    [Theory]
    [InlineData("hts_2025_rev_10.json.gz", "2025-rev-10", "2025-04-09")]
    [InlineData("hts_2026_basic.json", "2026-basic", "2026-01-01")]
    [InlineData("hts_2025_basic.json", "2025-basic", "2025-01-01")]
    public void Name_and_date_come_from_the_file_s_name_and_the_dates_beside_it(string file, string name, string from)
    {
        var folder = Directory.CreateTempSubdirectory("geograph-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, RevisionName.DatesFile),
                "revision,effective_date,policy_effective_date\nbasic,2025-01-01,NA\nrev_10,2025-04-09,2025-04-15\n2026_basic,2026-01-01,NA\n2026_rev_10,2026-06-08,\"a, b\"\n");
            var read = RevisionName.OfFile(Path.Combine(folder.FullName, file));
            Assert.Equal((name, from), (read.Name, read.EffectiveFrom.ToString("yyyy-MM-dd", null)));
            Assert.Contains("give --revision-name", Assert.Throws<IOException>(() => RevisionName.OfFile(Path.Combine(folder.FullName, "hts_2025_rev_11.json"))).Message, StringComparison.Ordinal);
            Assert.Contains("does not tell the revision", Assert.Throws<IOException>(() => RevisionName.OfFile(Path.Combine(folder.FullName, "schedule.json"))).Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
