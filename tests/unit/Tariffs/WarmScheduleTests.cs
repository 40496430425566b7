using GeoGraph.Core;
using GeoGraph.Tariffs;
using GeoGraph.Tariffs.Mapping;

namespace GeoGraph.UnitTests.Tariffs;

public sealed class WarmScheduleTests
{
    private const int Seed = 20260214;

    [Fact]
    public void An_answer_is_the_same_whatever_was_asked_before()
    {
        for (var world = 0; world < 100; world++)
        {
            var make = new RandomWorld(new Random(Seed + world));
            var source = make.Source();
            var warm = ScheduleCompiler.Compile(source);
            var asked = Enumerable.Range(0, 6).Select(i => (Entry: make.WithContents(make.Entry(allStated: i % 2 == 0)), Question: make.Question())).ToArray();
            foreach (var (entry, question) in asked.Concat(asked.Select(row => (row.Entry with { CustomsValue = row.Entry.CustomsValue + 800m }, row.Question))).Concat(asked))
                Assert.Equal(Answer(ScheduleCompiler.Compile(source), entry, question), Answer(warm, entry, question));
        }
    }

    [Fact]
    public void Questions_at_the_same_time_get_their_own_answers()
    {
        var make = new RandomWorld(new Random(Seed));
        var source = make.Source();
        var warm = ScheduleCompiler.Compile(source);
        var asked = Enumerable.Range(0, 1_000).Select(i => (Entry: make.WithContents(make.Entry(allStated: i % 2 == 0)), Question: make.Question())).ToArray();
        var answers = new string[asked.Length];
        Parallel.For(0, asked.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => answers[i] = Answer(warm, asked[i].Entry, asked[i].Question));
        for (var i = 0; i < asked.Length; i += 20)
            Assert.Equal(Answer(ScheduleCompiler.Compile(source), asked[i].Entry, asked[i].Question), answers[i]);
    }

    [Fact]
    public void A_schedule_kept_in_step_answers_as_one_compiled_afresh()
    {
        for (var world = 0; world < 100; world++)
        {
            var random = new Random(Seed + world);
            var make = new RandomWorld(random);
            var live = new LiveSchedule();
            var source = make.Source();
            for (var step = 0; step < 6; step++)
            {
                var (kept, fresh) = (live.Take(source), ScheduleCompiler.Compile(source));
                Assert.Equal(fresh.Report.Problems, kept.Report.Problems);
                Assert.Equal(fresh.Measures.Select(measure => measure.Measure.Id), kept.Measures.Select(measure => measure.Measure.Id));
                Assert.Equal(fresh.FactKinds.OrderBy(pair => pair.Key, StringComparer.Ordinal), kept.FactKinds.OrderBy(pair => pair.Key, StringComparer.Ordinal));
                Assert.Equal(fresh.Headings.Order(StringComparer.Ordinal), kept.Headings.Order(StringComparer.Ordinal));
                for (var i = 0; i < 4; i++)
                {
                    var (entry, question) = (make.Entry(allStated: i % 2 == 0), make.Question());
                    Assert.Equal(Answer(fresh, entry, question), Answer(kept, entry, question));
                }
                source = Change(source, make.Source(), random);
            }
        }
    }

    [Fact]
    public void Slices_are_kept_within_a_bound()
    {
        var cache = ScheduleCompiler.Compile(new RandomWorld(new Random(Seed)).Source()).Slices;
        var slice = new Slice(new Candidates(), [], []);
        for (var i = 0; i < 3 * SliceCache.Generation; i++)
            cache.Add(SliceKey.Of(World.Entry(code: i.ToString("000000", null)), DutyQuestion.Settled), slice);
        Assert.InRange(cache.Count, SliceCache.Generation, 2 * SliceCache.Generation);
    }

    // Some measures, lists and rules of another world take the place of those of the same id, or come in addition; some go.
    private static ScheduleSource Change(ScheduleSource source, ScheduleSource other, Random random) => source with
    {
        Measures = Mix(source.Measures, other.Measures, measure => measure.Id.Value, random),
        GoodsLists = Mix(source.GoodsLists, other.GoodsLists, list => list.Id, random),
        StackingRules = random.Next(2) == 0 ? source.StackingRules : Mix(source.StackingRules, other.StackingRules, rule => rule.Id.Value, random),
        Memberships = random.Next(3) == 0 ? other.Memberships : source.Memberships,
    };

    private static T[] Mix<T>(IReadOnlyList<T> own, IReadOnlyList<T> other, Func<T, string> id, Random random) =>
        [.. own.Where(_ => random.Next(8) > 0).Concat(other.Where(_ => random.Next(4) == 0)).Reverse().DistinctBy(id).OrderBy(_ => random.Next())];

    private static string Answer(CompiledSchedule schedule, Entry entry, DutyQuestion question)
    {
        try
        {
            return AnswerMapping.ToWire(new DutyCalculator(schedule).Calculate(entry, question), "e", entry, schedule).ToString();
        }
        catch (GeoGraphException refused)
        {
            return refused.Message;
        }
    }
}
