using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Concentration;
using GeoGraph.Exposure.Exposures;
using GeoGraph.Exposure.Feasibility;

namespace GeoGraph.UnitTests.Exposure;

/// <summary>Every measure against <see cref="BruteForce"/> on thousands of small worlds.</summary>
public sealed class BruteForceTests
{
    private const decimal Tolerance = 0.00000000001m;
    private static readonly TraceLimits Limits = new() { MaxChains = 1000 };
    private static readonly EntityId X = EntityId.Parse("chokepoint:x");

    [Fact]
    public void Chokepoint_shares_by_tier_and_their_chains_equal_the_paths_of_a_world_with_one_group_each() => RandomWorld.ForEach(2000, new WorldShape(), world =>
    {
        var view = world.View();
        var brute = new BruteForce(world);
        foreach (var (buyer, group) in Groups(brute, world))
        {
            var paths = brute.Paths(buyer, group).Where(path => PassesX(path.Flows[^1]) > 0m).ToList();
            var figure = ExposureMeasures.On(view, buyer, group, X, Limits, default).Figures.SingleOrDefault();
            Assert.Equal(paths.Select(path => path.Flows.Count).DefaultIfEmpty().Max(), figure?.Tiers.Count ?? 0);
            for (var tier = 1; tier <= (figure?.Tiers.Count ?? 0); tier++)
                AssertNear(paths.Where(path => path.Flows.Count == tier).Sum(path => path.Share * PassesX(path.Flows[^1])), figure!.Tiers[tier - 1].AtLeast);
            Assert.Equal(
                paths.Select(path => string.Join(' ', path.Flows.Select(flow => flow.Id))).Order(StringComparer.Ordinal),
                (figure?.Chains ?? []).Select(chain => string.Join(' ', chain.Relations)).Order(StringComparer.Ordinal));
            var atMost = (figure?.Chains ?? []).Select(chain => chain.AtMost).ToList();
            Assert.Equal(atMost.OrderDescending(), atMost);
        }
    });

    [Fact]
    public void Exposure_is_what_the_level_of_a_group_loses_when_the_chokepoint_closes() => RandomWorld.ForEach(2000, new WorldShape(SeveralGroups: true), world =>
    {
        var view = world.View();
        var brute = new BruteForce(world);
        foreach (var (buyer, group) in Groups(brute, world))
            AssertNear(1m - brute.LevelOfGroup(buyer, group, PassesX), ExposureMeasures.On(view, buyer, group, X, Limits, default).Widest.AtLeast);
    });

    [Fact]
    public void Exposure_to_a_supplier_is_what_the_level_of_a_group_loses_without_it() => RandomWorld.ForEach(500, new WorldShape(SeveralGroups: true), world =>
    {
        var view = world.View();
        var brute = new BruteForce(world);
        foreach (var (buyer, group) in Groups(brute, world))
        {
            var figures = ExposureMeasures.Suppliers(view, buyer, group, Limits, default).Figures;
            foreach (var supplier in Firms(world))
            {
                var found = figures.SingleOrDefault(figure => figure.Target == supplier)?.Anywhere.AtLeast ?? 0m;
                AssertNear(1m - brute.LevelOfGroup(buyer, group, flow => flow.From == supplier ? 1m : 0m), found);
            }
        }
    });

    [Fact]
    public void Both_directions_of_the_question_agree() => RandomWorld.ForEach(300, new WorldShape(Cyclic: true, SeveralGroups: true, Gaps: true), world =>
    {
        var view = world.View();
        var listed = ExposureMeasures.WhoDependsOn(view, X, Ask.Limits, default).Figures;
        var asked = Firms(world).SelectMany(firm => ExposureMeasures.On(view, firm, null, X, Ask.Limits, default).Figures).ToList();
        Assert.Equal(asked.Select(Line).Order(StringComparer.Ordinal), listed.Select(Line).Order(StringComparer.Ordinal));

        static string Line(ExposureFigure figure) => $"{figure.Buyer} {figure.Group} {figure.Anywhere} {string.Join(' ', figure.Tiers)}";
    });

