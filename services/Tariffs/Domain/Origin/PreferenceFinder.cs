using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>Finds the preferences open to an entry, and which may lawfully be claimed. Pure.</summary>
internal sealed class PreferenceFinder(CompiledSchedule schedule, DutyCalculator calculator)
{
    /// <summary>
    /// Every way to enter the goods: the lawful ones first, the cheapest first among them; the entry without any claim is among the lawful. A claim in the entry is set aside.
    /// Two lawful claims that do not exclude one another are told as one where together they cost less.
    /// </summary>
    /// <param name="entry">What is entered.</param>
    /// <param name="bill">What the good is made from; null where nobody says.</param>
    /// <param name="question">In which view of the law.</param>
    /// <exception cref="GeoGraphException">As <see cref="DutyCalculator.Calculate"/> for the entry without any claim.</exception>
    public List<PreferenceOption> Find(Entry entry, OriginBill? bill, DutyQuestion question)
    {
        var bare = PreferenceClaims.Without(entry);
        var answer = calculator.Calculate(bare, question);
        var none = new PreferenceOption
        {
            Entry = bare,
            Verdict = new PreferenceVerdict(PreferenceStanding.Lawful, "it claims nothing"),
            Answer = answer,
            Cost = CostOf(answer),
            Saving = CostOf(answer) is null ? null : 0m,
        };
        var options = new List<PreferenceOption> { none };
        var standing = new OriginStanding(schedule, entry, bill);
        foreach (var measure in Open(bare, question))
        {
            if (PreferenceClaims.Of(measure, bare) is { Count: > 0 } claims)
                options.Add(Cheapest(claims.Select(claim => Price(none, measure.Measure, claim, standing.Of(measure.Measure), question))));
        }
        options.AddRange(Pairs(none, options, question));
        return [.. options.OrderBy(option => option.Verdict.Standing).ThenBy(option => option.Cost is null).ThenBy(option => option.Cost)
            .ThenBy(option => option.Measure is not null).ThenBy(option => option.Facts.Count).ThenBy(option => option.Measure?.Id ?? default)];
    }

    private IEnumerable<CompiledMeasure> Open(Entry bare, DutyQuestion question)
    {
        var digits = HsCode.Parse(bare.Code).Digits;
        var numbers = new List<int>();
        foreach (var imposer in schedule.Memberships.GroupsOf(bare.Importer, bare.EntryDate))
            schedule.FindMeasures(imposer, digits, numbers);
        var origins = schedule.Memberships.GroupsOf(bare.Origin, bare.EntryDate);
        var cover = new GoodsCover(schedule, CodeSpan.OfPrefix(digits), bare.EntryDate, question.KnownAt);
        return numbers.Distinct().Order().Select(number => schedule.Measures[number]).Where(compiled =>
            compiled.Measure.Type == MeasureType.TariffPreference && compiled.Refusal is null && compiled.CoversOrigin(origins)
            && OriginComparison.IsInForce(compiled.Measure, bare.EntryDate, question) && cover.Of(compiled.Goods, out _) != Coverage.None);
    }

    private PreferenceOption Price(PreferenceOption none, Measure? measure, IReadOnlyDictionary<string, string> claim, PreferenceVerdict verdict, DutyQuestion question)
    {
        var option = new PreferenceOption { Measure = measure, Facts = claim, Entry = PreferenceClaims.With(none.Entry, claim), Verdict = verdict };
        try
        {
            var answer = calculator.Calculate(option.Entry, question);
            return option with { Answer = answer, Cost = CostOf(answer), Saving = none.Cost - CostOf(answer) };
        }
        catch (GeoGraphException refused)
        {
            return option with { Problem = refused.Message };
        }
    }

    private List<PreferenceOption> Pairs(PreferenceOption none, IReadOnlyList<PreferenceOption> options, DutyQuestion question)
    {
        var lawful = options.Where(option => option.Facts.Count > 0 && option.Cost is not null && option.Verdict.Standing == PreferenceStanding.Lawful).ToList();
        var found = new List<PreferenceOption>();
        for (var i = 0; i < lawful.Count; i++)
        {
            for (var j = i + 1; j < lawful.Count; j++)
            {
                var (first, second) = lawful[i].Cost <= lawful[j].Cost ? (lawful[i], lawful[j]) : (lawful[j], lawful[i]);
                if (first.Facts.Keys.Any(second.Facts.ContainsKey))
                    continue;
                var together = first.Facts.Concat(second.Facts).ToDictionary(fact => fact.Key, fact => fact.Value, StringComparer.Ordinal);
                var reason = $"{first.Verdict.Reason}; together with {second.Measure!.Title}: {second.Verdict.Reason}";
                var option = Price(none, first.Measure, together, first.Verdict with { Reason = reason }, question);
                if (option.Cost < first.Cost)
                    found.Add(option);
            }
        }
        return found;
    }

    private static PreferenceOption Cheapest(IEnumerable<PreferenceOption> options) =>
        options.OrderBy(option => option.Cost is null).ThenBy(option => option.Cost).First();

    private static decimal? CostOf(DutyAnswer answer) =>
        (answer.TotalDuty ?? answer.Lowest?.Total) + answer.Charges.Sum(line => line.Amount);
}
