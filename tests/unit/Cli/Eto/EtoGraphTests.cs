using GeoGraph.Cli.Import.Csv;
using GeoGraph.Cli.Import.Eto;
using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Common.V1;

namespace GeoGraph.UnitTests.Cli.Eto;

/// <summary>Tables with made-up rows of the publisher's form.</summary>
public sealed class EtoGraphTests
{
    private const string Stages = "stage_id,stage_name,description,market_share_chart_global_market_size_info,market_share_chart_caption,market_share_chart_source\n"
        + "S1,Making,How,$5 billion (2019),Chart of shares.,[Somebody](https://example.org/a) (citing B)\n";

    private const string Inputs = "input_name,input_id,type,stage_name,stage_id,description,market_share_chart_global_market_size_info,market_share_chart_caption,market_share_chart_source\n"
        + "Turning,N1,process,Making,S1,\"A \"\"good\"\"\nstep\",,,\nLathes,N2,tool_resource,,,,,,\nFast lathes,N3,tool_resource,,,,,,\n";

    private const string Providers = "provider_name,provider_id,provider_type,country\nAAA,P1,country,\nVarious,P2,country,\nAcme,P3,organization,AAA\nKnown,P4,organization,BBB\nBBB,P5,country,\n";

    private const string Sequence = "input_name,input_id,goes_into_name,goes_into_id,is_type_of_name,is_type_of_id\nLathes,N2,Turning,N1,,\nFast lathes,N3,,,Lathes,N2\n";

    private const string Provision = "provider_name,provider_id,provided_name,provided_id,share_provided,negligible_market_share\n";

    [Fact]
    public void Stages_and_inputs_are_products_and_what_goes_into_them_is_required()
    {
        var output = Build("");
        Assert.Empty(output.Problems);
        var making = Actor(output, "product:eto-making");
        Assert.Equal("$5 billion (2019)", making.Attributes.Single(a => a.Name == "global_market_size").Value);
        Assert.Equal(("Somebody", "https://example.org/a", "citing B"), (making.Evidence.Sources[1].Title, making.Evidence.Sources[1].Url, making.Evidence.Sources[1].Citation));
        Assert.Equal("A \"good\"\nstep", Actor(output, "product:eto-turning").Description);
        var requires = output.Changes.Select(c => c.Change.Relation).Where(r => r?.Type == RelationType.Requires).Select(r => (r.FromId, r.ToId, r.Inessential, r.Evidence.Inferred));
        Assert.Equal(
            [
                ("product:eto-making", "product:eto-turning", true, true),
                ("product:eto-turning", "product:eto-lathes", false, false),
                ("product:eto-lathes", "product:eto-fast-lathes", true, true),
            ],
            requires);
    }

    [Fact]
    public void Shares_are_exact_and_negligible_is_a_share_that_is_not_known()
    {
        var output = Build("AAA,P1,Making,S1,61%,\nAcme,P3,Lathes,N2,,negligible\nAcme,P3,Making,S1,0.5%,\n");
        Assert.Empty(output.Problems);
        var produces = output.Changes.Select(c => c.Change.Relation).Where(r => r?.Type == RelationType.Produces).ToArray();
        Assert.Equal([("state:AA", "0.61"), ("firm:acme", ""), ("firm:acme", "0.005")], produces.Select(r => (r.FromId, r.Share)));
        Assert.All(produces, r => Assert.Equal(Confidence.Reported, r.Evidence.Confidence));
        Assert.Contains("CC BY-NC 4.0", produces[0].Evidence.Sources[0].Citation, StringComparison.Ordinal);
        Assert.Equal("AAA,P1,Making,S1,61%,", produces[0].Evidence.Sources[0].Quote);
        Assert.Equal("Chart of shares.", produces[0].Evidence.Sources[1].Quote);
        Assert.Contains("negligible", produces[1].Evidence.Sources[0].Quote, StringComparison.Ordinal);
    }

