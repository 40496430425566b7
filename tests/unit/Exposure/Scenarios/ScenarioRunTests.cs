using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Exposures;
using GeoGraph.Exposure.Feasibility;
using GeoGraph.Exposure.Feed;
using GeoGraph.Exposure.Scenarios;
using GeoGraph.Exposure.Views;

namespace GeoGraph.UnitTests.Exposure.Scenarios;

/// <summary>Scenarios on random worlds, against worlds that are written changed.</summary>
public sealed class ScenarioRunTests
{
    private static readonly WorldShape Shape = new(Cyclic: true, SeveralGroups: true, Gaps: true);

    [Fact]
    public void A_scenario_that_changes_nothing_changes_no_answer()
    {
        RandomWorld.ForEach(50, Shape, world =>
        {
            var baseline = Load(world);
            ScenarioStep[] steps =
            [
                .. world.Nodes.Select(row => new PutNodeStep("", row)),
                .. world.Relations.Select(row => new PutRelationStep("", row)),
            ];
            var same = ScenarioRun.Apply(baseline, [new Scenario("all as it is", steps)], CancellationToken.None);
            var factors = world.Relations.Where(row => row.Kind == RelationKind.Supplies).Select(row => new AdjustRelationStep("", row.Id) { Factor = 1m });
            var timesOne = ScenarioRun.Apply(baseline, [new Scenario("times one", [.. factors])], CancellationToken.None);

            Assert.Equal(Answers(baseline), Answers(same));
            Assert.Equal(Answers(baseline), Answers(timesOne));
        });
    }

    [Fact]
    public void A_scenario_is_the_world_written_changed()
    {
        RandomWorld.ForEach(50, Shape, world =>
        {
            var random = new Random(world.Relations.Count * 31 + world.Nodes.Count);
            var steps = Steps(world, random);
            var assumed = ScenarioRun.Apply(Load(world), [new Scenario("random", steps)], CancellationToken.None);
            var stepwise = ScenarioRun.Apply(Load(world), [.. steps.Select(step => new Scenario("one", [step]))], CancellationToken.None);
            foreach (var step in steps)
                Write(world, step);

            Assert.Equal(Answers(Load(world)), Answers(assumed));
            Assert.Equal(Answers(Load(world)), Answers(stepwise));
        });
    }

    [Fact]
    public void Removing_more_never_makes_an_infeasible_buyer_feasible()
    {
        RandomWorld.ForEach(150, Shape, world =>
        {
            var view = Load(world).At(World.Day, EvidenceRule.All);
            foreach (var buyer in Firms(world))
            {
                var gone = new List<EntityId>();
                var feasible = true;
                foreach (var firm in Firms(world).Where(firm => firm != buyer))
                {
                    gone.Add(firm);
                    var still = FeasibilityMeasures.IsFeasibleWithout(view, buyer, null, gone, TraceLimits.Default, CancellationToken.None);
                    Assert.True(feasible || !still);
                    feasible = still;
                }
            }
        });
    }

    // No two steps are about one thing, and none puts a relation of a firm that another takes away.
    private static List<ScenarioStep> Steps(World world, Random random)
    {
        var steps = new List<ScenarioStep>();
        EntityId? removed = random.Next(2) == 0 ? World.Id(RandomWorld.Name(random.Next(RandomWorld.CountOf(world)))) : null;
        if (removed is { } firm)
            steps.Add(new RemoveStep("", firm));
        foreach (var row in world.Relations.Where(row => row.Kind == RelationKind.Supplies && row.From != removed && row.To != removed).ToList())
        {
            switch (random.Next(5))
            {
                case 0:
                    steps.Add(new RemoveStep("", row.Id));
                    break;
                case 1:
                    steps.Add(new AdjustRelationStep("", row.Id) { Factor = 0.5m });
                    break;
                case 2:
                    steps.Add(new PutRelationStep("", row with { InputGroup = "other", ValueUsdPerYear = 7m }));
                    break;
                default:
                    break;
            }
        }
        return steps;
    }

    private static void Write(World world, ScenarioStep step)
    {
        switch (step)
        {
            case RemoveStep remove:
                world.Nodes.RemoveAll(row => row.Id == remove.Id);
                world.Relations.RemoveAll(row => row.Id == remove.Id || row.From == remove.Id || row.To == remove.Id);
                break;
            case AdjustRelationStep adjust:
                world.Change(adjust.Id.Value, row => row with { ValueUsdPerYear = row.ValueUsdPerYear * adjust.Factor });
                break;
            case PutRelationStep put:
                world.Change(put.Row.Id.Value, _ => put.Row);
                break;
            default:
                throw new InvalidOperationException(step.ToString());
        }
    }

    private static LoadedGraph Load(World world) => new(world.Compile().Graph, new Revision(7), new Dictionary<EntityId, EntityId>());

    private static IEnumerable<EntityId> Firms(World world) => world.Nodes.Where(row => row.Kind == NodeKind.Firm).Select(row => row.Id);

    // Every figure of every firm, and whose loss alone stops it.
    private static string Answers(LoadedGraph loaded)
    {
        var view = loaded.At(World.Day, EvidenceRule.All);
        var answers = new List<string>();
        for (var node = 0; node < view.Graph.NodeCount; node++)
        {
            if (view.Graph.KindOf(node) != NodeKind.Firm)
                continue;
            var of = view.Graph.NodeId(node);
            var suppliers = ExposureMeasures.Suppliers(view, of, null, TraceLimits.Default, CancellationToken.None);
            var passages = ExposureMeasures.Chokepoints(view, of, null, TraceLimits.Default, CancellationToken.None);
            answers.AddRange(suppliers.Figures.Concat(passages.Figures).Select(figure => $"{figure.Buyer} {figure.Group} {figure.Target} {figure.Anywhere} {string.Join(',', figure.Tiers)}"));
            var points = FeasibilityMeasures.SinglePoints(view, of, null, TraceLimits.Default, CancellationToken.None);
            answers.Add($"{of}: {points.FeasibleBefore} {string.Join(',', points.Points.Select(point => point.Node))}");
        }
        return string.Join('\n', answers);
    }
}
