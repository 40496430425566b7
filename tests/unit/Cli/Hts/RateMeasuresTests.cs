using GeoGraph.Cli.Import.Hts;
using GeoGraph.Contracts.Agreements.V1;
using static GeoGraph.UnitTests.Cli.Hts.SmallRevision;

namespace GeoGraph.UnitTests.Cli.Hts;

public sealed class RateMeasuresTests
{
    [Theory]
    [InlineData("Free", "free")]
    [InlineData("4.2%", "4p2pct")]
    [InlineData("$1.092/kg", "usd1p092-per-kg")]
    [InlineData("0.4¢ each + 6.4%", "0p4ceach-6p4pct")]
    [InlineData("0.4¢  each +6.4%", "0p4ceach-6p4pct")]
    [InlineData("18.9¢/ pf.liter", "18p9c-per-pfpliter")]
    [InlineData("5¢/clean kg", "5c-per-clean-kg")]
    [InlineData("62¢/pr. + 13.7%", "62c-per-prp-13p7pct")]
    public void Ids_end_with_the_rate_as_the_starter_data_has_it(string text, string name) => Assert.Equal(name, RateText.Of(HtsText.Plain(text)).Name);

    [Theory]
    [InlineData("Free (A*,AU, BH) 5.5% (JP) See 9823.01.01-9823.01.07 (S+)", "Free: A*,AU,BH; 5.5%: JP; See 9823.01.01-9823.01.07: S+")]
    [InlineData("Free (MA,.OM,P) 30.5¢/kg + 8.5% (P+)", "Free: MA,OM,P; 30.5¢/kg + 8.5%: P+")]
    [InlineData("See 9919.04.50, 9919.04.67 (PA (PA)", "See 9919.04.50, 9919.04.67: PA,PA")]
    [InlineData("A duty upon the value of the repairs (see U.S. note 3 of this subchapter) (B,C,)", "A duty upon the value of the repairs (see U.S. note 3 of this subchapter): B,C")]
    [InlineData("Free, under the terms of U.S. note 1(b) to this subchapter", "Free, under the terms of U.S. note 1(b) to this subchapter: ")]
    public void Column_1_special_is_split_into_rates_and_letters(string text, string parts) =>
        Assert.Equal(parts, string.Join("; ", SpecialColumn.Split(text).Select(part => $"{part.Rate}: {string.Join(',', part.Letters)}")));

    [Fact]
    public async Task One_measure_stands_for_a_rate_and_one_for_a_rate_of_a_programme()
    {
        var records = Import(await ReadAsync("2026-basic", "2026-01-01",
            Row("8457.10.00", 1, "Centers", "4.2%", "Free (AU,S) 2% (JP)", "30%"),
            Row("8457.10.00.05", 2, "Used"),
            Row("8457.20.00", 1, "Stations", "4.2 %", "", "30%"),
            Row("9903.88.01", 0, "Goods of China", "The duty provided in the applicable subheading + 25%", "", "No change")));
        Assert.Equal(
            ["measure:us-column-1-4p2pct", "measure:us-column-2-30pct", "measure:us-special-au", "measure:us-special-jp-2pct", "measure:us-special-s"],
            records.Where(record => record.Measure is not null).Select(record => record.Measure.Id).Order(StringComparer.Ordinal));
        var general = records.Measure("measure:us-column-1-4p2pct");
        Assert.Equal((MeasureType.ThirdCountryDuty, "us-column-1", "4.2%", "state:US"), (general.Type, general.Authority, general.Duty, general.ImposedById));
        Assert.Equal(["8457.10.00", "8457.20.00"], general.Goods.Include);
        Assert.Equal(["state:BY", "state:CU", "state:KP", "state:RU"], general.Origins.ExcludeIds);
        Assert.Equal("hts:2026-basic", Assert.Single(general.Evidence.Sources).Id);
        Assert.Equal(general.Origins.ExcludeIds, records.Measure("measure:us-column-2-30pct").Origins.IncludeIds);
        var usmca = records.Measure("measure:us-special-s");
        Assert.Equal(["state:CA", "state:MX"], usmca.Origins.IncludeIds);
        Assert.Equal(["special_program S,S+", "usmca_originating true"], Assert.Single(usmca.Conditions).AnyOf.Select(test => $"{test.Fact} {test.Value}"));
        Assert.Equal(("agreement:usmca", "General note 11"), (usmca.LegalBasisId, usmca.LegalBasis));
        Assert.Equal("2%", records.Measure("measure:us-special-jp-2pct").Duty);
    }

