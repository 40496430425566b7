namespace GeoGraph.UnitTests.Exposure;

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
///  DE_SEMI --50 chip (Dover 1)------------------+
/// </code>
/// Expected: chips into MX_ECU have an HHI of 0.625 direct, 0.445 looked through (TW .60, KR .15, DE .25); single points of
/// failure of US_OEM are exactly KR_CATHODE, MX_ECU and US_PACK; the Taiwan Strait carries 60% of MY_OSAT's wafers at tier 1
/// and 45% of MX_ECU's chips at tier 2.
/// </summary>
internal static class SmallWorld
{
    public static World Create() => new World()
        .States("AU", "CL", "CN", "DE", "KR", "MX", "MY", "TW", "US")
        .Chokepoints("dover", "lombok", "luzon", "taiwan-strait")
        .Firm("AU_MINE", "AU").Firm("CL_MINE", "CL").Firm("CN_REFINE", "CN").Firm("DE_SEMI", "DE").Firm("KR_CATHODE", "KR").Firm("KR_FAB", "KR")
        .Firm("MX_ECU", "MX").Firm("MY_OSAT", "MY").Firm("TW_FAB", "TW").Firm("US_OEM", "US").Firm("US_PACK", "US")
        .Supply("AU_MINE", "CN_REFINE", "253090", "li_feed", 40m, ("lombok", 1m))
        .Supply("CL_MINE", "CN_REFINE", "283691", "li_feed", 10m)
        .Supply("CN_REFINE", "KR_CATHODE", "283691", "li", 60m)
        .Supply("CL_MINE", "KR_CATHODE", "283691", "li", 20m)
        .Supply("KR_CATHODE", "US_PACK", "284190", "cathode", 120m)
        .Supply("TW_FAB", "MY_OSAT", "854231", "wafer", 80m, ("taiwan-strait", 0.5m), ("luzon", 0.5m))
        .Supply("KR_FAB", "MY_OSAT", "854231", "wafer", 20m, ("taiwan-strait", 1m))
        .Supply("MY_OSAT", "MX_ECU", "854231", "chip", 150m, ("luzon", 1m))
        .Supply("DE_SEMI", "MX_ECU", "854231", "chip", 50m, ("dover", 1m))
        .Supply("MX_ECU", "US_OEM", "853710", "ecu", 300m)
        .Supply("US_PACK", "US_OEM", "850760", "pack", 400m);
}
