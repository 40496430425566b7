namespace GeoGraph.Tariffs;

/// <summary>
/// Prices entries that draw on quotas: each part by its own measures, around the pricing of single entries. Where it is not known how much is within, the
/// entry is priced within and beyond, and what is missing is named.
/// </summary>
internal sealed class QuotaPricing(QuotaDraws found, Func<Entry, DutyAnswer> price)
{
    private const int MostOpen = 4;
    private readonly QuotaDraw[] _open = [.. found.Draws.Where(draw => draw.IsOpen)];

    /// <summary>What an entry owes.</summary>
    public DutyAnswer Price(Entry entry)
    {
        var ways = Ways().Select(within => Priced(entry, draw => !draw.IsOpen ? draw.Cut : within.Contains(draw) ? QuotaCut.Whole : QuotaCut.None)).ToArray();
        var answer = QuotaAnswers.Either(ways, [.. _open.SelectMany(draw => draw.Missing).Distinct(StringComparer.Ordinal)]);
        return answer with
        {
            Remainder = null,
            QuotaStandings = [.. found.Draws.Select(draw => draw.Standing)],
            Assumptions = QuotaAnswers.Merged([.. answer.Assumptions, .. Assumed(entry, answer)]),
        };
    }

    // Each set of open quotas that the entry may be within; with very many only all and none, which are the ends.
    private IEnumerable<HashSet<QuotaDraw>> Ways()
    {
        if (_open.Length > MostOpen)
            return [[.. _open], []];
        return Enumerable.Range(0, 1 << _open.Length).Select(set => _open.Where((_, i) => (set & (1 << i)) != 0).ToHashSet());
    }

    private DutyAnswer Priced(Entry entry, Func<QuotaDraw, QuotaCut> cutOf)
    {
        var draws = found.Draws.Select(draw => (draw, cutOf(draw))).ToArray();
        var pieces = QuotaPiece.Divide(entry, draws, found.OutOfSeason);
        var answers = pieces.Select(piece => price(piece.Entry)).ToArray();
        if (answers.Length == 1)
            return answers[0];
        var duty = answers.Sum(answer => answer.TotalDuty ?? answer.Lowest?.Total ?? 0m);
        var whole = price(entry with { Part = pieces[0].Entry.Part! with { DutyInAll = duty } });
        var portions = pieces.Zip(answers).SelectMany(row => Portions(row.First, row.Second, draws)).ToArray();
        return QuotaAnswers.Together(answers, whole) with { QuotaPortions = portions };
    }

    private static IEnumerable<QuotaPortion> Portions(QuotaPiece piece, DutyAnswer answer, (QuotaDraw Draw, QuotaCut Cut)[] draws) => draws
        .Where(draw => draw.Cut.Part > 0m && draw.Cut.Part < draw.Cut.Of)
        .Select(draw => new QuotaPortion(
            draw.Draw.Quota, draw.Cut.CompareTo(piece.To) >= 0, piece.Of(draw.Draw.Quantity!.Value), piece.Entry.CustomsValue, answer.TotalDuty ?? answer.Lowest?.Total));

    // A balance that nobody publishes or states is assumed; it is told where an exhausted quota would change what is owed.
    private IEnumerable<DutyAssumption> Assumed(Entry entry, DutyAnswer answer)
    {
        foreach (var draw in found.Draws.Where(draw => draw.Standing.IsAssumed && !draw.IsOpen))
        {
            var beyond = Priced(entry, other => ReferenceEquals(other, draw) || other.IsOpen ? QuotaCut.None : other.Cut);
            if (QuotaAnswers.IsSame(beyond, answer))
                continue;
            var quota = draw.Quota.Quota;
            yield return new DutyAssumption(quota.UsedFact, [.. new[] { quota.InQuotaMeasureId.Value, quota.OutOfQuotaMeasureId?.Value }.OfType<string>()],
                $"{quota.UsedFact} is not stated: {draw.Standing.Text}");
        }
    }
}
