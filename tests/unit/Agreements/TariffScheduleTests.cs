using GeoGraph.Agreements;
using GeoGraph.Agreements.Storage;
using GeoGraph.Core;

namespace GeoGraph.UnitTests.Agreements;

public sealed class TariffScheduleTests
{
    private static readonly Evidence Stated = new() { Sources = [new Source("s", "", "", "19 U.S.C. 1202", "", null, "")] };

    private static readonly TariffHeading Machines = new()
    {
        Id = EntityId.Parse("tariff-heading:us-8457"),
        ImposedById = EntityId.Parse("state:US"),
        Code = HsCode.Parse("8457"),
        Lines =
        [
            new TariffLine { Code = HsCode.Parse("8457"), Description = "Machining centers for working metal 𝟏" },
            new TariffLine
            {
                Code = HsCode.Parse("8457.10.00"),
                Indent = 1,
                Description = "Machining centers for working metal 𝟐: Machining centers",
                General = "4.2%",
                Special = "Free (A*,AU)",
                Other = "30%",
                Footnotes = ["See 9903.88.01."],
                Headings = ["9903.88.01"],
                Valid = new ValidPeriod(null, new DateOnly(2026, 1, 1)),
            },
            new TariffLine
            {
                Code = HsCode.Parse("8457.10.00.05"),
                Indent = 2,
                Description = "Machining centers for working metal 𝟐: Machining centers: Used or rebuilt",
                Units = ["No."],
                QuotaQuantity = "10,000 kg",
                AdditionalDuties = "No additional duty",
                Valid = new ValidPeriod(new DateOnly(2026, 1, 1), null),
            },
        ],
        Evidence = Stated,
    };

    [Fact]
    public void A_heading_comes_back_from_its_node_as_it_went()
    {
        var node = RecordNodes.ToNode(Machines);
        var back = Assert.IsType<TariffHeading>(RecordNodes.ToRecord(node));
        Assert.Equal(Machines.Lines.Select(Written), back.Lines.Select(Written));
        Assert.Equal(node.Properties, RecordNodes.ToNode(back).Properties);
        Assert.Equal("TARIFF_HEADING", node.Label);
        Assert.Equal(["imposed_by"], node.References.Select(reference => reference.Role));
    }

    [Fact]
    public void A_row_is_kept_without_what_it_has_in_common_with_the_row_before()
    {
        var properties = RecordNodes.ToNode(Machines).Properties;
        Assert.Contains("""{"as_before":57,"line":{"additional_duties":"No additional duty","code":"8457.10.00.05","description":": Used or rebuilt",""", properties);
        Assert.Contains("""{"as_before":36,"line":{"code":"8457.10.00",""", properties);
    }

    [Fact]
    public void Every_violation_of_a_heading_is_told_at_once()
    {
        var line = new TariffLine { Code = HsCode.Parse("8457.10"), Valid = new ValidPeriod(null, new DateOnly(2026, 1, 1)) };
        var bad = Machines with
        {
            Id = EntityId.Parse("tariff-heading:us-8458"),
            Lines = [line, line with { Valid = new ValidPeriod(new DateOnly(2025, 12, 31), null) }, line with { Code = HsCode.Parse("8458"), Indent = -1 }],
        };
        Assert.Equal(["r.id", "r.lines[1].valid", "r.lines[2].code", "r.lines[2].indent"], Check(bad));
        Assert.Equal(["r.lines"], Check(Machines with { Lines = [] }));
    }

    [Fact]
    public void Revisions_of_a_schedule_are_named_apart_and_on_growing_dates()
    {
        var schedule = new TariffSchedule
        {
            Id = EntityId.Parse("tariff-schedule:us"),
            Title = "HTS",
            Revisions = [new ScheduleRevision("a", new DateOnly(2025, 1, 1), 3), new ScheduleRevision("a", new DateOnly(2025, 1, 1), -1)],
            Evidence = Stated,
        };
        Assert.Equal(["r.revisions[1].name", "r.revisions[1].effective_from", "r.revisions[1].rows"], Check(schedule));
        Assert.Empty(Check(schedule with { Revisions = [schedule.Revisions[0]] }));
    }

    private static string Written(TariffLine line) =>
        string.Join('|', line.Code, line.Indent, line.Description, string.Join(',', line.Units), line.General, line.Special, line.Other,
            string.Join(',', line.Footnotes), string.Join(',', line.Headings), line.QuotaQuantity, line.AdditionalDuties, line.Valid);

    private static IEnumerable<string> Check(DatedRecord record)
    {
        var violations = new Violations();
        RecordRules.Check(record, "r", violations);
        return violations.Found.Select(violation => violation.Field);
    }
}
