using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Concentration;
using GeoGraph.Exposure.Exposures;
using GeoGraph.Exposure.Feasibility;

namespace GeoGraph.UnitTests.Exposure;

/// <summary>What must not change an answer, and bounds that hold for all of them.</summary>
public sealed class InvarianceTests
{
    private static readonly WorldShape Everything = new(Cyclic: true, SeveralGroups: true, Gaps: true);
    private static readonly EntityId X = EntityId.Parse("chokepoint:x");

    [Fact]
    public void The_order_of_rows_changes_nothing() => RandomWorld.ForEach(300, Everything, world =>
    {
        var shuffled = new World();
        shuffled.Nodes.AddRange(Enumerable.Reverse(world.Nodes));
        shuffled.Relations.AddRange(world.Relations.OrderBy(row => row.Id.Value[^1]).Select(row => row with { Transits = [.. row.Transits.Reverse()] }));

        Assert.Equal(Summary(world, id => id), Summary(shuffled, id => id));
    });

    [Fact]
    public void Other_names_change_nothing_but_names() => RandomWorld.ForEach(300, Everything, world =>
    {
        var renamed = new World();
        renamed.Nodes.AddRange(world.Nodes.Select(node => node with { Id = Rename(node.Id) }));
        renamed.Relations.AddRange(world.Relations.Select(row => row with { Id = EntityId.Parse($"r:{1000 - world.Relations.IndexOf(row)}"), From = Rename(row.From), To = Rename(row.To) }));

        Assert.Equal(Summary(world, id => id), Summary(renamed, Rename));
    });

    [Fact]
    public void A_supplier_split_into_halves_in_the_same_state_keeps_the_shares_by_state() => RandomWorld.ForEach(1000, new WorldShape(SeveralGroups: true), world =>
    {
        var split = new World();
        split.Nodes.AddRange([.. world.Nodes, world.Nodes.Single(node => node.Id == World.Id("F0")) with { Id = World.Id("F0b") }]);
        foreach (var row in world.Relations)
        {
            var isSplit = row.From == World.Id("F0");
            var half = isSplit && row.Kind == RelationKind.Supplies ? row with { ValueUsdPerYear = row.ValueUsdPerYear / 2m } : row;
            split.Relations.AddRange(isSplit ? [half, half with { Id = EntityId.Parse(row.Id + "b"), From = World.Id("F0b") }] : [row]);
        }
        foreach (var (firm, group) in InputGroups(world))
        {
            foreach (var depth in Enum.GetValues<ConcentrationDepth>())
                Assert.Equal(ByState(world, firm, group, depth), ByState(split, firm, group, depth));
        }

        static string ByState(World world, EntityId firm, string group, ConcentrationDepth depth) =>
            string.Join(' ', Concentration(world, firm, group, ConcentrationBy.State, depth).Parts.Select(part => $"{part.Key} {DecimalText.Print(Math.Round(part.Share.AtLeast, 10))}"));
    });

    [Fact]
    public void Shares_lie_within_0_and_1_and_are_ordered() => RandomWorld.ForEach(150, Everything, world =>
    {
        var view = world.View();
        foreach (var (firm, group) in InputGroups(world))
        {
            var answer = Concentration(world, firm, group, ConcentrationBy.State, ConcentrationDepth.LookThrough);
            Assert.InRange(answer.HhiAtLeast, 0m, answer.HhiAtMost);
            Assert.InRange(answer.HhiAtMost, 0m, 1m);
            Assert.InRange(answer.Parts.Sum(part => part.Share.AtLeast) + answer.UnknownShare, 0.9999999999m, 1.0000000001m);
            var exposures = ExposureMeasures.Suppliers(view, firm, group, Ask.Limits, default).Figures.Concat(ExposureMeasures.Chokepoints(view, firm, group, Ask.Limits, default).Figures);
            Assert.All(exposures.SelectMany(figure => figure.Tiers.Append(figure.Anywhere)).Concat(answer.Parts.Select(part => part.Share)), AssertOrdered);
        }
    });

    [Fact]
    public void Stating_what_was_unknown_lands_within_the_bounds() => RandomWorld.ForEach(1000, new WorldShape(SeveralGroups: true), world =>
    {
        var blank = new World();
        blank.Nodes.AddRange(world.Nodes);
        blank.Relations.AddRange(world.Relations.Select((row, i) => row.Kind == RelationKind.Supplies && i % 3 == 0 ? row with { ValueUsdPerYear = null } : row));
        foreach (var (firm, group) in InputGroups(world))
        {
            var known = ExposureMeasures.On(world.View(), firm, group, X, Ask.Limits, default).Widest;
            var bounds = ExposureMeasures.On(blank.View(), firm, group, X, Ask.Limits, default);
            Assert.InRange(known.AtLeast, bounds.Widest.AtLeast, bounds.Figures.Count == 0 ? 0m : bounds.Widest.AtMost);
        }
    });

    private static void AssertOrdered(ShareRange share)
    {
        Assert.InRange(share.AtLeast, 0m, share.AtMost);
        Assert.InRange(share.AtMost, 0m, 1m);
        Assert.InRange(share.Observed, 0m, share.AtLeast);
    }

    private static EntityId Rename(EntityId id) => id.Kind == "firm" ? EntityId.Parse($"firm:{(char)('Z' - (id.Name[1] - '0'))}") : id;

    private static IEnumerable<(EntityId Buyer, string Group)> InputGroups(World world) =>
        world.Relations.Where(row => row.Kind == RelationKind.Supplies).Select(row => (row.To, row.InputGroup!)).Distinct();

    private static ConcentrationAnswer Concentration(World world, EntityId firm, string group, ConcentrationBy by, ConcentrationDepth depth) =>
        ConcentrationMeasures.Of(world.View(), new ConcentrationQuestion(firm, group, by, depth, []), Ask.Limits, default);

    private static IEnumerable<string> Summary(World world, Func<EntityId, EntityId> name)
    {
        var view = world.View();
        var lines = new List<string>();
        for (var i = 0; i < RandomWorld.CountOf(world); i++)
        {
            var original = World.Id(RandomWorld.Name(i));
            var points = FeasibilityMeasures.SinglePoints(view, name(original), null, Ask.Limits, default).Points.Select(point => point.Node).ToHashSet();
            lines.AddRange(Enumerable.Range(0, RandomWorld.CountOf(world)).Select(j => $"{i} fails with {j}: {points.Contains(name(World.Id(RandomWorld.Name(j))))}"));
            lines.AddRange(ExposureMeasures.Chokepoints(view, name(original), null, Ask.Limits, default).Figures.Select(figure => $"{i} {figure.Group} {figure.Target} {Near(figure.Anywhere)}"));
        }
        return lines.Order(StringComparer.Ordinal);
    }

    private static string Near(ShareRange share) => string.Join(' ', new[] { share.AtLeast, share.AtMost, share.Observed }.Select(part => DecimalText.Print(Math.Round(part, 10))));
}
