using System.Globalization;
using GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Benchmarks.Graphs;

/// <summary>
/// An invented supply graph of any size, as an export tells it: firms in blocks of six levels, each buying from the next level of its block in three input groups
/// of four flows, so that what lies upstream of a firm is bounded; three flows in ten pass a chokepoint; every firm lies in a state. Ten relations a firm, one of them
/// its place. The same number gives the same row.
/// </summary>
/// <param name="relations">About how many relations there are.</param>
internal sealed class SyntheticSupply(int relations)
{
    private const int RowsAtOnce = 2048;
    private const int Levels = 6;
    private const int FirmsALevel = 20;
    private const int Block = Levels * FirmsALevel;
    private const int FlowsABuyer = 12;
    private const int States = 60;
    private const int Chokepoints = 8;
    private const int Products = 5000;
    private static readonly string[] Shares = ["0.25", "0.5", "1"];

    // In each block every level but the last buys: 100 of 120 firms, twelve flows each, and 120 places.
    private readonly int _blocks = Math.Max(1, relations / (((Levels - 1) * FirmsALevel * FlowsABuyer) + Block));

    /// <summary>How many relations there are.</summary>
    public int Relations => _blocks * (((Levels - 1) * FirmsALevel * FlowsABuyer) + Block);

    /// <summary>How many firms there are.</summary>
    public int Firms => _blocks * Block;

    /// <summary>The id of a firm that buys through every level.</summary>
    public static string Buyer(int block) => Firm((block * Block) + 7);

    /// <summary>The export after its header: actors, then relations, each in order of id.</summary>
    public IEnumerable<ExportActorsResponse> Chunks()
    {
        var actors = new ColumnWriter();
        for (var i = 0; i < Chokepoints; i++)
            actors.Add(string.Create(CultureInfo.InvariantCulture, $"chokepoint:{i}"), ActorKind.Chokepoint);
        for (var firm = 0; firm < Firms; firm++)
        {
            actors.Add(Firm(firm), ActorKind.Firm);
            if (actors.Count == RowsAtOnce)
                yield return actors.TakeActors();
        }
        for (var state = 0; state < States; state++)
            actors.Add(State(state), ActorKind.State);
        yield return actors.TakeActors();
        var rows = new ColumnWriter();
        foreach (var _ in RowsInto(rows))
        {
            if (rows.Count == RowsAtOnce)
                yield return rows.TakeRelations();
        }
        if (rows.Count > 0)
            yield return rows.TakeRelations();
    }

    private IEnumerable<int> RowsInto(ColumnWriter rows)
    {
        for (var firm = 0; firm < Firms; firm++)
        {
            rows.AddPlace(string.Create(CultureInfo.InvariantCulture, $"located-in:{firm:D8}"), Firm(firm), State(firm % States));
            yield return firm;
        }
        for (var buyer = 0; buyer < Firms; buyer++)
        {
            var (level, first) = (buyer % Block / FirmsALevel, buyer - (buyer % Block));
            for (var flow = 0; flow < FlowsABuyer && level < Levels - 1; flow++)
            {
                var mix = Mix(buyer, flow);
                var supplier = first + ((level + 1) * FirmsALevel) + (int)(mix % FirmsALevel);
                rows.AddFlow(
                    string.Create(CultureInfo.InvariantCulture, $"supplies:{buyer:D8}-{flow:D2}-{supplier:D8}"), Firm(supplier), Firm(buyer),
                    string.Create(CultureInfo.InvariantCulture, $"product:{(buyer + flow) % Products}"), string.Create(CultureInfo.InvariantCulture, $"group-{flow / 4}"),
                    ((mix >> 8) % 1_000_000).ToString(CultureInfo.InvariantCulture),
                    (mix >> 32) % 10 < 3 ? string.Create(CultureInfo.InvariantCulture, $"chokepoint:{(mix >> 40) % Chokepoints}") : null, Shares[(mix >> 48) % 3]);
                yield return buyer;
            }
        }
    }

    private static string Firm(int firm) => string.Create(CultureInfo.InvariantCulture, $"firm:{firm:D8}");

    private static string State(int state) => string.Create(CultureInfo.InvariantCulture, $"state:{state:D2}");

    // A number that looks random and follows from two others (SplitMix64).
    private static ulong Mix(int one, int other)
    {
        unchecked
        {
            var mix = (((ulong)one << 8) + (ulong)other + 1) * 0x9E3779B97F4A7C15UL;
            mix = (mix ^ (mix >> 30)) * 0xBF58476D1CE4E5B9UL;
            mix = (mix ^ (mix >> 27)) * 0x94D049BB133111EBUL;
            return mix ^ (mix >> 31);
        }
    }
}
