using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Tariffs.V1;
using Record = GeoGraph.Contracts.Agreements.V1.Record;

namespace GeoGraph.ServiceTests.Tariffs;

/// <summary>The table of duty algebra among the worked answers, row by row. Quotas, the goods of chapter 73 and value content have tests of their own.</summary>
public sealed class AlgebraTableTests : ClausesTest
{
    [Fact]
    public async Task Eight_percent_of_price_freight_and_insurance_of_ten_each() =>
        Assert.Equal("2.40", (await PriceAsync(Goods("30"), await WriteRecordsAsync(Ordinary("8%")))).TotalDuty);

    [Fact]
    public async Task An_amount_per_hundred_kilograms_in_its_own_currency_and_in_another()
    {
        var rate = new ExchangeRate { Id = "exchange-rate:eur-gbp", FromCurrency = "EUR", ToCurrency = "GBP", Rate = "0.8571", Evidence = Stated };
        var token = await WriteRecordsAsync(Ordinary("35.10 EUR/100 kg"), new Record { ExchangeRate = rate });
        var entry = Goods("1", quantities: ("kg", "10000"));
        entry.Currency = "EUR";
        Assert.Equal("3510.00", (await PriceAsync(entry, token)).TotalDuty);
        entry.Currency = "GBP";
        Assert.Equal("3008.42", (await PriceAsync(entry, token)).TotalDuty);
        entry.Currency = "JPY";
        var refused = await Tariffs.CalculateDutyAsync(new CalculateDutyRequest { Entry = entry }).RefusedAsync();
        Assert.Equal("DATA_MISSING", refused.Reason());
        Assert.Contains("from EUR to JPY is valid on 2026-02-01", refused.Status.Detail, StringComparison.Ordinal);
    }

    // Left max(165.60, 1300), right 1500 − 700.
    [Fact]
    public async Task A_minimum_and_a_maximum_with_a_deduction()
    {
        var entry = Goods("1200", quantities: ("kg", "10000"));
        entry.Currency = "EUR";
        Assert.Equal("800.00", (await PriceAsync(entry, await WriteRecordsAsync(Ordinary("13.8% MIN 13.00/100kg MAX 15.00/100kg - 7.00/100kg")))).TotalDuty);
    }

    [Fact]
    public async Task Value_added_tax_on_value_and_duty()
    {
        var vat = Law("vat", MeasureType.Tax, "8%", authority: "us-vat");
        vat.Measure.Base = new DutyBase { Kind = DutyBaseKind.DutyInclusive };
        var result = await PriceAsync(Goods("30", quantities: ("units", "1")), await WriteRecordsAsync(Ordinary("$1000 each"), vat));
        Assert.Equal(("1000.00", "82.40", "1112.40"), (result.TotalDuty, result.TotalCharges, result.LandedCost));
    }

    [Theory]
    [InlineData("2.5%", "12.5")]
    [InlineData("4%", "11")]
    [InlineData("17%", null)]
    public async Task A_floor_of_fifteen_tops_up(string ordinary, string? topUp)
    {
        var result = await PriceAsync(Goods("100"), await WriteRecordsAsync(Ordinary(ordinary), Law("floor", MeasureType.AdditionalDuty, "floor 15%", authority: "us-x")));
        Assert.Equal(topUp, result.Lines.SingleOrDefault(line => line.Measure.Id == "measure:floor")?.RatePercent);
    }

    private static Record Ordinary(string duty) => Law("mfn", MeasureType.ThirdCountryDuty, duty);
}
