using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.UnitTests.Exposure;

public sealed class GraphBuilderTests
{
    [Fact]
    public void A_flow_takes_at_most_32_bytes_beside_the_ids()
    {
        var world = new World();
        for (var firm = 0; firm < 100; firm++)
            world.Firm($"F{firm}");
        for (var flow = 0; flow < 5000; flow++)
        {
            world.Supply($"F{flow % 100}", $"F{(flow + 1 + (flow / 100)) % 100}", $"{1000 + (flow % 7)}", $"group-{flow % 3}", flow + 1m)
                .Relations[^1] = world.Relations[^1] with { Id = EntityId.Parse($"supplies:{flow}"), Share = 0.01m };
        }

        var graph = world.Compile().Graph;

        Assert.Equal(5000, graph.Flows.Count);
        Assert.InRange(graph.Flows.Columns.Bytes + graph.Groups.Bytes + graph.Transits.Bytes, 1, 32 * 5000);
    }

    [Theory]
    [InlineData(-0.1, nameof(DataFault.ShareOutOfRange))]
    [InlineData(1.1, nameof(DataFault.ShareOutOfRange))]
    [InlineData(1.0, null)]
    public void Shares_lie_between_0_and_1(double share, string? fault) =>
        AssertFault(row => row with { Share = (decimal)share }, fault);

    [Theory]
    [InlineData(-1, nameof(DataFault.ValueOutOfRange))]
    [InlineData(900_000_000_000_001, nameof(DataFault.ValueOutOfRange))]
    [InlineData(900_000_000_000_000, null)]
    [InlineData(0, null)]
    public void Values_lie_between_0_and_900_trillion(long value, string? fault) => AssertFault(row => row with { ValueUsdPerYear = value }, fault);

    [Fact]
    public void A_relation_to_an_absent_node_is_refused() => AssertFault(row => row with { From = World.Id("NOBODY") }, nameof(DataFault.AbsentNode));

    [Fact]
    public void A_node_that_supplies_itself_is_refused() => AssertFault(row => row with { From = row.To }, nameof(DataFault.SelfSupply));

    [Fact]
    public void A_flow_without_group_and_product_is_refused() => AssertFault(row => row with { InputGroup = null, Product = null }, nameof(DataFault.MissingGroup));

    [Fact]
    public void A_flow_without_group_feeds_the_group_of_its_product()
    {
        var graph = TwoFirms(row => row with { InputGroup = null }).Compile().Graph;

        Assert.Equal("hs:1001", graph.Groups.Name(0));
    }

    [Fact]
    public void Ids_that_stand_on_several_rows_are_refused_on_all_of_them()
    {
        var world = TwoFirms(row => row);
        world.Relations.Add(world.Relations[0] with { ValueUsdPerYear = 2m });
        var compiled = world.Compile();

        Assert.Equal(DataFault.DuplicateId, compiled.Report.Findings.Single().Fault);
        Assert.Equal((0, 2), (compiled.Report.RelationsTaken, compiled.Report.RelationsRefused));
    }

    [Fact]
    public void A_relation_that_shares_no_date_with_its_ends_is_refused()
    {
        var world = new World().Node("A", NodeKind.Firm, new ValidPeriod(World.Day, null)).Firm("B")
            .Supply("A", "B", "1001", "wheat", 1m).Change("supplies:A-B", row => row with { Valid = new ValidPeriod(null, World.Day) });

        Assert.Equal(DataFault.NeverValid, world.Compile().Report.Findings.Single().Fault);
    }

    [Fact]
    public void A_transit_that_breaks_a_rule_is_refused_and_the_flow_is_kept()
    {
        var compiled = TwoFirms(row => row).Chokepoints("c").Change("supplies:A-B", row => row with
        {
            Transits = [Pass("chokepoint:none", 1m), Pass("firm:A", 1m), Pass("chokepoint:c", 0.3m), Pass("chokepoint:c", 0.4m)],
        }).Compile();

        Assert.Equal(3, compiled.Report.Findings.Count(finding => finding.Fault == DataFault.TransitRefused));
        Assert.Equal(1, compiled.Report.RelationsTaken);
        Assert.Equal(0.4m, compiled.Graph.Transits.OfFlow(0).ToArray().Single().Share);

        static TransitRow Pass(string chokepoint, decimal share) => new(EntityId.Parse(chokepoint), share);
    }

    [Fact]
    public void Stated_shares_above_one_on_some_date_are_named_and_scaled()
    {
        var compiled = Shared(0.9m, 0.6m).Compile();
        var shares = compiled.Graph.At(World.Day, RevisionToken.Empty).Shares(0);

        Assert.Contains("sum to 1.5", compiled.Report.Findings.Single(finding => finding.Fault == DataFault.GroupOverOne).Detail);
        Assert.Equal([0.6m, 0.4m], shares.Members.Select(member => member.Share));
        Assert.Equal(0m, shares.Unknown);
    }

    [Fact]
    public void Stated_shares_that_exceed_one_only_across_dates_are_no_fault()
    {
        var world = Shared(0.9m, 0.6m).Change("supplies:A-B", row => row with { Valid = new ValidPeriod(null, World.Day) })
            .Change("supplies:C-B", row => row with { Valid = new ValidPeriod(World.Day, null) });

        Assert.Empty(world.Compile().Report.Findings);
    }

    [Fact]
    public void A_group_of_no_value_has_unknown_shares()
    {
        var shares = TwoFirms(row => row with { ValueUsdPerYear = 0m }).View().Shares(0);

        Assert.Null(shares.Members.Single().Share);
        Assert.Equal(1m, shares.Unknown);
    }

    [Fact]
    public void Output_zero_beside_sales_is_named_and_counts_as_not_stated()
    {
        var compiled = new World().Node("A", NodeKind.Firm, output: 0m).Node("C", NodeKind.Firm, output: -1m).Node("B", NodeKind.Firm, output: 5m)
            .Supply("A", "B", "1001", "wheat", 1m).Compile();

        Assert.Equal([DataFault.ZeroOutputWithSales, DataFault.OutputOutOfRange], compiled.Report.Findings.Select(finding => finding.Fault));
        Assert.Equal([null, 5m, null], Enumerable.Range(0, 3).Select(compiled.Graph.OutputOf));
    }

    [Fact]
    public void Relations_that_no_question_reads_are_counted()
    {
        var world = TwoFirms(row => row).Node("product:chip", NodeKind.Product).Node("product:wafer", NodeKind.Product).Relate(RelationKind.Requires, "product:chip", "product:wafer");

        Assert.Equal((1, 0, 1), world.Compile().Report is var report ? (report.RelationsTaken, report.RelationsRefused, report.RelationsUnused) : default);
    }

    private static World TwoFirms(Func<RelationRow, RelationRow> change) =>
        new World().Firm("A").Firm("B").Supply("A", "B", "1001", "wheat", 1m).Change("supplies:A-B", change);

    private static World Shared(decimal first, decimal second) => new World().Firm("A").Firm("B").Firm("C")
        .Supply("A", "B", "1001", "wheat", null).Supply("C", "B", "1001", "wheat", null)
        .Change("supplies:A-B", row => row with { Share = first }).Change("supplies:C-B", row => row with { Share = second });

    private static void AssertFault(Func<RelationRow, RelationRow> change, string? fault)
    {
        var report = TwoFirms(change).Compile().Report;

        Assert.Equal(fault is null ? [] : [fault], report.Findings.Select(finding => finding.Fault.ToString()));
        Assert.Equal(fault is null ? 1 : 0, report.RelationsTaken);
    }
}
