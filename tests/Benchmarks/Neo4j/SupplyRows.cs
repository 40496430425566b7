using System.Globalization;
using System.Text.Json;
using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Benchmarks.Neo4j;

/// <summary>
/// An invented supply graph as the store takes it and, row for row, as hand-written Cypher does: firms in blocks of six levels, each buying from the next level
/// of its block through twelve flows, three in ten of which pass a chokepoint. The same number gives the same row.
/// </summary>
internal static class SupplyRows
{
    private const int Levels = 6;
    private const int FirmsALevel = 20;
    private const int FlowsABuyer = 12;
    private const int Block = Levels * FirmsALevel;
    private const int FlowsABlock = (Levels - 1) * FirmsALevel * FlowsABuyer;
    private static readonly string[] Shares = ["0.25", "0.5", "1"];

    /// <summary>How many firms so many flows join.</summary>
    public static int FirmsOf(int flows) => (flows + FlowsABlock - 1) / FlowsABlock * Block;

    /// <summary>The id of a firm.</summary>
    public static string FirmId(int firm) => string.Create(CultureInfo.InvariantCulture, $"firm:{firm:D8}");

    /// <summary>The id of a firm that buys through every level, of a block.</summary>
    public static string Buyer(int root, int blocks) => FirmId((root % blocks * Block) + (root / blocks % FirmsALevel));

    /// <summary>A firm for the store.</summary>
    public static PutNode Firm(int firm) => new(new GraphNode
    {
        Id = EntityId.Parse(FirmId(firm)),
        Label = "FIRM",
        Names = [new LocalName("en", string.Create(CultureInfo.InvariantCulture, $"Firm {firm}"))],
        Properties = """{"sector":"electronics"}""",
    });

    /// <summary>A flow for the store.</summary>
    public static PutRelation Flow(int flow)
    {
        var row = Row.Of(flow);
        List<Reference> references = [new("product", EntityId.Parse(row.Product))];
        if (row.Chokepoint is not null)
            references.Add(new Reference("transit", EntityId.Parse(row.Chokepoint)));
        return new PutRelation(new GraphRelation
        {
            Id = EntityId.Parse(row.Id),
            Type = "SUPPLIES",
            From = EntityId.Parse(row.From),
            To = EntityId.Parse(row.To),
            References = references,
            Properties = row.Properties,
        });
    }

    /// <summary>A flow as a row of hand-written Cypher, with the native properties that the store gives it, as JSON.</summary>
    public static string FlowJson(int flow)
    {
        var row = Row.Of(flow);
        var properties = new Dictionary<string, object>
        {
            ["id"] = row.Id,
            ["revision"] = 1,
            ["properties"] = row.Properties,
            ["ref_roles"] = row.Chokepoint is null ? new[] { "product" } : ["product", "transit"],
            ["ref_ids"] = row.Chokepoint is null ? new[] { row.Product } : [row.Product, row.Chokepoint],
            ["input_group"] = row.Group,
            ["product_id"] = row.Product,
            ["value_usd"] = row.Value,
        };
        if (row.Chokepoint is not null)
            (properties["transits_chokepoint_id"], properties["transits_share"]) = (new[] { row.Chokepoint }, new[] { row.Share });
        return JsonSerializer.Serialize(new { from = row.From, to = row.To, properties });
    }

    private sealed record Row(string Id, string From, string To, string Product, string Group, string Value, string? Chokepoint, string Share)
    {
        public string Properties => Chokepoint is null
            ? $$"""{"input_group":"{{Group}}","product_id":"{{Product}}","value_usd":"{{Value}}"}"""
            : $$"""{"input_group":"{{Group}}","product_id":"{{Product}}","transits":[{"chokepoint_id":"{{Chokepoint}}","share":"{{Share}}"}],"value_usd":"{{Value}}"}""";

        public static Row Of(int flow)
        {
            var (block, within, mix) = (flow / FlowsABlock, flow % FlowsABlock, Mix((ulong)flow));
            var buyer = (block * Block) + (within / FlowsABuyer);
            var supplier = (block * Block) + (((within / FlowsABuyer / FirmsALevel) + 1) * FirmsALevel) + (int)(mix % FirmsALevel);
            return new Row(
                string.Create(CultureInfo.InvariantCulture, $"supplies:{buyer:D8}-{within % FlowsABuyer:D2}-{supplier:D8}"), FirmId(supplier), FirmId(buyer),
                string.Create(CultureInfo.InvariantCulture, $"product:{mix % 5000}"), string.Create(CultureInfo.InvariantCulture, $"group-{within % FlowsABuyer / 4}"),
                ((mix >> 8) % 1_000_000).ToString(CultureInfo.InvariantCulture),
                (mix >> 32) % 10 < 3 ? string.Create(CultureInfo.InvariantCulture, $"chokepoint:{(mix >> 40) % 8}") : null, Shares[(mix >> 48) % 3]);
        }

        // A number that looks random and follows from another (SplitMix64).
        private static ulong Mix(ulong number)
        {
            unchecked
            {
                var mix = (number + 1) * 0x9E3779B97F4A7C15UL;
                mix = (mix ^ (mix >> 30)) * 0xBF58476D1CE4E5B9UL;
                mix = (mix ^ (mix >> 27)) * 0x94D049BB133111EBUL;
                return mix ^ (mix >> 31);
            }
        }
    }
}
