namespace GeoGraph.UnitTests.Tariffs;

public sealed class DutyParserTests
{
    // Texts as the Harmonized Tariff Schedule of the United States prints them, and what is printed back.
    [Theory]
    [InlineData("Free", "Free")]
    [InlineData("4.2%", "4.2%")]
    [InlineData("546% ", "546%")]
    [InlineData("6.3¢/liter", "6.3¢/liter")]
    [InlineData("$1.28/kg", "$1.28/kg")]
    [InlineData("30.5¢/kg + 8.5%", "30.5¢/kg + 8.5%")]
    [InlineData("30.5¢/kg +8.5%", "30.5¢/kg + 8.5%")]
    [InlineData("$1,035/t", "$1035/t")]
    [InlineData("84.5¢/bbl", "84.5¢/bbl")]
    [InlineData("$1.50/pf. liter", "$1.50/pf. liter")]
    [InlineData("1.5¢/pf.liter", "1.5¢/pf. liter")]
    [InlineData("26¢/doz.", "26¢/dozen")]
    [InlineData("20¢/pr. + 20%", "20¢/pair + 20%")]
    [InlineData("51¢ each + 6.25% on the case + 5.3% on the battery", "51¢ each + 6.25% on the case + 5.3% on the battery")]
    [InlineData("$1.61 each + 4.4% on the strap, band or bracelet", "$1.61 each + 4.4% on the strap, band or bracelet")]
    [InlineData("2.5% on the value of the lead content", "2.5% on the value of the lead content")]
    [InlineData("1.1¢/kg on copper content + 1.1¢/kg on lead content", "1.1¢/kg on copper content + 1.1¢/kg on lead content")]
    [InlineData("3.66¢/kg of total sugars", "3.66¢/kg of total sugars")]
    [InlineData("The duty provided in the applicable subheading + 25%", "The duty provided in the applicable subheading + 25%")]
    [InlineData("The duty provided in the applicable subheading plus 25%", "The duty provided in the applicable subheading + 25%")]
    [InlineData("No change", "The duty provided in the applicable subheading")]
    [InlineData("The duty rate provided in such subheading minus 10%", "The duty provided in the applicable subheading - 10%")]
    [InlineData("floor 15%", "floor 15%")]
    [InlineData("cap 15%", "cap 15%")]
    [InlineData("cap most favoured", "cap most favoured")]
    [InlineData("Cap MOST Favoured", "cap most favoured")]
    [InlineData("35.10 EUR / 100 kg", "35.10 EUR/100 kg")]
    [InlineData("35.10 per 100 kg", "35.1/100 kg")]
    [InlineData("13.8% MIN 13.00/100kg MAX 15.00/100kg − 7.00/100kg", "13.8% MIN 13/100 kg MAX 15/100 kg - 7/100 kg")]
    [InlineData("0.3464% MIN $33.58 MAX $651.50", "0.3464% MIN $33.58 MAX $651.50")]
    [InlineData("5% + (4% MIN 1 EUR/kg)", "5% + (4% MIN 1 EUR/kg)")]
    [InlineData("9 percent", "9%")]
    [InlineData("$1.75/1000", "$1.75/1000 unit")]
    [InlineData("\"See additional U.S. note 1\"", "\"See additional U.S. note 1\"")]
    [InlineData("10¢/1,000 pins + 3.5%", "10¢/1000 unit + 3.5%")]
    [InlineData("0.3¢/line/ gross + 4.6%", "0.3¢/line/gross + 4.6%")]
    [InlineData("43¢ each + 2.8¢/jewel over 7 + 3.7% on the case", "43¢ each + 2.8¢/jewel over 7 + 3.7% on the case")]
    [InlineData("$1.32/t, including weight of container", "$1.32/t, including weight of container")]
    [InlineData("The duty provided in the applicable subheading + a duty of 25% upon the value of the steel content.",
        "The duty provided in the applicable subheading + 25% upon the value of the steel content")]
    [InlineData("1.4606¢/kg less 0.020668¢/kg for each degree under 100 degrees (and fractions of a degree in proportion) but not less than 0.943854¢/kg",
        "1.4606¢/kg - 0.020668¢/kg for each degree under 100 MIN 0.943854¢/kg")]
    public void A_duty_is_read_and_printed_back(string text, string printed)
    {
        var duty = DutyParser.Parse(text);
        Assert.Equal(printed, DutyPrinter.Print(duty));
        Assert.Equal(duty, DutyParser.Parse(printed));
    }

