using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Concentration;
using GeoGraph.Exposure.Exposures;
using GeoGraph.Exposure.Views;

namespace GeoGraph.UnitTests.Exposure;

/// <summary>An answer that ran out of time holds what was found, says so, and says nothing that the whole answer denies.</summary>
public sealed class DeadlineTests
{
    private static readonly WorldShape Shape = new(Cyclic: true, SeveralGroups: true);

    [Fact]
    public void Work_with_time_left_is_whole_and_work_without_is_cut()
    {
        var view = SmallWorld.Create().View();

        Assert.True(Answer(view, "MX_ECU", looks: 1000).Basis.Completeness.IsComplete);
        Assert.Equal(PrunedBy.Deadline, Answer(view, "MX_ECU", looks: 0).Basis.Completeness.PrunedBy & PrunedBy.Deadline);
    }

    [Fact]
    public void Once_over_work_stays_over()
    {
        var end = new WorkEnd(new Ticking(), Ticking.Start.AddMilliseconds(2));

        Assert.Equal([false, false, true, true, true], Enumerable.Range(0, 5).Select(_ => end.IsOver));
    }

    [Fact]
    public void What_was_found_in_time_brackets_the_whole()
    {
        RandomWorld.ForEach(150, Shape, world =>
        {
            var view = world.View();
            foreach (var buyer in Enumerable.Range(0, RandomWorld.CountOf(world)).Select(RandomWorld.Name).Where(name => view.GroupsOf(GroupSelection.FindNode(view, World.Id(name)), includeTrade: true).Count > 0))
            {
                var whole = Answer(view, buyer, looks: int.MaxValue);
                foreach (var looks in (int[])[0, 1, 2, 3, 5, 8, 13])
                    Assert.True(Brackets(Answer(view, buyer, looks), whole));
            }
        });
    }

    [Fact]
    public void Concentration_found_in_time_brackets_the_whole()
    {
        var view = SmallWorld.Create().View();
        var question = new ConcentrationQuestion(World.Id("MX_ECU"), "chip", ConcentrationBy.State, ConcentrationDepth.LookThrough, []);
        var whole = ConcentrationMeasures.Of(view, question, TraceLimits.Default, CancellationToken.None);
        for (var looks = 0; looks < 30; looks++)
        {
            var found = ConcentrationMeasures.Of(view, question, Until(looks), CancellationToken.None);
            Assert.InRange(whole.HhiAtLeast, found.HhiAtLeast, found.HhiAtMost);
            Assert.True(found.Basis.Completeness.PrunedBy.HasFlag(PrunedBy.Deadline) || found.HhiAtLeast == whole.HhiAtLeast);
        }
    }

    private static ExposureAnswer Answer(GraphView view, string of, int looks) =>
        ExposureMeasures.On(view, World.Id(of), null, World.Id("state:" + (view.Graph.FindNode(World.Id("state:TW")) is null ? "AA" : "TW")), Until(looks), CancellationToken.None);

    private static bool Brackets(ExposureAnswer found, ExposureAnswer whole)
    {
        var isCut = found.Basis.Completeness.PrunedBy.HasFlag(PrunedBy.Deadline);
        return found.Figures.All(figure => whole.Figures.SingleOrDefault(other => other.Group == figure.Group) is { } other
                ? figure.Anywhere.AtLeast <= other.Anywhere.AtLeast && figure.Anywhere.AtMost >= other.Anywhere.AtMost
                : figure.Anywhere.AtLeast == 0m)
            && (isCut || found.Figures.Count == whole.Figures.Count);
    }

    private static TraceLimits Until(int looks) => TraceLimits.Default with { End = new WorkEnd(new Ticking(), Ticking.Start.AddMilliseconds(looks)) };

    /// <summary>A clock on which each look takes a millisecond.</summary>
    private sealed class Ticking : TimeProvider
    {
        public static readonly DateTimeOffset Start = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);
        private int _looks;

        public override DateTimeOffset GetUtcNow() => Start.AddMilliseconds(_looks++);
    }
}