    [Fact]
    public void Origins_equal_the_paths_that_end_where_nothing_comes_in() => RandomWorld.ForEach(2000, new WorldShape(SeveralGroups: true), world =>
    {
        var view = world.View();
        var brute = new BruteForce(world);
        foreach (var (buyer, group) in Groups(brute, world))
        {
            var expected = brute.Origins(buyer, group);
            var answer = ConcentrationMeasures.Of(view, new ConcentrationQuestion(buyer, group, ConcentrationBy.Supplier, ConcentrationDepth.LookThrough, []), Limits, default);
            Assert.Equal(expected.Keys.Order(), answer.Parts.Select(part => part.Key).Order());
            Assert.All(answer.Parts, part => AssertNear(expected[part.Key], part.Share.AtLeast));
            Assert.All(answer.Parts, part => AssertNear(part.Share.AtLeast, part.Chains.Sum(chain => chain.Share!.Value)));
            AssertNear(expected.Values.Sum(share => share * share), answer.HhiAtLeast);
            Assert.True(answer.Basis.Completeness.IsComplete);
        }
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Single_points_of_failure_equal_trying_every_removal(bool gaps) => RandomWorld.ForEach(2000, new WorldShape(Cyclic: true, SeveralGroups: true, Gaps: gaps), world =>
    {
        var view = world.View();
        var brute = new BruteForce(world);
        foreach (var firm in Firms(world))
        {
            var expected = Firms(world).Where(gone => gone != firm && !brute.Feasible(new HashSet<EntityId> { gone }).Contains(firm));
            var answer = FeasibilityMeasures.SinglePoints(view, firm, null, Limits, default);
            Assert.Equal(expected.Order(), answer.Points.Select(point => point.Node));
            Assert.All(answer.Points, point => AssertConnected(world, point));
        }
    });

    [Fact]
    public void Feasibility_without_any_set_equals_the_definition_and_removing_more_never_helps() => RandomWorld.ForEach(400, new WorldShape(Cyclic: true, SeveralGroups: true), world =>
    {
        var view = world.View();
        var brute = new BruteForce(world);
        var firms = Firms(world).ToList();
        var buyer = firms[^1];
        var feasible = new bool[1 << firms.Count];
        for (var set = 0; set < feasible.Length; set++)
        {
            var gone = firms.Where((_, bit) => (set & (1 << bit)) != 0).ToHashSet();
            feasible[set] = FeasibilityMeasures.IsFeasibleWithout(view, buyer, null, gone, Limits, default);
            Assert.Equal(brute.Feasible(gone).Contains(buyer), feasible[set]);
            for (var bit = 0; bit < firms.Count; bit++)
                Assert.False(feasible[set] && !feasible[set & ~(1 << bit)]);
        }
    });

    private static IEnumerable<EntityId> Firms(World world) => world.Nodes.Where(node => node.Kind == NodeKind.Firm).Select(node => node.Id);

    private static IEnumerable<(EntityId Buyer, string Group)> Groups(BruteForce brute, World world) =>
        Firms(world).SelectMany(firm => brute.GroupsOf(firm).Select(group => (firm, group.Key)));

    private static decimal PassesX(RelationRow flow) => flow.Transits.Where(transit => transit.Chokepoint == X).Sum(transit => transit.Share!.Value);

    private static void AssertNear(decimal expected, decimal actual) => Assert.InRange(actual, expected - Tolerance, expected + Tolerance);

    private static void AssertConnected(World world, SinglePoint point)
    {
        var ends = point.Relations.Select(id => world.Relations.Single(row => row.Id == id)).Select(row => (row.To, row.From));
        Assert.Equal(point.Nodes.Zip(point.Nodes.Skip(1)), ends);
    }
}
