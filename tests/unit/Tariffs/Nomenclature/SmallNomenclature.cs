using GeoGraph.Core;
using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs;

/// <summary>
/// A schedule of two revisions, of 2025 and of 2026:
/// <code>
/// 8457           Machining centers
///   8457.10.00     of one machine                4.2%    see 9903.88.01 and 9902.15.35
///     8457.10.00.05  used                                 until 2025
///     8457.10.00.15  new
///   8457.20.00     of stations                   3.3%
///   8457.30.00.00  transfer machines             3.3%    not divided, printed with ten digits
/// 9101.11.40     watches                         51¢ each  not divided, printed with eight
/// 9801.00.10     returned goods                  Free
/// 9813.00.05     under bond                              no rate
/// 9903.88.01     an additional duty
/// </code>
/// </summary>
internal static class SmallNomenclature
{
    private static readonly DateOnly Change = World.Day("2026-01-01");

    public static Nomenclature Of() => NomenclatureTable.Compile([Schedule], [Machines, Others]).Of(Schedule.ImposedById)!;

    public static NomenclatureTable Table => NomenclatureTable.Compile([Schedule], [Machines, Others]);

    public static PublishedSchedule Schedule => new("tariff-schedule:us", "Schedule of the United States", EntityId.Parse("state:US"),
        [new PublishedRevision("2025_basic", World.Day("2025-01-01")), new PublishedRevision("2026_basic", Change)]);

    private static PublishedHeading Machines => new("tariff-heading:us-8457", EntityId.Parse("state:US"),
    [
        Line("8457"),
        Line("84571000", "4.2%") with { Headings = ["9903.88.01", "9902.15.35", "9817.00.01"] },
        Line("8457100005") with { Valid = new ValidPeriod(null, Change) },
        Line("8457100015"),
        Line("84572000", "3.3%"),
        Line("8457300000", "3.3%"),
    ]);

    private static PublishedHeading Others => new("tariff-heading:us-9101", EntityId.Parse("state:US"),
        [Line("91011140", "51¢ each"), Line("98010010", "Free"), Line("98130005"), Line("99038801")]);

    private static NomenclatureLine Line(string digits, string general = "") =>
        new() { Digits = digits, General = general, Description = "line " + digits, Units = ["No."] };
}