    [Fact]
    public async Task A_rate_that_changed_is_dated_in_a_goods_list_and_one_that_stayed_is_not()
    {
        var records = Import(
            await ReadAsync("2025-basic", "2025-01-01", Row("8457.10.00", 1, "Centers", "4.2%"), Row("8457.20.00", 1, "Stations", "4.2%")),
            await ReadAsync("2026-basic", "2026-01-01", Row("8457.10.00", 1, "Machining centers", "4.2%"), Row("8457.20.00", 1, "Stations", "3%")),
            await ReadAsync("2026-rev-1", "2026-02-01", Row("8457.10.00", 1, "Machining centers", "4.2%"), Row("8457.20.00", 1, "Stations", "4.2%")));
        var duty = records.Measure("measure:us-column-1-4p2pct");
        Assert.Equal(["8457.10.00"], duty.Goods.Include);
        Assert.Equal(["goods-list:us-column-1-4p2pct"], duty.Goods.IncludeListIds);
        var list = records.Single(record => record.GoodsList?.Id == "goods-list:us-column-1-4p2pct").GoodsList;
        Assert.Equal(["8457.20.00 until 2026-1-1", "8457.20.00 from 2026-2-1"], list.Entries.Select(entry =>
            $"{entry.Codes.Single()} {(entry.Valid.From is { } from ? $"from {from.Year}-{from.Month}-{from.Day}" : $"until {entry.Valid.To.Year}-{entry.Valid.To.Month}-{entry.Valid.To.Day}")}"));
        Assert.Empty(records.Measure("measure:us-column-1-3pct").Goods.Include);
        Assert.Equal("hts:2026-basic", records.Measure("measure:us-column-1-3pct").Evidence.Sources[0].Id);
    }

    [Fact]
    public async Task A_programme_prolonged_for_the_past_stands_in_two_versions()
    {
        var records = Import(await ReadAsync("2026-basic", "2026-01-01", Row("8457.10.00", 1, "Centers", "4.2%", "Free (D)")));
        var (before, after) = (records.Measure("measure:us-special-d-lapsed"), records.Measure("measure:us-special-d"));
        Assert.Equal((2025, 10, 1), (before.Effective.To.Year, before.Effective.To.Month, before.Effective.To.Day));
        Assert.Equal(before.Known.To, after.Known.From);
        Assert.Equal(2027, after.Effective.To.Year);
    }

    [Fact]
    public async Task Goods_for_which_more_must_hold_have_a_measure_of_their_own()
    {
        var records = Import(await ReadAsync("2026-basic", "2026-01-01", Row("8703.23.01", 1, "Cars", "2.5%", "Free (S)"), Row("8708.29.51", 1, "Parts", "2.5%", "Free (S)")));
        Assert.Equal(["8708.29.51"], records.Measure("measure:us-special-s").Goods.Include);
        var cars = records.Measure("measure:us-special-s-autos");
        Assert.Equal(["8703.23.01"], cars.Goods.Include);
        Assert.Equal(["special_program", "regional_value_content"], cars.Conditions.Select(condition => condition.AnyOf[0].Fact));
        Assert.Equal(WhenAbsent.Holds, cars.Conditions[1].AnyOf[0].WhenAbsent);
    }

    [Fact]
    public async Task A_text_that_is_no_duty_makes_a_measure_that_is_told_and_not_priced()
    {
        var history = new HtsHistory();
        history.Add(await ReadAsync("2026-basic", "2026-01-01", Row("5810.91.00", 1, "Embroidery", "See additional U.S. note 1", "Free (ZZ)", "See additional U.S. note 1")));
        var records = HtsRecords.Of(history, HtsPrograms.OfUnitedStates, out var rates);
        Assert.Equal("\"See additional U.S. note 1\"", records.Measure("measure:us-column-1-see-additional-upsp-note-1").Duty);
        Assert.Equal(
            [
                "1 texts are no duty that can be computed; entries of their goods are told this reason and never priced at zero:",
                "  a reference to other provisions is neither an amount nor a phrase that a duty can be computed from:",
                "    general: \"See additional U.S. note 1\": 5810.91.00",
                "    column 2: \"See additional U.S. note 1\": 5810.91.00",
                "column 1 special has the letters ZZ, which is no programme's; no preference is made of it: 5810.91.00",
            ],
            HtsReport.Lines(rates));
    }

    [Fact]
    public void No_letter_stands_for_two_programmes()
    {
        var letters = HtsPrograms.OfUnitedStates.Programs.SelectMany(program => program.Letters).ToArray();
        Assert.Equal(letters.Distinct(), letters);
        Assert.All(HtsPrograms.OfUnitedStates.Programs, program => Assert.NotEmpty(program.Terms));
    }
}
