using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>A part of an entry between two cuts.</summary>
/// <param name="Entry">The part as an entry of its own.</param>
/// <param name="From">Where it begins, as a share of the whole.</param>
/// <param name="To">Where it ends.</param>
internal sealed record QuotaPiece(Entry Entry, QuotaCut From, QuotaCut To)
{
    private const string Degrees = "degree";

    /// <summary>
    /// Divides an entry where quotas end. Value, quantities and content values go in proportion; each is cut at its running total, amounts of money at
    /// cents, so that the parts sum to the whole exactly.
    /// </summary>
    /// <param name="entry">The entry.</param>
    /// <param name="draws">The quotas, with how much of the entry each takes.</param>
    /// <param name="outOfSeason">Measures that no part enters at.</param>
    public static IReadOnlyList<QuotaPiece> Divide(Entry entry, IReadOnlyList<(QuotaDraw Draw, QuotaCut Cut)> draws, IReadOnlyDictionary<EntityId, string> outOfSeason)
    {
        var ends = draws.Select(draw => draw.Cut).Where(cut => cut.Part > 0m && cut.Part < cut.Of).Append(QuotaCut.Whole).Order().ToArray();
        var pieces = new List<QuotaPiece>();
        var from = QuotaCut.None;
        foreach (var to in ends)
        {
            if (from.CompareTo(to) == 0)
                continue;
            var shutOut = new Dictionary<EntityId, string>(outOfSeason);
            foreach (var (draw, cut) in draws.Where(draw => draw.Cut.CompareTo(to) < 0))
                shutOut[draw.Quota.Quota.InQuotaMeasureId] = draw.Beyond;
            var part = new QuotaPart { WholeValue = entry.CustomsValue, ShutOut = shutOut, Yields = YieldsOf(draws) };
            pieces.Add(new QuotaPiece(Cut(entry, from, to) with { Part = part }, from, to));
            from = to;
        }
        return pieces;
    }

    /// <summary>How much of a quantity of the whole entry the part is.</summary>
    public decimal Of(decimal whole) => To.Share(whole) - From.Share(whole);

    private static ILookup<EntityId, EntityId> YieldsOf(IReadOnlyList<(QuotaDraw Draw, QuotaCut Cut)> draws) => draws
        .Where(draw => draw.Draw.Quota.Quota.OutOfQuotaMeasureId is not null)
        .ToLookup(draw => draw.Draw.Quota.Quota.OutOfQuotaMeasureId!.Value, draw => draw.Draw.Quota.Quota.InQuotaMeasureId);

    private static Entry Cut(Entry entry, QuotaCut from, QuotaCut to)
    {
        if (from == QuotaCut.None && to == QuotaCut.Whole)
            return entry;
        return entry with
        {
            CustomsValue = Money(entry.CustomsValue, from, to),
            Quantities = entry.Quantities.ToDictionary(pair => pair.Key, pair => IsMeasurement(pair.Key) ? pair.Value : to.Share(pair.Value) - from.Share(pair.Value)),
            Facts = entry.Facts.ToDictionary(pair => pair.Key, pair =>
                FactNames.IsContent(pair.Key) && FactValue.Read(pair.Value).Number is { } content ? DecimalText.Print(Money(content, from, to)) : pair.Value),
        };
    }

    // What is measured of the goods, as degrees of sugar, is the same of every part of them.
    private static bool IsMeasurement(string name) => UnitOfMeasure.Find(name)?.Dimension == Degrees;

    private static decimal Money(decimal whole, QuotaCut from, QuotaCut to) => Running(whole, to) - Running(whole, from);

    private static decimal Running(decimal whole, QuotaCut upTo) => upTo == QuotaCut.Whole ? whole : Settlement.ToCents(upTo.Share(whole));
}
