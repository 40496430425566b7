using GeoGraph.Cli.Import.Csv;
using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Common.V1;
using Date = Google.Type.Date;

namespace GeoGraph.UnitTests.Cli.Csv;

public sealed class CsvFilesTests
{
    private const string World = """
        record;id;name;name_zh-Hant;output_usd_per_year;stocks;hs_codes;latitude;longitude;type;from_id;to_id;product_id;input_group;value_usd_per_year;transits;transits_inference;inessential;valid_from;valid_to;confidence;source_title;quote
        # a remark;;;;;;;;;;;;;;;;;;;;;;
        relation;;;;;;;;;supplies;firm:a;firm:b;product:p;in;12.50;"chokepoint:x=0.5; chokepoint:y=0.25";By the shortest lane.;TRUE;2024-01-01;2025-01-01;reported;Report;"Twelve, and a half"
        actor;firm:a;A;甲;100;"li=30; cathode=20.5";;1.5;-2;;;;;;;;;;;;;;
        ;;;;;;;;;;;;;;;;;;;;;;
        actor;product:p;P;;;;8542.31;;;;;;;;;;;;;;;;
        relation;;;;;;;;;MEMBER-OF;us;bloc:quad;;;;;;;;;;;
        """;

    [Fact]
    public void Rows_become_the_contracts_messages_actors_first()
    {
        var files = Check(("w.csv", World));
        Assert.Empty(files.Set.Problems);
        var changes = files.Set.Actors.ToArray();
        Assert.Equal(files.Set.Actors.Count, changes.Length);
        Assert.Equal(
            new Actor
            {
                Id = "firm:a",
                Names = { new LocalName { Language = "en", Text = "A" }, new LocalName { Language = "zh-Hant", Text = "甲" } },
                OutputUsdPerYear = "100",
                Stocks = { new Stock { InputGroup = "li", Days = "30" }, new Stock { InputGroup = "cathode", Days = "20.5" } },
                Coordinates = new Coordinates { Latitude = "1.5", Longitude = "-2" },
            },
            changes[0].Change.Actor);
        Assert.Equal(["8542.31"], changes[1].Change.Actor.HsCodes);
        var supply = changes[2].Change.Relation;
        Assert.Equal(
            new Relation
            {
                Id = supply.Id,
                Type = RelationType.Supplies,
                FromId = "firm:a",
                ToId = "firm:b",
                ProductId = "product:p",
                InputGroup = "in",
                ValueUsdPerYear = "12.50",
                Inessential = true,
                Transits =
                {
                    new Transit { ChokepointId = "chokepoint:x", Share = "0.5", Inferred = true, Inference = "By the shortest lane." },
                    new Transit { ChokepointId = "chokepoint:y", Share = "0.25", Inferred = true, Inference = "By the shortest lane." },
                },
                Valid = new Period { From = new Date { Year = 2024, Month = 1, Day = 1 }, To = new Date { Year = 2025, Month = 1, Day = 1 } },
                Evidence = new Evidence { Confidence = Confidence.Reported, Sources = { new Source { Title = "Report", Quote = "Twelve, and a half" } } },
            },
            supply);
        Assert.Equal(("state:US", RelationType.MemberOf), (changes[3].Change.Relation.FromId, changes[3].Change.Relation.Type));
        Assert.Equal(["bloc:quad", "chokepoint:x", "chokepoint:y", "firm:b", "state:US"], files.Unresolved.Select(named => named.First.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_field_that_a_service_refuses_is_found_in_its_cell()
    {
        var supply = Check(("w.csv", World)).Set.Actors[2];
        var line = World.Split('\n')[2];
        Assert.Equal($"w.csv:3:{line.IndexOf("\"chokepoint", StringComparison.Ordinal) + 1}", supply.PlaceOf("transits[1].share").ToString());
        Assert.Equal($"w.csv:3:{line.IndexOf("Report;", StringComparison.Ordinal) + 1}", supply.PlaceOf("evidence.sources[0].title").ToString());
    }

    [Fact]
    public void Files_of_one_sort_need_no_column_that_says_it()
    {
        var files = Check(("a.csv", "id,name\nfirm:a,A\nfirm:b,B\n"), ("r.csv", "type\tfrom_id\tto_id\tshare\nOWNS\tfirm:a\tfirm:b\t0.51\n"));
        Assert.Empty(files.Set.Problems);
        Assert.Empty(files.Unresolved);
        Assert.Equal(["firm:a", "firm:b", "owns:a-b-" + files.Set.Actors[2].Id[^12..]], files.Set.Actors.Select(change => change.Id));
    }

    [Theory]
    [InlineData("share", "45%", "share: \"45%\": a decimal is plain digits")]
    [InlineData("share", "1.2", "share: \"1.2\": a share lies between 0 and 1")]
    [InlineData("share", "0,5", "share: \"0,5\": a decimal is plain digits")]
    [InlineData("value_usd_per_year", "-1", "value_usd_per_year: \"-1\": must be zero or more")]
    [InlineData("value_usd_per_year", "1,000", "value_usd_per_year: \"1,000\": a decimal is plain digits")]
    [InlineData("value_usd_per_year", "1E3", "value_usd_per_year: \"1E3\": a decimal is plain digits")]
    [InlineData("transits", "chokepoint:a", "transits: \"chokepoint:a\": is written name=number")]
    [InlineData("transits", "chokepoint:a=x", "transits: \"x\": a decimal is plain digits")]
    [InlineData("transits", "chokepoint:a=0.1;chokepoint:a=0.2", "transits: \"chokepoint:a=0.2\": names it a second time")]
    [InlineData("transits", "lombok=0.1", "transits: \"lombok\": an id is kind:name")]
    [InlineData("valid_from", "2024/1/5", "valid_from: \"2024/1/5\": must be a date of the calendar as 2025-04-05")]
    [InlineData("inessential", "maybe", "inessential: \"maybe\": must be true or false")]
    [InlineData("obligations", "DEFENSE;LOVE", "obligations: \"LOVE\": is no Obligation; one of DEFENSE,")]
    [InlineData("confidence", "unspecified", "confidence: \"unspecified\": says nothing; leave the cell empty")]
    [InlineData("id", "flow 1", "id: \"flow 1\": an id is kind:name")]
    [InlineData("id", "owns:1", "id: \"owns:1\": must begin with supplies: here")]
    [InlineData("from_id", "nobody", "from_id: \"nobody\": an id is kind:name")]
    [InlineData("to_id", "supplies:x", "to_id: \"supplies:x\": must begin with the kind of an actor")]
    [InlineData("type", "SELLS", "type: \"SELLS\": is no RelationType; one of MEMBER_OF,")]
    [InlineData("type", "", "type: is missing")]
    [InlineData("product_id", "", "product_id: is missing; a flow names its product")]
    [InlineData("input_group", "", "input_group: is missing; SUPPLIES names the input group of the buyer")]
    public void One_problem_is_told_with_its_cell(string column, string value, string expected)
    {
        string[] columns = ["type", "from_id", "to_id", "product_id", "input_group", .. new[] { column }.Where(c => c is not ("type" or "from_id" or "to_id" or "product_id" or "input_group"))];
        var row = columns.Select(c => c == column ? value : c switch { "type" => "SUPPLIES", "from_id" => "firm:a", "to_id" => "firm:b", "product_id" => "product:p", _ => "in" });
        var problem = Assert.Single(Check(("f", string.Join('\t', columns) + "\n" + string.Join('\t', row))).Set.Problems);
        Assert.StartsWith("f:2:", problem.ToString(), StringComparison.Ordinal);
        Assert.Contains(": " + expected, problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id,nam\nfirm:a,A", "f:1:4: \"nam\": is no column; columns are record, id, type,")]
    [InlineData("id,name,name\n", "f:1:9: \"name\": is named twice")]
    [InlineData("id,name,from_id\n", "f:1:1: record: is missing; a file with columns of actors and of relations")]
    [InlineData("", "f: has no header")]
    [InlineData("record,id,name\nthing,firm:a,A", "f:2:1: record: \"thing\": is neither actor nor relation")]
    [InlineData("id,name\nfirm:a", "f:2:1: the row has 1 cells and the header 2")]
    [InlineData("id,name\nfirm:a,A,x", "f:2:1: the row has 3 cells and the header 2")]
    [InlineData("id,name,\nfirm:a,A,x", "f:2:10: \"x\": stands in a column without a name")]
    [InlineData("id,name\n,A", "f:2:1: id: is missing")]
    [InlineData("id,name\nfirm:a,", "f:2:1: name: is missing; an actor has a name")]
    [InlineData("id,name\nfirm:a,A\nfirm:a,B", "f:3:1: id: \"firm:a\": is given twice; first at f:2:1")]
    [InlineData("record,id,name,share\nactor,firm:a,A,0.5", "f:2:16: share: \"0.5\": is a column of relations; this row is an actor")]
    [InlineData("id,name,valid_from,valid_to\nfirm:a,A,2025-01-01,2025-01-01", "f:2:10: valid_from: \"2025-01-01 to 2025-01-01\": to must be later than from")]
    public void A_row_or_header_that_does_not_fit_is_told(string text, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Check(("f", text)).Set.Problems).ToString(), StringComparison.Ordinal);

    [Fact]
    public void All_problems_of_all_files_are_told_and_further_ones_counted()
    {
        var bad = "id,name\n" + string.Concat(Enumerable.Range(0, CsvFiles.MostProblems + 7).Select(i => $"x{i},X\n"));
        var files = Check(("a", "id,name\nfirm:a,A\nbad,B\n"), ("b", bad));
        Assert.Equal(CsvFiles.MostProblems, files.Set.Problems.Count);
        Assert.Equal(CsvFiles.MostProblems + 8, files.TotalProblems);
    }

    [Fact]
    public void The_template_has_every_column_and_can_be_imported_as_it_is()
    {
        var lines = CsvTemplate.Lines().ToArray();
        Assert.Equal(CsvColumns.All.Select(column => column.Name), lines[0].Split(','));
        Assert.StartsWith("\"# ", lines[1], StringComparison.Ordinal);
        var files = Check(("template.csv", string.Join("\r\n", lines)));
        Assert.Empty(files.Set.Problems);
        Assert.Empty(files.Unresolved);
        Assert.Equal(lines.Length - 2, files.Set.Actors.Count);
        Assert.All(files.Set.Actors, change => Assert.Contains("Invented", (change.Change.Actor?.Evidence ?? change.Change.Relation.Evidence).Sources[0].Title, StringComparison.Ordinal));
    }

    internal static CsvFiles Check(params (string Name, string Text)[] texts) =>
        CsvFiles.Check([.. texts.Select(text => new CsvSource(text.Name, () => new StringReader(text.Text)))], separator: null, CancellationToken.None);
}
