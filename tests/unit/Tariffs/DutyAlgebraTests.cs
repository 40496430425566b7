using GeoGraph.Core;
using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs;

/// <summary>Worked answers of duty algebra: the examples of the UK and EU tariff calculators, and US fees by 19 CFR 24.23 and 24.24.</summary>
public sealed class DutyAlgebraTests
{
    [Fact]
    public void Eight_percent_of_price_freight_and_insurance() => Assert.Equal(2.40m, Amount("8%", 10m + 10m + 10m));

    [Fact]
    public void An_amount_per_hundred_kilograms() => Assert.Equal(3510.00m, Amount("35.10 EUR / 100 kg", 1m, "EUR", ("kg", 10_000m)));

    [Fact]
    public void Another_currency_goes_by_the_rate_of_the_day()
    {
        var rates = new[]
        {
            new ExchangeRate("exchange-rate:old", "EUR", "GBP", 0.9m, World.From("2024-01-01", "2025-01-01")),
            new ExchangeRate("exchange-rate:now", "EUR", "GBP", 0.8571m, World.From("2025-01-01")),
        };
        Assert.Equal(3008.42m, Amount("35.10 EUR / 100 kg", 1m, "GBP", ("kg", 10_000m), rates));
    }

    // MIN names the least, which takes the larger; MAX names the most, which takes the smaller: min(max(165.60, 1300), 1500 − 700).
    [Fact]
    public void A_max_clause_takes_the_smaller_and_a_min_clause_the_larger() =>
        Assert.Equal(800.00m, Amount("13.8% MIN 13.00/100kg MAX 15.00/100kg − 7.00/100kg", 1200m, "EUR", ("kg", 10_000m)));

    [Fact]
    public void A_min_clause_alone_takes_the_larger() =>
        Assert.Equal(1300.00m, Amount("13.8% MIN 13.00/100kg", 1200m, "EUR", ("t", 10m)));

    [Fact]
    public void Value_added_tax_is_charged_on_the_value_with_duty()
    {
        var vat = World.Extra("vat", "8%", "eu-vat") with { Type = MeasureType.Tax, Base = new DutyBase(DutyBaseKind.DutyInclusive, "") };
        var entry = World.Entry(30m) with { Quantities = new Dictionary<string, decimal> { ["units"] = 1m } };
        var answer = World.Price(entry, [World.Mfn("$1000 each"), vat]);
        Assert.Equal(1000m, answer.TotalDuty);
        Assert.Equal(82.40m, Assert.Single(answer.Charges).Amount);
    }

    // HTS 7326.90.86.88 from China, value 14,172.00.
    [Fact]
    public void Layers_add_up_and_an_exempt_layer_is_named()
    {
        var answer = World.Price(World.Entry(14_172m, code: "7326.90.86.88", origin: "state:CN"),
        [
            World.Mfn("2.9%", "7326.90.86"),
            World.Extra("s301", "25%", "us-s301"),
            World.Extra("reciprocal-exempt", "The duty provided in the applicable subheading", "us-ieepa-reciprocal"),
            World.Extra("s232", "The duty provided in the applicable subheading + 50%", "us-s232-steel"),
        ]);
        Assert.Equal("mfn 2.9% of 14172 = 410.99; s232 50% of 14172 = 7086.00; s301 25% of 14172 = 3543.00", answer.Lines());
        Assert.Equal(11_039.99m, answer.TotalDuty);
        Assert.Equal("rate is 0", Assert.Single(answer.NotApplied).Reason);
    }

    [Theory]
    [InlineData("2.5%", 12.5)]
    [InlineData("4%", 11)]
    [InlineData("17%", 0)]
    [InlineData("15%", 0)]
    [InlineData("Free", 15)]
    public void A_floor_tops_the_ordinary_duty_up(string ordinary, double topUp)
    {
        var answer = World.Price(World.Entry(), [World.Mfn(ordinary), World.Extra("floor", "floor 15%", "us-ieepa-reciprocal")]);
        Assert.Equal((decimal)topUp, answer.Lines.Skip(1).Sum(line => line.RatePercent));
        if (topUp == 0)
            Assert.Equal("already at or above 15%", Assert.Single(answer.NotApplied).Reason);
    }

    // US note 2(v)(xix): 50 cents per kilogram on goods of 10 dollars is 5%.
    [Fact]
    public void A_floor_meets_a_specific_duty_by_its_ad_valorem_equivalent()
    {
        var entry = World.Entry(10m) with { Quantities = new Dictionary<string, decimal> { ["kg"] = 1m } };
        var answer = World.Price(entry, [World.Mfn("50¢/kg"), World.Extra("floor", "floor 15%", "us-ieepa-reciprocal")]);
        Assert.Equal("mfn 5% of 10 = 0.50; floor 10% of 10 = 1.00", answer.Lines());
    }

    // Entry values and fees of the fiscal years 2025 and 2026.
    [Theory]
    [InlineData("0.3464% MIN $33.58 MAX $651.50", 10_000, 34.64)]
    [InlineData("0.3464% MIN $33.58 MAX $651.50", 5_000, 33.58)]
    [InlineData("0.3464% MIN $33.58 MAX $651.50", 1_000_000, 651.50)]
    [InlineData("0.3464% MIN $32.71 MAX $634.62", 1_000_000, 634.62)]
    [InlineData("0.3464% MIN $33.58 MAX $651.50", 188_077, 651.50)]
    [InlineData("0.3464% MIN $33.58 MAX $651.50", 188_078, 651.50)]
    [InlineData("0.3464% MIN $33.58 MAX $651.50", 9_693, 33.58)]
    [InlineData("0.3464% MIN $33.58 MAX $651.50", 9_700, 33.60)]
    [InlineData("0.125%", 10_000, 12.50)]
    [InlineData("0.125%", 1_000_000, 1_250)]
    public void Fees_have_limits_and_stay_out_of_the_total(string duty, int value, double fee)
    {
        var answer = World.Price(World.Entry(value), [World.Mfn("Free"), World.Extra("fee", duty, "us-fees") with { Type = MeasureType.Fee }]);
        Assert.Equal((decimal)fee, Assert.Single(answer.Charges).Amount);
        Assert.Equal(0m, answer.TotalDuty);
    }

