using GeoGraph.Core;
using GeoGraph.Tariffs;
using static GeoGraph.UnitTests.Tariffs.Bills;

namespace GeoGraph.UnitTests.Tariffs;

public sealed class BillRulesTests
{
    [Fact]
    public void Every_violation_is_told_at_once()
    {
        var bill = Bill(Material(-1, code: "84x"), Material(60, null) with { WhollyObtained = true, RegionalValue = 61m }, Material(60, "TW")) with
        {
            Code = "84",
            MadeIn = EntityId.Parse("firm:x"),
            Currency = "usd",
            NetCost = 0m,
            LabourValue = -1m,
            WhollyObtained = true,
        };
        Assert.Equal(
            ["hs", "made_in_id", "currency", "wholly_obtained", "materials[0].hs", "materials[0].value", "materials[1].regional_value", "materials[1].wholly_obtained",
                "transaction_value", "fob_value", "ex_works_price", "net_cost", "labour_value"],
            Fields(bill));
    }

    [Fact]
    public void A_bill_without_materials_says_that_the_good_is_wholly_obtained()
    {
        Assert.Equal(["materials"], Fields(Bill()));
        Assert.Empty(Fields(Bill() with { WhollyObtained = true }));
    }

    [Fact]
    public void Materials_are_together_worth_no_more_than_any_value() =>
        Assert.Equal(["fob_value"], Fields(Bill(Material(90)) with { FobValue = 89.99m }));

    [Fact]
    public void A_bill_without_a_date_or_place_is_refused() =>
        Assert.Equal(["made_in_id", "on"], Fields(Bill(Material(1)) with { MadeIn = default, On = default }));

    private static List<string> Fields(OriginBill bill)
    {
        var violations = new Violations();
        BillRules.Check(bill, violations);
        return [.. violations.Found.Select(violation => violation.Field)];
    }
}
