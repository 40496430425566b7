using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>Finds the preferences open to an entry, and which may lawfully be claimed. Pure.</summary>
internal sealed class PreferenceFinder(CompiledSchedule schedule, DutyCalculator calculator)
{
    /// <summary>
    /// Every way to enter the goods: the lawful ones first, the cheapest first among them; the entry without any claim is among the lawful. A claim in the entry is set aside,
    /// and an origin statement that a way does not make is false in it. Two lawful claims by different facts are told as one where together they cost less than everything
    /// else that is lawful; a programme that has no preference on the goods is told where claiming it spares other duties or fees.
    /// </summary>
    /// <param name="entry">What is entered.</param>
    /// <param name="bill">What the good is made from; null where nobody says.</param>
    /// <param name="question">In which view of the law.</param>
    /// <exception cref="GeoGraphException">As <see cref="DutyCalculator.Calculate"/> for the entry without any claim.</exception>
    public List<PreferenceOption> Find(Entry entry, OriginBill? bill, DutyQuestion question)
    {
        var open = OpenPreferences.Of(schedule, entry, question);
        var bare = PreferenceClaims.Without(entry, open.All);
        var answer = calculator.Calculate(bare, question);
        var none = new PreferenceOption
        {
            Entry = bare,
            Verdict = new PreferenceVerdict(PreferenceStanding.Lawful, "it claims nothing"),
            Answer = answer,
            Cost = CostOf(answer),
            Saving = CostOf(answer) is null ? null : 0m,
        };
        var standing = new OriginStanding(schedule, entry, bill);
        var claims = open.OnGoods.Select(measure => Price(none, measure, standing.Of(measure.Measure), question)).Where(ways => ways.Count > 0).ToList();
        claims.AddRange(Spared(none, open.OnOthers, claims.SelectMany(ways => ways), standing, question));
        List<PreferenceOption> options = [none, .. claims.Select(Cheapest)];
        options.AddRange(Pairs(none, [.. claims.SelectMany(ways => ways)], question).Where(pair => options.TrueForAll(option => !(option.Cost <= pair.Cost) || !IsLawful(option))).Take(1));
        return [.. options.OrderBy(option => option.Verdict.Standing).ThenBy(option => option.Cost is null).ThenBy(option => option.Cost)
            .ThenBy(option => option.Measure is not null).ThenBy(option => option.Facts.Count).ThenBy(option => option.Measure?.Id ?? default)];
    }

    // Claims of programmes without a preference on the goods, where they cost less than no claim; each claim once, by the first measure of its programme.
    private List<List<PreferenceOption>> Spared(
        PreferenceOption none, IReadOnlyList<CompiledMeasure> others, IEnumerable<PreferenceOption> told, OriginStanding standing, DutyQuestion question)
    {
        var seen = told.Select(option => Key(option.Facts)).ToHashSet(StringComparer.Ordinal);
        var found = new List<List<PreferenceOption>>();
        foreach (var measure in others)
        {
            var claims = PreferenceClaims.Of(measure, none.Entry).FindAll(claim => claim.Count > 0 && seen.Add(Key(claim)));
            if (claims.Count == 0)
                continue;
            var verdict = standing.Of(measure.Measure);
            verdict = verdict with { Reason = $"it has no rate for the goods, and the claim spares other duties or fees; {verdict.Reason}" };
            found.Add([.. claims.Select(claim => Price(none, measure.Measure, claim, verdict, question)).Where(option => option.Cost < none.Cost)]);
        }
        return found.FindAll(ways => ways.Count > 0);
    }

    private static string Key(IReadOnlyDictionary<string, string> facts) =>
        string.Join(';', facts.OrderBy(fact => fact.Key, StringComparer.Ordinal).Select(fact => $"{fact.Key}={fact.Value}"));

    private List<PreferenceOption> Price(PreferenceOption none, CompiledMeasure measure, PreferenceVerdict verdict, DutyQuestion question)
    {
        var claims = PreferenceClaims.Of(measure, none.Entry);
        return claims.Count == 0 && PreferenceClaims.Denied(measure, none.Entry) is { } denied
            ? [Price(none, measure.Measure, denied.Claim, new PreferenceVerdict(PreferenceStanding.Refused, denied.Reason, verdict.Assessment), question)]
            : [.. claims.Select(claim => Price(none, measure.Measure, claim, verdict, question))];
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

    // Two lawful claims by different facts stated together, the cheapest first.
    private IEnumerable<PreferenceOption> Pairs(PreferenceOption none, IReadOnlyList<PreferenceOption> claims, DutyQuestion question)
    {
        var lawful = claims.Where(option => option.Facts.Count > 0 && option.Cost is not null && IsLawful(option)).ToList();
        return lawful.SelectMany((first, i) => lawful.Skip(i + 1).Where(second => !second.Facts.Keys.Any(first.Facts.ContainsKey)).Select(second => Together(first, second)))
            .Where(pair => pair.Cost is not null).OrderBy(pair => pair.Cost);

        PreferenceOption Together(PreferenceOption one, PreferenceOption other)
        {
            var (first, second) = one.Cost <= other.Cost ? (one, other) : (other, one);
            var facts = first.Facts.Concat(second.Facts).ToDictionary(fact => fact.Key, fact => fact.Value, StringComparer.Ordinal);
            var reason = $"{first.Verdict.Reason}; together with {second.Measure!.Title}: {second.Verdict.Reason}";
            return Price(none, first.Measure, facts, first.Verdict with { Reason = reason }, question);
        }
    }

    private static PreferenceOption Cheapest(IReadOnlyList<PreferenceOption> options) =>
        options.OrderBy(option => option.Cost is null).ThenBy(option => option.Cost).First();

    private static bool IsLawful(PreferenceOption option) => option.Verdict.Standing == PreferenceStanding.Lawful;

    private static decimal? CostOf(DutyAnswer answer) =>
        (answer.TotalDuty ?? answer.Lowest?.Total) + answer.Charges.Sum(line => line.Amount);
}