    [Theory]
    [InlineData("4.2%", 1_000_000, "4.2% × 1,000,000.00 = 42,000.00")]
    [InlineData("5.5%", 801, "5.5% × 801.00 = 44.06")]
    [InlineData("Free", 801, "Free = 0.00")]
    [InlineData("6.3¢/kg + 2%", 10_000, "6.3¢/kg × 9,000.5 kg + 2% × 10,000.00 = 767.03")]
    [InlineData("0.3464% MIN $33.58 MAX $651.50", 1_000_000, "0.3464% × 1,000,000.00, at least $33.58, at most $651.50 = 651.50")]
    [InlineData("10% - (1% + 2%)", 100, "10% × 100.00 − (1% × 100.00 + 2% × 100.00) = 7.00")]
    [InlineData("5% + (4% MIN $9)", 100, "5% × 100.00 + (4% × 100.00, at least $9) = 14.00")]
    public void A_calculation_reads_as_money(string duty, int value, string words)
    {
        var entry = World.Entry(value) with { Quantities = new Dictionary<string, decimal> { ["kg"] = 9_000.5m } };
        Assert.Equal(words, World.Price(entry, [World.Mfn(duty)]).Lines[0].Calculation);
    }

    // HTS 1701.13.05: 1.4606 − 4 × 0.020668 = 1.377928¢/kg at 96 degrees; at 70 degrees 0.84056, which the least, 0.943854, exceeds.
    [Theory]
    [InlineData(100, "14.61")]
    [InlineData(96, "13.78")]
    [InlineData(95.5, "13.68")]
    [InlineData(70, "9.44")]
    [InlineData(101, "14.61")]
    public void Sugar_pays_less_for_each_degree_under_100_down_to_the_least(double degrees, string duty)
    {
        var entry = World.Entry(1000m) with { Quantities = new Dictionary<string, decimal> { ["kg"] = 1000m, ["degrees"] = (decimal)degrees } };
        Assert.Equal(decimal.Parse(duty, System.Globalization.CultureInfo.InvariantCulture), World.Price(entry, [World.Mfn(Sugar)]).TotalDuty);
    }

    [Fact]
    public void Sugar_of_unknown_degrees_is_conditional()
    {
        var answer = World.Price(World.Entry(1000m) with { Quantities = new Dictionary<string, decimal> { ["kg"] = 1000m } }, [World.Mfn(Sugar)]);
        Assert.Equal(DutyOutcome.Conditional, answer.Outcome);
        Assert.Equal(["quantities.degree"], answer.MissingFacts);
    }

    // HTS 9105.19.30: ten clocks with 110 jewels have 40 over 7 each: 10 × 43¢ + 40 × 2.8¢ = 5.42.
    [Theory]
    [InlineData(110, "5.42")]
    [InlineData(60, "4.30")]
    public void Jewels_over_seven_count_by_piece(int jewels, string duty)
    {
        var entry = World.Entry(1000m) with { Quantities = new Dictionary<string, decimal> { ["units"] = 10m, ["jewels"] = jewels } };
        Assert.Equal(decimal.Parse(duty, System.Globalization.CultureInfo.InvariantCulture), World.Price(entry, [World.Mfn("43¢ each + 2.8¢/jewel over 7")]).TotalDuty);
    }

    private const string Sugar =
        "1.4606¢/kg less 0.020668¢/kg for each degree under 100 degrees (and fractions of a degree in proportion) but not less than 0.943854¢/kg";

    [Fact]
    public void Half_a_cent_goes_away_from_zero() => Assert.Equal(0.13m, Amount("12.5%", 1.00m));

    [Fact]
    public void A_part_is_charged_on_its_own_value()
    {
        var answer = World.Price(World.Entry(100m, facts: ("content_value.case", "40")), [World.Mfn("2% + 10% on the case")]);
        Assert.Equal(6m, answer.TotalDuty);
        var assumed = World.Price(World.Entry(100m), [World.Mfn("2% + 10% on the case")]);
        Assert.Equal(12m, assumed.TotalDuty);
        Assert.Equal("content_value.case", Assert.Single(assumed.Assumptions).Fact);
    }

    [Fact]
    public void A_missing_exchange_rate_is_missing_data()
    {
        var error = Assert.Throws<GeoGraphException>(() => Amount("1 EUR/kg", 1m, "GBP", ("kg", 1m)));
        Assert.Equal(ErrorReason.DataMissing, error.Reason);
        Assert.Contains("EUR to GBP", error.Message, StringComparison.Ordinal);
    }

    private static decimal Amount(string duty, decimal value, string currency = "USD", (string Unit, decimal Amount)? quantity = null, ExchangeRate[]? rates = null)
    {
        var entry = World.Entry(value) with { Currency = currency };
        if (quantity is { } given)
            entry = entry with { Quantities = new Dictionary<string, decimal> { [given.Unit] = given.Amount } };
        var schedule = ScheduleCompiler.Compile(new ScheduleSource { Measures = [World.Mfn(duty)], ExchangeRates = rates ?? [] });
        return new DutyCalculator(schedule).Calculate(entry, DutyQuestion.Settled).TotalDuty!.Value;
    }
}
