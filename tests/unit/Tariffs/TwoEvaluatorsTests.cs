using GeoGraph.Core;
using GeoGraph.Tariffs;
using Xunit.Abstractions;

namespace GeoGraph.UnitTests.Tariffs;

public sealed class TwoEvaluatorsTests(ITestOutputHelper output)
{
    private const int Seed = 20251110;

    [Fact]
    public void The_engine_agrees_with_the_literal_reading_on_random_worlds()
    {
        var (compared, charged, stacked) = (0, 0, 0);
        for (var world = 0; world < 4_000; world++)
        {
            var make = new RandomWorld(new Random(Seed + world));
            var source = make.Source();
            var calculator = new DutyCalculator(ScheduleCompiler.Compile(source));
            for (var i = 0; i < 25; i++)
            {
                var (entry, question) = (make.WithContents(make.Entry(allStated: true)), make.Question());
                var answer = calculator.Calculate(entry, question);
                var expected = LiteralPricing.Lines(source, entry, question);
                Assert.True(Show(expected) == Show(answer), $"seed {Seed}, world {world}, entry {i}: literal {Show(expected)} but engine {Show(answer)}");
                Assert.Equal(answer.Lines.Sum(line => line.Amount), answer.TotalDuty ?? 0m);
                compared++;
                charged += answer.Lines.Count > 1 ? 1 : 0;
                stacked += answer.NotApplied.Any(entry => entry.Kind == NotAppliedKind.Stacking) ? 1 : 0;
            }
        }
        Assert.Equal(100_000, compared);
        output.WriteLine($"seed {Seed}: {compared} entries agree, {charged} with additional duty, {stacked} with a measure shut out by a rule");
        Assert.True(charged > compared / 4 && stacked > compared / 40, $"{charged} and {stacked} of {compared}");
    }

    [Fact]
    public void The_order_of_the_data_leaves_no_trace()
    {
        for (var world = 0; world < 500; world++)
        {
            var random = new Random(Seed + world);
            var make = new RandomWorld(random);
            var source = make.Source();
            var shuffled = source with
            {
                Measures = [.. source.Measures.OrderBy(_ => random.Next())],
                StackingRules = [.. source.StackingRules.Reverse()],
                GoodsLists = [.. source.GoodsLists.Reverse()],
                Memberships = [.. source.Memberships.Reverse()],
            };
            var (entry, question) = (make.WithContents(make.Entry(allStated: true)), make.Question());
            var left = new DutyCalculator(ScheduleCompiler.Compile(source)).Calculate(entry, question);
            var right = new DutyCalculator(ScheduleCompiler.Compile(shuffled)).Calculate(entry, question);
            Assert.Equal(left.Lines.Select(line => line.ToString()), right.Lines.Select(line => line.ToString()));
            Assert.Equal(left.NotApplied.Select(entry => (entry.Measure.Id, entry.Reason)), right.NotApplied.Select(entry => (entry.Measure.Id, entry.Reason)));
        }
    }

    [Fact]
    public void Bounds_contain_every_completion_and_are_reached()
    {
        var conditional = 0;
        for (var world = 0; world < 6_000; world++)
        {
            var make = new RandomWorld(new Random(Seed + (world / 4)));
            var calculator = new DutyCalculator(ScheduleCompiler.Compile(make.Source()));
            for (var skipped = 0; skipped < world % 4; skipped++)
                make.Entry(allStated: false);
            var (entry, question) = (make.WithContents(make.Entry(allStated: false)), make.Question());
            var answer = calculator.Calculate(entry, question);
            if (answer.Outcome != DutyOutcome.Conditional)
                continue;
            conditional++;
            var totals = Completions(entry, answer.MissingFacts).Select(whole => calculator.Calculate(whole, question))
                .Where(whole => whole.Outcome != DutyOutcome.Prohibited).Select(whole => whole.Lowest!.Total).ToArray();
            Assert.True(totals.Min() == answer.Lowest!.Total && totals.Max() == answer.Highest!.Total,
                $"seed {Seed}, world {world}: {totals.Min()}..{totals.Max()} but {answer.Lowest.Total}..{answer.Highest!.Total}, missing {string.Join(',', answer.MissingFacts)}");
        }
        output.WriteLine($"seed {Seed}: {conditional} conditional entries, bounds exact");
        Assert.True(conditional > 100, $"only {conditional} were conditional");
    }

    private static IEnumerable<Entry> Completions(Entry entry, IReadOnlyList<string> missing)
    {
        IEnumerable<Entry> entries = [entry];
        foreach (var fact in missing)
        {
            string[] values = fact switch
            {
                "usmca_originating" => ["true", "false"],
                "end_use" => ["repair", "resale", "lab"],
                "metal_weight_share" => [.. Enumerable.Range(0, 13).Select(twentieth => DecimalText.Print(twentieth / 20m)), "1"],
                _ => throw new ArgumentOutOfRangeException(nameof(missing), fact, "no world asks for this fact."),
            };
            entries = entries.SelectMany(whole => values.Select(value => whole with { Facts = new Dictionary<string, string>(whole.Facts) { [fact] = value } })).ToArray();
        }
        return entries;
    }

    private static string Show(List<LiteralPricing.Row>? rows) =>
        rows is null ? "prohibited" : string.Join(' ', rows.OrderBy(row => row.Measure.Id).Select(row => $"{row.Measure.Id.Name}={row.Amount:0.00}"));

    private static string Show(DutyAnswer answer) =>
        answer.Outcome == DutyOutcome.Prohibited ? "prohibited" : string.Join(' ', answer.Lines.Concat(answer.Charges).OrderBy(line => line.Measure.Id).Select(line => $"{line.Measure.Id.Name}={line.Amount:0.00}"));
}
