using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Common.V1;

namespace GeoGraph.ServiceTests.Exposure;

/// <summary>
/// An invented world; it makes no claim about trade.
/// <code>
///  AU_MINE --40 li_feed--> CN_REFINE --60 li--> KR_CATHODE --120 cathode--> US_PACK --400 pack--+
///            (Lombok 1)       ^                   ^                                             |
///  CL_MINE --10 li_feed-------+                   |                                             v
///     +------20 li--------------------------------+                                          US_OEM
///                                                                                               ^
///  TW_FAB --80 wafer--> MY_OSAT --150 chip--> MX_ECU --300 ecu----------------------------------+
///    (Taiwan 1/2, Luzon 1/2)  ^    (Luzon 1)    ^
///  KR_FAB --20 wafer----------+                 |
///    (Taiwan 1)                                 |
///  DE_SEMI --50 chip (Dover 1, inferred)--------+
/// </code>
/// What each makes in a year, which passages and relations have a capacity, and which stocks are held stands below. A lost refiner takes 90 days to come back.
/// DE and JP are members of a pact, JP_FAB makes a fifth of the world's chips, HU owns DE_SEMI, and US imports chips from TW (30) and KR (10).
/// </summary>
internal static class SmallWorld
{
    public const string Chip = "product:854231";
    private static readonly string[] States = ["AU", "CL", "CN", "DE", "HU", "JP", "KR", "MX", "MY", "TW", "US"];
    private static readonly string[] Firms =
        ["AU_MINE", "CL_MINE", "CN_REFINE", "DE_SEMI", "HU_HOLDING", "JP_FAB", "KR_CATHODE", "KR_FAB", "MX_ECU", "MY_OSAT", "TW_FAB", "US_OEM", "US_PACK"];

    private static readonly Dictionary<string, string> Outputs = new()
    {
        ["US_OEM"] = "1000",
        ["US_PACK"] = "400",
        ["MX_ECU"] = "300",
        ["KR_CATHODE"] = "120",
        ["CN_REFINE"] = "60",
        ["MY_OSAT"] = "150",
        ["TW_FAB"] = "80",
        ["KR_FAB"] = "20",
        ["DE_SEMI"] = "50",
        ["AU_MINE"] = "40",
        ["CL_MINE"] = "30",
    };

    private static readonly Dictionary<string, Stock> Stocks = new()
    {
        ["KR_CATHODE"] = new() { InputGroup = "li", Days = "30" },
        ["US_PACK"] = new() { InputGroup = "cathode", Days = "20" },
        ["US_OEM"] = new() { InputGroup = "pack", Days = "10" },
    };

    private static readonly Dictionary<string, string> Capacities = new()
    {
        ["supplies:TW_FAB-MY_OSAT"] = "100",
        ["supplies:KR_FAB-MY_OSAT"] = "25",
        ["supplies:MY_OSAT-MX_ECU"] = "110",
        ["supplies:DE_SEMI-MX_ECU"] = "60",
    };

    public static IReadOnlyList<ActorChange> Changes =>
    [
        .. States.Select(state => Named("state:" + state)),
        .. Firms.Select(Firm),
        .. new[] { "dover", "lombok", "luzon", "taiwan-strait" }.Select(passage => Named("chokepoint:" + passage)),
        .. new[] { "253090", "283691", "284190", "850760", "853710", "854231" }.Select(product => Named("product:" + product)),
        Named("bloc:pact"), Named("person:minister"),
        .. Firms.Select(firm => Relate(RelationType.LocatedIn, "located-in", "firm:" + firm, "state:" + firm[..2])),
        Relate(RelationType.MemberOf, "member-of", "state:DE", "bloc:pact"), Relate(RelationType.MemberOf, "member-of", "state:JP", "bloc:pact"),
        Relate(RelationType.Owns, "owns", "firm:HU_HOLDING", "firm:DE_SEMI", relation => relation.Share = "0.6"),
        Relate(RelationType.Produces, "produces", "firm:JP_FAB", Chip, relation => relation.Share = "0.2"),
        Supply("AU_MINE", "CN_REFINE", "253090", "li_feed", "40", Passes("lombok", "1")),
        Supply("CL_MINE", "CN_REFINE", "283691", "li_feed", "10"),
        Supply("CN_REFINE", "KR_CATHODE", "283691", "li", "60"),
        Supply("CL_MINE", "KR_CATHODE", "283691", "li", "20"),
        Supply("KR_CATHODE", "US_PACK", "284190", "cathode", "120"),
        Supply("TW_FAB", "MY_OSAT", "854231", "wafer", "80", Passes("taiwan-strait", "0.5"), Passes("luzon", "0.5")),
        Supply("KR_FAB", "MY_OSAT", "854231", "wafer", "20", Passes("taiwan-strait", "1")),
        Supply("MY_OSAT", "MX_ECU", "854231", "chip", "150", Passes("luzon", "1")),
        Supply("DE_SEMI", "MX_ECU", "854231", "chip", "50", Passes("dover", "1", "taken from the sea route")),
        Supply("MX_ECU", "US_OEM", "853710", "ecu", "300"),
        Supply("US_PACK", "US_OEM", "850760", "pack", "400"),
        Export("TW", "30"), Export("KR", "10"),
    ];

    public static ActorChange Named(string id) =>
        new() { Actor = new Actor { Id = id, Names = { new LocalName { Language = "en", Text = id[(id.IndexOf(':') + 1)..] } } } };

    public static ActorChange Relate(RelationType type, string kind, string from, string to, Action<Relation>? set = null)
    {
        var relation = new Relation { Id = $"{kind}:{NameOf(from)}-{NameOf(to)}", Type = type, FromId = from, ToId = to };
        relation.Evidence = new Evidence { Confidence = Confidence.Reported, Sources = { new Source { Title = "the world itself" } } };
        set?.Invoke(relation);
        return new ActorChange { Relation = relation };
    }

    public static ActorChange Supply(string from, string to, string product, string group, string value, params Transit[] transits) =>
        Relate(RelationType.Supplies, "supplies", "firm:" + from, "firm:" + to, relation =>
        {
            (relation.ProductId, relation.InputGroup, relation.ValueUsdPerYear) = ("product:" + product, group, value);
            relation.CapacityUsdPerYear = Capacities.GetValueOrDefault(relation.Id, "");
            relation.Transits.Add(transits);
        });

    public static Transit Passes(string chokepoint, string share, string inference = "") =>
        new() { ChokepointId = "chokepoint:" + chokepoint, Share = share, Inferred = inference.Length > 0, Inference = inference };

    private static ActorChange Firm(string name)
    {
        var firm = Named("firm:" + name);
        firm.Actor.OutputUsdPerYear = Outputs.GetValueOrDefault(name, "");
        firm.Actor.RecoveryDays = name == "CN_REFINE" ? "90" : "";
        if (Stocks.TryGetValue(name, out var stock))
            firm.Actor.Stocks.Add(stock);
        return firm;
    }

    private static ActorChange Export(string from, string value) =>
        Relate(RelationType.ExportsTo, "exports-to", "state:" + from, "state:US", relation => (relation.ProductId, relation.ValueUsdPerYear) = (Chip, value));

    private static string NameOf(string id) => id[(id.IndexOf(':') + 1)..];
}
