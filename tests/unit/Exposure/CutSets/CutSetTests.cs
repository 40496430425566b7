using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.CutSets;
using GeoGraph.Exposure.Feasibility;

namespace GeoGraph.UnitTests.Exposure.CutSets;

public sealed class CutSetTests
{
    [Fact]
    public void Minimal_cut_sets_of_US_OEM_are_three_nodes_and_three_pairs()
    {
        var answer = Cuts(SmallWorld.Create(), "US_OEM");

        Assert.Equal(
            ["KR_CATHODE", "MX_ECU", "US_PACK", "AU_MINE CL_MINE", "CL_MINE CN_REFINE", "DE_SEMI MY_OSAT", "DE_SEMI KR_FAB TW_FAB"],
            answer.Sets.Select(Names));
        Assert.Equal(4, answer.CompleteToSize);
        Assert.True(answer.Basis.Completeness.IsComplete);
    }

    [Fact]
    public void Every_set_is_minimal_and_every_other_holds_one_of_them() => RandomWorld.ForEach(1500, new WorldShape(Cyclic: true, SeveralGroups: true, Gaps: true), world =>
    {
        var brute = new BruteForce(world);
        var firms = world.Nodes.Where(node => node.Kind == GeoGraph.Exposure.Compiled.NodeKind.Firm).Select(node => node.Id).Order().ToList();
        foreach (var target in firms.TakeLast(2))
        {
            var answer = Cuts(world, target.Name);
            Assert.Equal(Expected(brute, firms, target, 4), answer.Sets.Select(Names));
        }
    });

    [Fact]
    public void The_sets_of_up_to_a_size_are_all_found() => RandomWorld.ForEach(300, new WorldShape(Cyclic: true, SeveralGroups: true), world =>
    {
        var all = Cuts(world, "F0");
        for (var size = 1; size < 4; size++)
        {
            var some = CutSetMeasures.Minimal(world.View(), World.Id("F0"), null, new CutSetLimits { MaxSize = size }, Ask.Limits, default);
            Assert.Equal(all.Sets.Where(set => set.Nodes.Count <= size).Select(Names), some.Sets.Select(Names));
        }
    });

    [Fact]
    public void A_bound_on_work_is_kept_and_said()
    {
        var answer = CutSetMeasures.Minimal(SmallWorld.Create().View(), World.Id("US_OEM"), null, new CutSetLimits { MaxSteps = 40 }, Ask.Limits, default);

        Assert.True(answer.CompleteToSize < 4);
        Assert.Equal(PrunedBy.Limit, answer.Basis.Completeness.PrunedBy);
    }

    [Fact]
    public void Work_that_has_to_end_says_so()
    {
        var over = Ask.Limits with { End = new WorkEnd(TimeProvider.System, DateTimeOffset.MinValue) };
        var answer = CutSetMeasures.Minimal(SmallWorld.Create().View(), World.Id("US_OEM"), null, CutSetLimits.Default, over, default);

        Assert.Equal((0, PrunedBy.Limit | PrunedBy.Deadline), (answer.CompleteToSize, answer.Basis.Completeness.PrunedBy));
    }

    [Fact]
    public void A_named_group_is_looked_at_alone() =>
        Assert.Equal(["MX_ECU", "DE_SEMI MY_OSAT", "DE_SEMI KR_FAB TW_FAB"],
            CutSetMeasures.Minimal(SmallWorld.Create().View(), World.Id("US_OEM"), "ecu", CutSetLimits.Default, Ask.Limits, default).Sets.Select(Names));

    [Fact]
    public void Limits_out_of_bounds_are_refused_all_at_once()
    {
        var error = Assert.Throws<GeoGraphException>(() =>
            CutSetMeasures.Minimal(SmallWorld.Create().View(), World.Id("US_OEM"), null, new CutSetLimits { MaxSize = 9, MaxSteps = 0, MaxSets = 0 }, Ask.Limits, default));

        Assert.Equal(["limits.max_size", "limits.max_steps", "limits.max_sets"], error.Violations.Select(violation => violation.Field));
    }

    [Fact]
    public void A_buyer_without_inputs_has_none()
    {
        var answer = Cuts(SmallWorld.Create(), "AU_MINE");

        Assert.True(answer.FeasibleBefore);
        Assert.Empty(answer.Sets);
    }

    [Fact]
    public void A_chain_of_100_000_suppliers_is_a_single_point_each()
    {
        const int Length = 100_000;
        var world = new World();
        for (var i = 0; i < Length; i++)
            world.Firm($"F{i}");
        for (var i = 1; i < Length; i++)
            world.Supply($"F{i}", $"F{i - 1}", "1", "in", 1m);
        var view = world.View();

        Assert.Equal(Length - 1, FeasibilityMeasures.SinglePoints(view, World.Id("F0"), null, Ask.Limits, default).TotalPoints);
        Assert.Equal(Length - 1, CutSetMeasures.Minimal(view, World.Id("F0"), null, CutSetLimits.Default, Ask.Limits, default).TotalSets);
    }

    private static CutSetAnswer Cuts(World world, string of) =>
        CutSetMeasures.Minimal(world.View(), World.Id(of), null, CutSetLimits.Default, Ask.Limits, default);

    private static string Names(CutSet set) => string.Join(' ', set.Nodes.Select(node => node.Name));

    // Every set of firms, the smallest first: a cut that holds no smaller cut.
    private static List<string> Expected(BruteForce brute, List<EntityId> firms, EntityId target, int maxSize)
    {
        var cuts = new List<(int Bits, EntityId[] Nodes)>();
        if (!brute.Feasible(new HashSet<EntityId>()).Contains(target))
            return [];
        var sets = Enumerable.Range(1, (1 << firms.Count) - 1).Where(bits => int.PopCount(bits) <= maxSize).OrderBy(int.PopCount);
        foreach (var bits in sets)
        {
            EntityId[] nodes = [.. firms.Where((_, bit) => (bits & (1 << bit)) != 0)];
            if (!nodes.Contains(target) && !cuts.Exists(cut => (cut.Bits & bits) == cut.Bits) && !brute.Feasible(nodes.ToHashSet()).Contains(target))
                cuts.Add((bits, nodes));
        }
        return [.. cuts.OrderBy(cut => cut.Nodes.Length).ThenBy(cut => cut.Nodes, Comparer<EntityId[]>.Create(CompareIds)).Select(cut => string.Join(' ', cut.Nodes.Select(node => node.Name)))];
    }

    private static int CompareIds(EntityId[] left, EntityId[] right) =>
        left.Zip(right, (one, other) => one.CompareTo(other)).FirstOrDefault(order => order != 0);
}
