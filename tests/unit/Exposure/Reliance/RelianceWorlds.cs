using System.Globalization;
using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Reliance;
using MathNet.Numerics.LinearAlgebra;

namespace GeoGraph.UnitTests.Exposure;

/// <summary>Worlds with outputs, and the same reliance by dense linear algebra.</summary>
internal static class RelianceWorlds
{
    private static readonly (string Firm, decimal Output)[] Outputs =
    [
        ("US_OEM", 1000), ("US_PACK", 400), ("MX_ECU", 300), ("KR_CATHODE", 120), ("CN_REFINE", 60), ("MY_OSAT", 150),
        ("TW_FAB", 80), ("KR_FAB", 20), ("DE_SEMI", 50), ("AU_MINE", 40), ("CL_MINE", 30),
    ];

    /// <summary>The small world with the outputs of its firms.</summary>
    public static World Small()
    {
        var world = SmallWorld.Create();
        foreach (var (firm, output) in Outputs)
            WithOutput(world, firm, output);
        return world;
    }

    /// <summary>Sets a firm's output.</summary>
    public static World WithOutput(this World world, string firm, decimal? output)
    {
        var place = world.Nodes.FindIndex(node => node.Id == World.Id(firm));
        world.Nodes[place] = world.Nodes[place] with { OutputUsdPerYear = output };
        return world;
    }

    /// <summary>Every firm's output is what it takes in, times one and a bit: a tenth up to all of its value is its own.</summary>
    public static World WithOutputs(World world, int seed)
    {
        var random = new Random(seed);
        foreach (var node in world.Nodes.Where(node => node.Kind == NodeKind.Firm).ToList())
        {
            var inputs = world.Relations.Where(row => row.Kind == RelationKind.Supplies && row.To == node.Id).Sum(row => row.ValueUsdPerYear ?? 0m);
            WithOutput(world, node.Id.Name, Math.Round(inputs * (1.05m + (decimal)random.NextDouble()), 4) + 1m);
        }
        return world;
    }

    /// <summary>Firms in one great circle with chords, so that all of them are upstream of all.</summary>
    public static World Circle(int firms, int chords, int seed)
    {
        var (world, random) = (new World(), new Random(seed));
        for (var firm = 0; firm < firms; firm++)
            world.Firm(Name(firm));
        for (var firm = 0; firm < firms; firm++)
            world.Supply(Name(firm), Name((firm + 1) % firms), "1001", "ring", random.Next(1, 100));
        for (var chord = 0; chord < chords; chord++)
        {
            var (from, to) = (random.Next(firms), random.Next(firms));
            if (from != to && !world.Relations.Exists(row => row.From == World.Id(Name(from)) && row.To == World.Id(Name(to))))
                world.Supply(Name(from), Name(to), "1001", "chord", random.Next(1, 100));
        }
        return WithOutputs(world, seed);
    }

    /// <summary>A chain of firms with an output of one, each of which takes in so many times that from the next.</summary>
    public static World Growing(int firms, decimal times)
    {
        var world = new World();
        for (var firm = 0; firm < firms; firm++)
            world.Firm(Name(firm)).WithOutput(Name(firm), 1m);
        for (var firm = 1; firm < firms; firm++)
            world.Supply(Name(firm), Name(firm - 1), "1001", "g", times);
        return world;
    }

    public static string Name(int firm) => "F" + firm.ToString(CultureInfo.InvariantCulture);

    /// <summary>(I − A)⁻¹ over the firms of a world, rows of suppliers and columns of buyers, by LU decomposition in double.</summary>
    public static (IReadOnlyList<EntityId> Firms, Matrix<double> Leontief, double[] Adds) Dense(World world)
    {
        List<NodeRow> firms = [.. world.Nodes.Where(node => node.Kind == NodeKind.Firm)];
        var flows = world.Relations.Where(row => row.Kind == RelationKind.Supplies).ToList();
        var inputs = Matrix<double>.Build.Dense(firms.Count, firms.Count);
        foreach (var flow in flows)
        {
            var (supplier, buyer) = (firms.FindIndex(node => node.Id == flow.From), firms.FindIndex(node => node.Id == flow.To));
            inputs[supplier, buyer] += (double)(flow.ValueUsdPerYear!.Value / firms[buyer].OutputUsdPerYear!.Value);
        }
        var adds = inputs.ColumnSums().Select(sum => 1 - sum).ToArray();
        return ([.. firms.Select(node => node.Id)], (Matrix<double>.Build.DenseIdentity(firms.Count) - inputs).Inverse(), adds);
    }

    /// <summary>Holds an answer to the dense inverse.</summary>
    public static void AssertEqualsDense(World world, EntityId of, RelianceAnswer answer, double tolerance)
    {
        var (firms, leontief, adds) = Dense(world);
        var buyer = firms.ToList().IndexOf(of);
        var found = answer.Figures.ToDictionary(figure => figure.On);
        for (var firm = 0; firm < firms.Count; firm++)
        {
            if (firm == buyer)
                continue;
            var figure = found.GetValueOrDefault(firms[firm]);
            Assert.Equal(leontief[firm, buyer], (double)(figure?.Gross ?? 0m), tolerance);
            Assert.Equal(leontief[firm, buyer] * adds[firm], (double)(figure?.ValueAdded!.Value.AtLeast ?? 0m), tolerance);
        }
        Assert.Equal(leontief[buyer, buyer] * adds[buyer], (double)answer.OwnValueAdded!.Value.AtLeast, tolerance);
        Assert.Equal(1, (double)(answer.OwnValueAdded.Value.AtLeast + answer.Figures.Sum(figure => figure.ValueAdded!.Value.AtLeast)), tolerance);
    }
}