    [Fact]
    public void A_mixed_fraction_is_one_percentage() =>
        Assert.Equal(16.6666666666666666666666666667m, Assert.IsType<DutyExpression.AdValorem>(DutyParser.Parse("16 2/3%")).Percent, 24);

    [Theory]
    [InlineData("", 1, "the duty ends where")]
    [InlineData("4.2", 1, "neither a percentage nor an amount")]
    [InlineData("4.2% 3%", 6, "follows a whole duty")]
    [InlineData("4.2% +", 7, "the duty ends where")]
    [InlineData("30¢/furlong", 5, "'furlong' is not a known unit")]
    [InlineData("30¢/", 5, "a unit is missing")]
    [InlineData("$30¢/kg", 5, "one currency")]
    [InlineData("5% + floor 15%", 6, "stands alone")]
    [InlineData("floor 15", 9, "% is missing")]
    [InlineData("(5% + 2%", 9, "')' is missing")]
    [InlineData("5% on", 6, "followed by the part")]
    [InlineData("The rate applicable to the natural juice in heading 2009", 1, "not a phrase that a duty can be computed from")]
    [InlineData("1,00%", 1, "groups of three")]
    [InlineData("5% ; 2%", 4, "has no meaning")]
    [InlineData("5 EUR/0 kg", 7, "not charged per 0")]
    [InlineData("See additional U.S. note 3", 1, "neither an amount nor a phrase")]
    [InlineData("Free, under bond", 5, "tied to a condition")]
    [InlineData("\"words\" + 5%", 1, "has no meaning")]
    [InlineData("\"\"", 1, "has no meaning")]
    [InlineData("A duty upon the value of the repairs or alterations", 1, "the ordinary rate on another value")]
    [InlineData("2¢ for each other piece", 4, "'for' follows a whole duty")]
    public void A_mistake_is_named_with_its_position(string text, int position, string message)
    {
        Assert.False(DutyParser.TryParse(text, out _, out var error));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(position, error.Position);
    }

    [Fact]
    public void Nesting_without_end_is_refused_and_not_a_crash()
    {
        Assert.False(DutyParser.TryParse(new string('(', 900) + "5%", out _, out var error));
        Assert.Contains("nests at most", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_trees_come_back_from_their_text()
    {
        const int seed = 20260415;
        var random = new Random(seed);
        for (var i = 0; i < 5_000; i++)
        {
            var duty = Tree(random, 3);
            var text = DutyPrinter.Print(duty);
            Assert.True(DutyParser.TryParse(text, out var read, out var error), $"seed {seed}: '{text}': {error}");
            Assert.Equal(duty, read);
        }
    }

    private static DutyExpression Tree(Random random, int depth) => random.Next(depth == 0 ? 4 : 9) switch
    {
        8 => new DutyExpression.Shortfall(new DutyExpression.Specific(random.Next(1, 400) / 100m, "USD", 1m, UnitOfMeasure.Find("kg")!, null, random.Next(3)), UnitOfMeasure.Find("degree")!, 100m),
        0 => new DutyExpression.AdValorem(random.Next(0, 4000) / 100m, random.Next(3) == 0 ? new GoodsPart("lead", "on the value of the lead content") : null),
        1 => new DutyExpression.Specific(random.Next(1, 400) / 100m, Pick(random, "USD", "EUR", null), Pick(random, 1m, 100m), UnitOfMeasure.Find(Pick(random, "kg", "liter", "no", "doz. pr.", "pf. liter")!)!),
        2 => new DutyExpression.Flat(random.Next(1, 9000) / 100m, Pick(random, "USD", "JPY")),
        3 => new DutyExpression.Applicable(),
        4 => new DutyExpression.Plus(Tree(random, depth - 1), Tree(random, depth - 1)),
        5 => new DutyExpression.Minus(Tree(random, depth - 1), Tree(random, depth - 1)),
        6 => new DutyExpression.AtLeast(Tree(random, depth - 1), Tree(random, depth - 1)),
        _ => new DutyExpression.AtMost(Tree(random, depth - 1), Tree(random, depth - 1)),
    };

    private static T Pick<T>(Random random, params T[] values) => values[random.Next(values.Length)];
}
