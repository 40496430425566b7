using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Conformance;

public abstract partial class GraphStoreConformance
{
    private async Task<string[]> SearchAsync(string text, int limit = 50, params string[] labels) =>
        [.. (await (await LatestAsync()).SearchNamesAsync(new NameQuery { Text = text, Limit = limit, Labels = labels }, Patience)).Select(hit => $"{hit.Node.Id} {hit.Match}")];

    private Task NamesAsync() => WriteAsync(
        Put(Firm("tsmc", English("Taiwan Semiconductor Manufacturing Company"), new LocalName("zh-Hant", "台灣積體電路製造"), new LocalName("zh-Hant", "台積電"), English("TSMC"))),
        Put(Firm("asml", English("ASML Holding"))), Put(State("TW", English("Taiwan"), new LocalName("zh-Hant", "臺灣"))),
        Put(Firm("percent", English("100% Chips_Inc"))), Put(Firm("societe", English("Société Générale"))), Put(Firm("quote", English("Say \"chips\" (now)"))));

    [Theory]
    [InlineData("台積電")]
    [InlineData("tsmc")]
    [InlineData("TSMC")]
    [InlineData("ＴＳＭＣ")]
    [InlineData("  tsmc ")]
    public async Task Firm_is_found_by_its_name_in_any_script_and_case(string text)
    {
        await NamesAsync();
        Assert.Equal(["firm:tsmc Whole"], await SearchAsync(text));
    }

    [Fact]
    public async Task Two_characters_of_chinese_find_a_name()
    {
        await NamesAsync();
        Assert.Equal(["firm:tsmc Prefix"], await SearchAsync("台積"));
        Assert.Equal(["firm:tsmc Within"], await SearchAsync("電"));
        Assert.Equal(["state:TW Whole", "firm:tsmc Prefix"], await SearchAsync("台湾"));
    }

    [Fact]
    public async Task Better_fits_come_first_and_then_the_order_of_ids()
    {
        await WriteAsync(Put(Firm("x3", English("Chip"))), Put(Firm("x1", English("Micro chip"))), Put(Firm("x2", English("Chip maker"))), Put(Firm("x0", English("Chipper"))));
        Assert.Equal(["firm:x3 Whole", "firm:x0 Prefix", "firm:x2 Prefix", "firm:x1 Within"], await SearchAsync("chip"));
    }

    [Fact]
    public async Task Search_is_cut_at_its_limit_after_ordering()
    {
        await WriteAsync(Put(Firm("x1", English("Micro chip"))), Put(Firm("x2", English("Chip maker"))), Put(Firm("x3", English("Chip"))));
        Assert.Equal(["firm:x3 Whole", "firm:x2 Prefix"], await SearchAsync("chip", 2));
    }

    [Fact]
    public async Task Of_names_of_former_ids_that_fit_alike_the_first_id_tells_its_own()
    {
        await WriteAsync(Put(Firm("x", English("Chip maker"))), Put(Firm("a", English("Micro Limited"))), Put(Firm("b", English("Micro Ltd"))));
        await WriteAsync(new Merge(Id("firm:b"), Id("firm:x")));
        await WriteAsync(new Merge(Id("firm:a"), Id("firm:x")));
        var hit = Assert.Single(await (await LatestAsync()).SearchNamesAsync(new NameQuery { Text = "micro l" }, Patience));
        Assert.Equal(English("Micro Limited"), hit.Name);
    }

    [Fact]
    public async Task Node_is_told_once_with_its_best_name()
    {
        await NamesAsync();
        var hit = Assert.Single(await (await LatestAsync()).SearchNamesAsync(new NameQuery { Text = "taiwan", Labels = ["FIRM"] }, Patience));
        Assert.Equal(English("Taiwan Semiconductor Manufacturing Company"), hit.Name);
        hit = Assert.Single(await (await LatestAsync()).SearchNamesAsync(new NameQuery { Text = "tsmc" }, Patience));
        Assert.Equal(English("TSMC"), hit.Name);
    }

    [Fact]
    public async Task Id_counts_as_a_name()
    {
        await NamesAsync();
        Assert.Equal(["firm:societe Whole"], await SearchAsync("firm:societe"));
        Assert.Equal(["firm:percent Whole"], await SearchAsync("percent"));
        Assert.Equal(["firm:percent Prefix"], await SearchAsync("perc"));
        Assert.Null(Assert.Single(await (await LatestAsync()).SearchNamesAsync(new NameQuery { Text = "perc" }, Patience)).Name);
        Assert.Empty(await SearchAsync("firm"));
    }

    [Theory]
    [InlineData("100%", "firm:percent Prefix")]
    [InlineData("0% c", "firm:percent Within")]
    [InlineData("s_i", "firm:percent Within")]
    [InlineData("\"chips\"", "firm:quote Within")]
    [InlineData("(now)", "firm:quote Within")]
    [InlineData("societe gen", "firm:societe Prefix")]
    public async Task Every_character_stands_for_itself(string text, string expected)
    {
        await NamesAsync();
        Assert.Equal([expected], await SearchAsync(text));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("a%n")]
    [InlineData("t_mc")]
    [InlineData("*")]
    [InlineData("tsm*")]
    [InlineData("tsmc OR asml")]
    [InlineData("\0")]
    public async Task No_character_is_a_wildcard(string text)
    {
        await WriteAsync(Put(Firm("tsmc", English("TSMC"))), Put(Firm("asml", English("ASML an"))));
        Assert.Empty(await SearchAsync(text));
    }

    [Fact]
    public async Task Search_keeps_to_labels()
    {
        await NamesAsync();
        Assert.Equal(["state:TW Whole"], await SearchAsync("taiwan", 50, "STATE"));
        Assert.Empty(await SearchAsync("taiwan", 50, "PERSON"));
        Assert.Empty(await SearchAsync("state:TW", 50, "FIRM"));
    }

    [Fact]
    public async Task Survivor_is_found_by_the_duplicate_s_names_and_id()
    {
        await WriteAsync(Put(Firm("a", English("Alpha"))), Put(Firm("b", English("Beta"))), new Merge(Id("firm:b"), Id("firm:a")));
        Assert.Equal(["firm:a Whole"], await SearchAsync("beta"));
        Assert.Equal(["firm:a Whole"], await SearchAsync("firm:b"));
        Assert.Equal(["firm:a Whole"], await SearchAsync("b"));
        Assert.Equal(English("Beta"), Assert.Single(await (await LatestAsync()).SearchNamesAsync(new NameQuery { Text = "bet" }, Patience)).Name);
    }

    [Fact]
    public async Task Name_that_was_taken_away_finds_nothing()
    {
        await WriteAsync(Put(Firm("a", English("Alpha"), English("First"))));
        await WriteAsync(Put(Firm("a", English("Omega"))));
        Assert.Empty(await SearchAsync("alpha"));
        Assert.Equal(["firm:a Whole"], await SearchAsync("omega"));
        await WriteAsync(new Delete(Id("firm:a")));
        Assert.Empty(await SearchAsync("omega"));
    }

    [Fact]
    public async Task Search_at_an_older_revision_finds_the_names_of_then()
    {
        await WriteAsync(Put(Firm("a", English("Alpha"))));
        var reader = await LatestAsync();
        await WriteAsync(Put(Firm("a", English("Omega"))), Put(Firm("b", English("Alpha two"))));
        Assert.Equal("Alpha", Assert.Single(await reader.SearchNamesAsync(new NameQuery { Text = "alpha" }, Patience)).Node.Names[0].Text);
        Assert.Empty(await reader.SearchNamesAsync(new NameQuery { Text = "om" }, Patience));
    }
}
