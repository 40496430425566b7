using System.Globalization;
using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.UnitTests.Exposure;

/// <summary>What a random world may hold.</summary>
/// <param name="Cyclic">Suppliers may form circles.</param>
/// <param name="SeveralGroups">Buyers may have two input groups.</param>
/// <param name="Gaps">Values may be missing, with or without stated shares, and some evidence is inferred or weak.</param>
internal sealed record WorldShape(bool Cyclic = false, bool SeveralGroups = false, bool Gaps = false);

/// <summary>Small worlds of 2 to 8 firms in three states, with two chokepoints; the same seed gives the same world.</summary>
internal static class RandomWorld
{
    /// <summary>The seed of every run; a failing case prints its own number, which alone reproduces it.</summary>
    public const int Seed = 20260201;

    private static readonly string[] StateCodes = ["AA", "BB", "CC"];

    public static World Create(int number, WorldShape shape)
    {
        var random = new Random(Seed + number);
        var count = random.Next(2, 9);
        var world = new World().States(StateCodes).Chokepoints("x", "y");
        for (var i = 0; i < count; i++)
            world.Firm(Name(i), StateCodes[random.Next(StateCodes.Length)]);
        for (var supplier = 0; supplier < count; supplier++)
        {
            for (var buyer = 0; buyer < count; buyer++)
            {
                if ((shape.Cyclic ? supplier != buyer : supplier < buyer) && random.NextDouble() < 0.4)
                    AddFlow(world, random, shape, Name(supplier), Name(buyer));
            }
        }
        return world;
    }

    public static string Name(int firm) => "F" + firm.ToString(CultureInfo.InvariantCulture);

    public static int CountOf(World world) => world.Nodes.Count(node => node.Kind == NodeKind.Firm);

    /// <summary>Runs a check on many worlds; a failure names the case.</summary>
    public static void ForEach(int cases, WorldShape shape, Action<World> check)
    {
        for (var number = 0; number < cases; number++)
        {
            var world = Create(number, shape);
            var failure = Record.Exception(() => check(world));
            Assert.True(failure is null, $"world {number} of {shape} with seed {Seed}: {failure}");
        }
    }

    private static void AddFlow(World world, Random random, WorldShape shape, string supplier, string buyer)
    {
        (string, decimal)[] passes = [.. new[] { "x", "y" }.Where(_ => random.NextDouble() < 0.3).Select(name => (name, random.Next(1, 5) / 4m))];
        var group = shape.SeveralGroups && random.Next(2) == 0 ? "second" : "first";
        world.Supply(supplier, buyer, "1001", group, random.Next(1, 20), passes);
        if (!shape.Gaps)
            return;
        var (kind, share, weak, inferred) = (random.Next(6), random.Next(0, 11) / 10m, random.Next(8) == 0, random.Next(6) == 0);
        world.Change($"supplies:{supplier}-{buyer}", row => row with
        {
            ValueUsdPerYear = kind < 4 ? row.ValueUsdPerYear : null,
            Share = kind is 3 or 4 ? share : null,
            Confidence = weak ? Confidence.Rumour : Confidence.Reported,
            Inferred = inferred,
            Essential = random.Next(4) > 0,
        });
    }
}