    [Fact]
    public void Various_providers_are_no_actor_and_their_share_stands_at_the_product()
    {
        var output = Build("Various,P2,Making,S1,9%,\n");
        Assert.Equal("0.09", Actor(output, "product:eto-making").Attributes.Single(a => a.Name == "share_of_various_providers").Value);
        Assert.DoesNotContain(output.Changes, change => change.Change.Relation?.Type == RelationType.Produces);
        Assert.Contains("is no one actor", Assert.Single(output.Notes).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_firm_that_the_store_knows_keeps_its_id_and_is_not_written()
    {
        var output = Build("Known,P4,Lathes,N2,,\n");
        Assert.DoesNotContain(output.Changes, change => change.Id == "firm:known");
        Assert.Equal("firm:known", output.Changes[^1].Change.Relation.FromId);
        Assert.DoesNotContain(output.Changes, change => change.Change.Relation is { Type: RelationType.LocatedIn, FromId: "firm:known" });
        Assert.Contains(output.Changes, change => change.Change.Relation is { Type: RelationType.LocatedIn, FromId: "firm:acme", ToId: "state:AA" });
    }

    [Fact]
    public void A_firm_of_the_same_name_elsewhere_is_another_firm()
    {
        var output = Build("", Providers.Replace("Known,P4,organization,BBB", "Known,P4,organization,AAA", StringComparison.Ordinal));
        Assert.Contains(output.Changes, change => change.Id == "firm:eto-p4");
        Assert.Contains("name of another firm", Assert.Single(output.Notes).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AAA,P1,Making,S1,sixty,\n", "provision.csv:2:18: share_provided: \"sixty\": must be a percentage from 0% to 100%")]
    [InlineData("AAA,P1,Making,S1,101%,\n", "provision.csv:2:18: share_provided: \"101%\": must be a percentage from 0% to 100%")]
    [InlineData("AAA,P1,Making,S1,5%,negligible\n", "provision.csv:2:18: share_provided: \"5%\": a share is either a number or negligible")]
    [InlineData("AAA,P1,Making,S1,,some\n", "provision.csv:2:19: negligible_market_share: \"some\": is either empty or \"negligible\"")]
    [InlineData("AAA,P1,Making,S9,5%,\n", "provision.csv:2:15: provided_id: \"S9\": is no stage and no input of the tables")]
    [InlineData("AAA,P9,Making,S1,5%,\n", "provision.csv:2:5: provider_id: \"P9\": is no provider of the tables")]
    [InlineData("AAA,P1,Making\n", "provision.csv:2:1: the row has 3 cells and the header 6")]
    [InlineData("AAA,P1,Making,S1,5%,\nAAA,P1,Making,S1,6%,\n", "provision.csv:3:1: \"produces:eto-p1-s1\": says otherwise than provision.csv:2:1 of the same thing; that one is kept")]
    public void A_row_that_cannot_be_read_is_told_and_the_others_stand(string provision, string expected)
    {
        var output = Build(provision + "Acme,P3,Lathes,N2,,\n");
        Assert.StartsWith(expected, Assert.Single(output.Problems).ToString(), StringComparison.Ordinal);
        Assert.Contains(output.Changes, change => change.Change.Relation is { Type: RelationType.Produces, FromId: "firm:acme" });
    }

    [Fact]
    public void A_row_that_says_the_same_again_is_taken_once()
    {
        var output = Build("AAA,P1,Making,S1,5%,\nAAA,P1,Making,S1,5%,\n");
        Assert.Empty(output.Problems);
        Assert.Contains("says again what provision.csv:2:1 says", Assert.Single(output.Notes).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_country_without_a_state_is_told_once_and_where_it_provides()
    {
        var output = Build("CCC,P6,Making,S1,5%,\n", Providers + "CCC,P6,country,\n");
        Assert.Equal(
            ["providers.csv:7:1: provider_name: \"CCC\": is the ISO 3166 alpha-3 code of no state", "provision.csv:2:5: provider_id: \"P6\": is the provider that could not be read at providers.csv:7:1"],
            output.Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void A_table_of_another_form_is_refused_whole()
    {
        var refused = Assert.Throws<IOException>(() => EtoTable.Read(Source("provision.csv", "a,b\n"), ["provider_id", "a"], []));
        Assert.Equal("provision.csv: the header has no provider_id, so nothing was written", refused.Message);
    }

    private static Actor Actor(EtoOutput output, string id) => output.Changes.Single(change => change.Id == id).Change.Actor;

    private static EtoOutput Build(string provision, string providers = Providers)
    {
        var output = new EtoOutput();
        var tables = new EtoTables(Read("stages.csv", Stages), Read("inputs.csv", Inputs), Read("providers.csv", providers), Read("provision.csv", Provision + provision), Read("sequence.csv", Sequence));
        var known = new EtoFirm("firm:known", IsOurs: false, new HashSet<string> { "state:BB" });
        EtoGraph.Build(tables, new EtoStore(new Dictionary<string, string> { ["AAA"] = "state:AA", ["BBB"] = "state:BB" }, new Dictionary<string, EtoFirm> { ["known"] = known }), output);
        return output;

        IReadOnlyList<EtoRow> Read(string name, string text) => EtoTable.Read(Source(name, text), text[..text.IndexOf('\n', StringComparison.Ordinal)].Split(','), output.Problems);
    }

    private static CsvSource Source(string name, string text) => new(name, () => new StringReader(text));
}
