using GeoGraph.Core;
using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs;

/// <summary>
/// Means against pricing every line from every origin as a single entry and averaging naively, over random law. Contents are stated in single
/// entries: none, a cent, and all of the value, each alone.
/// </summary>
public sealed class AverageBruteForceTests
{
    private static readonly string[] Codes =
        ["0101.21.30.15", "0101.21.30.20", "0101.29.10.05", "0101.29.10.10", "0101.29.20", "0101.30", "0101.90.25", "0102.11.05.10", "0102.21", "0103.10"];

    // A line's amount is rounded to cents on a value of a million, and a content of a cent stands for next to nothing.
    private const decimal Cent = 0.00002m;
    private static readonly string[] Undivided = ["0101.21.30", "0101.29.10", "0101.90.25", "0102.11.05.10", "0102.21"];
    private static readonly EntityId[] Origins = [EntityId.Parse("state:AA"), EntityId.Parse("state:BB"), EntityId.Parse("state:CC"), EntityId.Parse("state:DD")];

    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 60)]
    public void Means_are_those_of_single_entries(int seed, int worlds)
    {
        var random = new Random(seed);
        var rated = 0L;
        for (var i = 0; i < worlds; i++)
        {
            var world = new RandomWorld(random);
            var (codes, question) = (i % 3 == 0 ? Undivided : Codes, Ask(world));
            var schedule = Compile(world, codes);
            var pairs = Price(schedule, codes, question);
            foreach (var goods in new[] { GoodsLevel.All, GoodsLevel.Heading, GoodsLevel.Line })
            {
                Check(schedule, question with { Goods = goods }, pairs, random);
                Check(schedule, question with { Goods = goods, ByOrigin = true }, pairs, random);
            }
            rated += pairs.Count(pair => pair.Rate is not null);
        }
        Assert.True(rated > worlds, "most worlds have pairs with a rate");
    }

    [Theory]
    [InlineData(3, 60)]
    public void Authorities_add_up_to_the_whole(int seed, int worlds)
    {
        var random = new Random(seed);
        for (var i = 0; i < worlds; i++)
        {
            var world = new RandomWorld(random);
            var question = Ask(world) with { ByOrigin = true, Goods = GoodsLevel.Heading };
            var schedule = Compile(world, Codes);
            var weights = AverageWorld.Weights([.. Origins.Select(origin => (origin.Name, "01", (decimal)random.Next(1, 50)))]);
            var parts = AverageWorld.Ask(schedule, question with { ByAuthority = true }, weights).Rows.GroupBy(row => (row.On, row.Origin, row.Goods)).ToDictionary(group => group.Key);
            foreach (var whole in AverageWorld.Ask(schedule, question, weights).Rows)
            {
                var rows = parts[(whole.On, whole.Origin, whole.Goods)];
                Assert.All(rows, row => Assert.Equal((whole.Pairs, whole.Unrated, whole.Weight), (row.Pairs, row.Unrated, row.Weight)));
                Same(whole.Simple?.Lowest ?? 0m, rows.Sum(row => row.Simple?.Lowest));
                Same(whole.Simple?.Highest ?? 0m, rows.Sum(row => row.Simple?.Highest));
                Same(whole.Weighted?.Lowest ?? 0m, rows.Sum(row => row.Weighted?.Lowest));
            }
        }
    }

    // Law that charges a duty on one content on the value of another is left out: it is owed most where the second is next to nothing and the first all but that.
    private static CompiledSchedule Compile(RandomWorld world, string[] codes)
    {
        var source = world.Source();
        var measures = source.Measures.Where(measure => measure.Base.Kind != DutyBaseKind.ContentValue || !measure.Duty.Contains("content", StringComparison.Ordinal));
        return ScheduleCompiler.Compile((source with { Measures = [.. measures] }).WithLines(codes));
    }

    private static AverageQuestion Ask(RandomWorld world)
    {
        var entry = world.Entry(allStated: false);
        // Goods without metal have no metal content, which single entries then may not state.
        var facts = entry.Facts.Where(fact => fact is not { Key: "metal_weight_share", Value: "0.0" });
        return new AverageQuestion { Importer = AverageWorld.Us, Dates = [entry.EntryDate], Origins = Origins, Question = world.Question(), Facts = new Dictionary<string, string>(facts) };
    }

    private static void Check(CompiledSchedule schedule, AverageQuestion question, List<Pair> pairs, Random random)
    {
        var weights = Origins.ToDictionary(origin => origin, _ => (decimal)random.Next(0, 4));
        var trade = AverageWorld.Weights([.. weights.Select(pair => (pair.Key.Name, "", pair.Value))]);
        var lines = pairs.Select(pair => pair.Digits).Distinct().Count();
        var groups = pairs.GroupBy(pair => (Origin: question.ByOrigin ? pair.Origin : (EntityId?)null, Goods: pair.Digits[..Math.Min((int)question.Goods, pair.Digits.Length)]));
        var rows = AverageWorld.Ask(schedule, question, trade).Rows;
        Assert.Equal(groups.Select(group => group.Key).OrderBy(key => key.Origin?.Value, StringComparer.Ordinal).ThenBy(key => key.Goods, StringComparer.Ordinal), rows.Select(row => (row.Origin, row.Goods)));
        foreach (var (row, group) in rows.Select(row => (row, groups.Single(group => group.Key == (row.Origin, row.Goods)))))
        {
            var rated = group.Where(pair => pair.Rate is not null).ToArray();
            Assert.True((rated.Length, group.Count() - rated.Length) == (row.Pairs, row.Unrated), $"{row.Origin} {row.Goods}: {row.Pairs} pairs are rated of {string.Join("; ", group)}");
            Same(rated.Length == 0 ? null : rated.Average(pair => pair.Rate!.Value.Highest), row.Simple?.Highest);
            Same(rated.Length == 0 ? null : rated.Average(pair => pair.Rate!.Value.Lowest), row.Simple?.Lowest);
            var weight = rated.Sum(pair => weights[pair.Origin] / lines);
            Same(weight, row.Weight);
            Same(weight == 0m ? null : rated.Sum(pair => pair.Rate!.Value.Highest * (weights[pair.Origin] / lines)) / weight, row.Weighted?.Highest);
        }
    }

    private static List<Pair> Price(CompiledSchedule schedule, string[] codes, AverageQuestion question) =>
        [.. codes.SelectMany(code => Origins.Select(origin => new Pair(HsCode.Parse(code).Digits, origin, Rate(schedule, code, origin, question))))];

    private static RateMean? Rate(CompiledSchedule schedule, string code, EntityId origin, AverageQuestion question)
    {
        var rates = Contents().Select(contents => RateWith(schedule, code, origin, question, contents)).ToArray();
        return Array.Exists(rates, rate => rate is null) ? null : new RateMean(rates.Min(rate => rate!.Value.Lowest), rates.Max(rate => rate!.Value.Highest));
    }

    private static IEnumerable<(string, string)[]> Contents()
    {
        string[] some = ["0", "0.01"];
        foreach (var (steel, copper) in some.SelectMany(steel => some.Select(copper => (steel, copper))).Concat([("999999.99", "0.01"), ("0.01", "999999.99"), ("1000000", "0"), ("0", "1000000")]))
            yield return [("content_value.steel", steel), ("content_value.copper", copper)];
    }

    private static RateMean? RateWith(CompiledSchedule schedule, string code, EntityId origin, AverageQuestion question, (string Name, string Value)[] contents)
    {
        try
        {
            var facts = question.Facts.Concat(contents.Select(content => KeyValuePair.Create(content.Name, content.Value)));
            var entry = World.Entry(1_000_000m, $"{question.Dates[0]:yyyy-MM-dd}", code, origin.Value) with { Facts = new Dictionary<string, string>(facts) };
            var answer = new DutyCalculator(schedule).Calculate(entry, question.Question);
            return answer.Highest is null || IsByQuantity(answer) ? null : new RateMean(answer.Lowest!.Total / 10_000m, answer.Highest.Total / 10_000m);
        }
        catch (GeoGraphException refused) when (refused.Reason is ErrorReason.DataMissing or ErrorReason.InvalidRequest)
        {
            return null;
        }
    }

    // In some case, not only in those that owe least and most.
    private static bool IsByQuantity(DutyAnswer answer) => answer.Lowest!.Lines.Concat(answer.Highest!.Lines).Concat(answer.Undecided).Any(line => line.Base > 0m && line.Duty.Contains('/', StringComparison.Ordinal));

    private static void Same(decimal? expected, decimal? found)
    {
        Assert.Equal(expected is null, found is null);
        Assert.True(Math.Abs((expected ?? 0m) - (found ?? 0m)) < Cent, $"expected {expected}, found {found}");
    }

    private sealed record Pair(string Digits, EntityId Origin, RateMean? Rate);
}
