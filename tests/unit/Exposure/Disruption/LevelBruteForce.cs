using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.UnitTests.Exposure.Disruption;

/// <summary>
/// Levels once more, straight from the definition over the rows of a world in which every flow states a value: everybody starts at full production and takes
/// losses round by round until nothing changes. Firms are counted from 0 in the order of rows; in double, good to about nine places.
/// </summary>
internal sealed class LevelBruteForce
{
    private sealed record Input(string Group, bool Essential, double Weight, (int Supplier, double Share, EntityId Flow)[] Flows);

    private readonly Input[][] _inputs;

    public LevelBruteForce(World world)
    {
        Firms = [.. world.Nodes.Where(node => node.Kind == NodeKind.Firm).Select(node => node.Id)];
        _inputs = [.. Firms.Select(firm => InputsOf(world, firm))];
        Sales = [.. Firms.Select(firm => world.Relations.Where(row => row.Kind == RelationKind.Supplies && row.From == firm)
            .Select(row => (Buyer: Firms.IndexOf(row.To), row.InputGroup!, row.Id, (double)row.ValueUsdPerYear!.Value)).ToArray())];
    }

    public List<EntityId> Firms { get; }

    public (int Buyer, string Group, EntityId Flow, double Value)[][] Sales { get; }

    /// <summary>The level of each firm. What <paramref name="met"/> names as firm and group is there in full.</summary>
    public double[] Levels(IReadOnlySet<int> gone, Func<EntityId, double> delivered, IReadOnlySet<int> linear, Func<int, string, bool>? met = null)
    {
        var levels = Enumerable.Repeat(1.0, Firms.Count).ToArray();
        for (var (round, change) = (0, 1.0); round < 100_000 && change > 1e-15; round++)
        {
            change = 0;
            for (var firm = 0; firm < levels.Length; firm++)
            {
                var now = gone.Contains(firm) ? 0 : Level(firm, levels, delivered, linear.Contains(firm), met);
                change = Math.Max(change, Math.Abs(levels[firm] - now));
                levels[firm] = now;
            }
        }
        return levels;
    }

    /// <summary>What arrives of a group.</summary>
    public double Available(int firm, string group, double[] levels, Func<EntityId, double> delivered) =>
        Available(_inputs[firm].Single(input => input.Group == group), levels, delivered);

    private static double Available(Input input, double[] levels, Func<EntityId, double> delivered)
    {
        var sum = 0.0;
        foreach (var (supplier, share, flow) in input.Flows)
            sum += share * delivered(flow) * levels[supplier];
        return sum;
    }

    private double Level(int firm, double[] levels, Func<EntityId, double> delivered, bool linear, Func<int, string, bool>? met)
    {
        var available = Array.ConvertAll(_inputs[firm], input => met?.Invoke(firm, input.Group) == true ? 1 : Available(input, levels, delivered));
        var pace = 1.0;
        for (var i = 0; i < available.Length; i++)
            pace = _inputs[firm][i].Essential && !linear ? Math.Min(pace, available[i]) : pace;
        var level = pace;
        for (var i = 0; i < available.Length; i++)
            level -= _inputs[firm][i].Essential && !linear ? 0 : _inputs[firm][i].Weight * Math.Max(0, pace - available[i]);
        return level;
    }

    private Input[] InputsOf(World world, EntityId firm)
    {
        var rows = world.Relations.Where(row => row.Kind == RelationKind.Supplies && row.To == firm).ToList();
        var all = rows.Sum(row => (double)row.ValueUsdPerYear!.Value);
        return [.. rows.GroupBy(row => row.InputGroup!).Select(group =>
        {
            var value = group.Sum(row => (double)row.ValueUsdPerYear!.Value);
            return new Input(group.Key, group.Any(row => row.Essential), value / all, [.. group.Select(row => (Firms.IndexOf(row.From), (double)row.ValueUsdPerYear!.Value / value, row.Id))]);
        })];
    }
}
