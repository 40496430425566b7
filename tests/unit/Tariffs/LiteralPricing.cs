using GeoGraph.Core;
using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs;

/// <summary>
/// A second, literal pricing: one pass of plain queries for each sentence of the semantics, over all measures and rules, with
/// no index and no shared code. Duties are read by <see cref="LiteralDuty"/>.
/// </summary>
internal static class LiteralPricing
{
    public sealed record Row(Measure Measure, decimal Amount);

    /// <summary>The lines of an entry whose facts are all stated, fees and taxes after the duties; null where a prohibition applies.</summary>
    public static List<Row>? Lines(ScheduleSource source, Entry entry, DutyQuestion question)
    {
        var importers = Groups(source, entry.Importer, entry.EntryDate);
        var applying = source.Measures.Where(m => importers.Contains(m.ImposedById) && InForce(m, entry, question) && CoversGoods(source, m, entry, question)
            && CoversOrigin(source, m, entry) && m.Conditions.All(c => c.AnyOf.Any(t => Holds(t, entry)))).ToList();
        var all = applying;
        applying = applying.Where(m => !all.Any(o => o.Authority == m.Authority && o.Precedence > m.Precedence)).ToList();
        if (applying.Any(m => m.Type == MeasureType.Prohibition))
            return null;
        var ordinary = Ordinary(source, applying, entry, question);
        var standing = applying.Where(m => m.Type == MeasureType.AdditionalDuty).Append(ordinary).OrderBy(m => m.Id.Value, StringComparer.Ordinal).ToList();
        var contentsOff = standing.ToDictionary(m => m.Id, _ => new HashSet<string>());
        var third = ThirdCountry(source, applying, entry, question);
        var ordinaryOwed = OrdinaryCost(ordinary, third, entry);
        decimal Base(Measure m) => BaseOf(m, contentsOff[m.Id], entry);
        decimal Owed(Measure m) => m == ordinary ? OrdinaryCost(m, third, entry) : Base(m) == 0m ? 0m : new LiteralDuty(entry, Base(m), ordinaryOwed, Superseded(m, all, Base(m), entry, ordinaryOwed)).Amount(m.Duty);
        var rules = source.StackingRules.Where(r => importers.Contains(r.ImposedById) && r.Effective.Contains(entry.EntryDate) && Seen(r.Known, null, question.KnownAt))
            .OrderBy(r => r.Order).ThenBy(r => r.Id.Value, StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            bool InFirst(Measure m) => rule.First.Contains(m.Authority) && (rule.FirstHeadings.Count == 0 || rule.FirstHeadings.Contains(m.Heading));
            bool InSecond(Measure m) => rule.Second.Contains(m.Authority) && (rule.SecondHeadings.Count == 0 || rule.SecondHeadings.Contains(m.Heading));
            var first = standing.Where(InFirst).ToList();
            var meeting = first.Where(m => rule.Kind == StackingKind.InLieu || Owed(m) > 0m).ToList();
            switch (rule.Kind)
            {
                case StackingKind.HighestOnly:
                    var best = first.OrderByDescending(Owed).ThenBy(m => m.Id.Value, StringComparer.Ordinal).FirstOrDefault();
                    standing.RemoveAll(m => first.Contains(m) && m != best);
                    break;
                case StackingKind.SplitsContent:
                    foreach (var second in standing.Where(InSecond))
                        contentsOff[second.Id].UnionWith(meeting.Select(m => m.Base.Kind == DutyBaseKind.ContentValue ? m.Base.Content : "*"));
                    break;
                default:
                    if (meeting.Count > 0)
                        standing.RemoveAll(InSecond);
                    break;
            }
        }
        if (!standing.Contains(ordinary))
            ordinaryOwed = 0m;
        List<Row> rows = [.. standing.Where(m => m == ordinary || Owed(m) != 0m).Select(m => new Row(m, Cents(Owed(m))))];
        var inclusive = entry.CustomsValue + rows.Sum(row => row.Amount);
        return [.. rows, .. applying.Where(m => m.Type is MeasureType.Fee or MeasureType.Tax)
            .Select(m => (Measure: m, Owed: new LiteralDuty(entry, m.Base.Kind == DutyBaseKind.DutyInclusive ? inclusive : entry.CustomsValue).Amount(m.Duty)))
            .Where(charge => charge.Owed != 0m).Select(charge => new Row(charge.Measure, Cents(charge.Owed)))];
    }

    private static decimal Cents(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);

    // What the next lower precedence of the same authority would charge on the same base.
    private static decimal Superseded(Measure measure, List<Measure> all, decimal value, Entry entry, decimal ordinaryOwed)
    {
        var below = all.Where(m => m.Authority == measure.Authority && m.Precedence < measure.Precedence).ToList();
        return below.Where(m => m.Precedence == below.Max(o => o.Precedence)).Sum(m => new LiteralDuty(entry, value, ordinaryOwed).Amount(m.Duty));
    }

    private static decimal ThirdCountry(ScheduleSource source, List<Measure> applying, Entry entry, DutyQuestion question) =>
        ByRank(source, applying, entry, question).FirstOrDefault(m => m.Type == MeasureType.ThirdCountryDuty) is { } third ? new LiteralDuty(entry, entry.CustomsValue).Amount(third.Duty) : 0m;

    private static decimal OrdinaryCost(Measure ordinary, decimal third, Entry entry) =>
        new LiteralDuty(entry, entry.CustomsValue, 0m, ordinary.Type is MeasureType.TariffPreference or MeasureType.Suspension ? third : 0m).Amount(ordinary.Duty);

    private static IOrderedEnumerable<Measure> ByRank(ScheduleSource source, List<Measure> applying, Entry entry, DutyQuestion question) =>
        applying.OrderBy(m => Narrowness(source, m, entry, question)).ThenByDescending(m => m.Effective.From ?? DateOnly.MinValue).ThenByDescending(m => m.Id.Value, StringComparer.Ordinal);

    private static Measure Ordinary(ScheduleSource source, List<Measure> applying, Entry entry, DutyQuestion question)
    {
        var third = ThirdCountry(source, applying, entry, question);
        decimal Cost(Measure m) => OrdinaryCost(m, third, entry);
        var byRank = ByRank(source, applying, entry, question);
        if (byRank.FirstOrDefault(m => m.Type == MeasureType.PenalDuty) is { } penal)
            return penal;
        var chosen = applying.Where(m => m.Type == MeasureType.TariffPreference).OrderBy(Cost).ThenBy(m => m.Id.Value, StringComparer.Ordinal).FirstOrDefault()
            ?? byRank.First(m => m.Type == MeasureType.ThirdCountryDuty);
        var suspension = applying.Where(m => m.Type == MeasureType.Suspension).OrderBy(Cost).ThenBy(m => m.Id.Value, StringComparer.Ordinal).FirstOrDefault();
        return suspension is not null && Cost(suspension) < Cost(chosen) ? suspension : chosen;
    }

    // How many ten-digit codes the narrowest prefix or range has that covers the entry's code.
    private static double Narrowness(ScheduleSource source, Measure measure, Entry entry, DutyQuestion question) =>
        measure.Goods.Include.Concat(source.GoodsLists.Where(list => measure.Goods.IncludeListIds.Contains(list.Id)).SelectMany(list => list.Entries)
            .Where(e => e.Valid.Contains(entry.EntryDate) && Seen(e.Known, null, question.KnownAt)).SelectMany(e => e.Codes))
            .Where(text => Matches(text, entry.Code)).Select(Width).DefaultIfEmpty(1e10).Min();

    private static double Width(string scope)
    {
        var ends = scope.Split('-').Select(Strip).ToArray();
        return (double.Parse(ends[^1], null) - double.Parse(ends[0], null) + 1) * Math.Pow(10, 10 - ends[0].Length);
    }

    private static bool InForce(Measure m, Entry entry, DutyQuestion question)
    {
        var day = entry.EntryDate;
        var dated = question.Clock switch
        {
            DutyClock.Collected => (m.Collected ?? m.Effective).Contains(day),
            DutyClock.Published => m.Effective.Contains(day) && (m.PublishedOn is null || m.PublishedOn <= day),
            DutyClock.Announced => m.Effective.Contains(day) && (m.AnnouncedOn is null || m.AnnouncedOn <= day),
            _ => m.Effective.Contains(day),
        };
        var asked = question.ScenarioIds ?? [];
        return dated && Seen(m.Known, m.AnnouncedOn, question.KnownAt) && (m.Status == MeasureStatus.Law || m.ScenarioIds.Intersect(asked).Any()) && !m.VoidInScenarioIds.Intersect(asked).Any();
    }

    private static bool Seen(ValidPeriod? known, DateOnly? announced, DateOnly? knownAt) =>
        knownAt is null ? known?.To is null : !((known?.From ?? announced) > knownAt) && !(known?.To <= knownAt);

    private static bool CoversGoods(ScheduleSource source, Measure m, Entry entry, DutyQuestion question)
    {
        bool OnLists(IEnumerable<string> ids) => source.GoodsLists.Where(list => ids.Contains(list.Id)).SelectMany(list => list.Entries)
            .Any(e => e.Valid.Contains(entry.EntryDate) && Seen(e.Known, null, question.KnownAt) && e.Codes.Any(code => Matches(code, entry.Code)));
        var included = (m.Goods.Include.Count == 0 && m.Goods.IncludeListIds.Count == 0) || m.Goods.Include.Any(code => Matches(code, entry.Code)) || OnLists(m.Goods.IncludeListIds);
        return included && !m.Goods.Exclude.Any(code => Matches(code, entry.Code)) && !OnLists(m.Goods.ExcludeListIds);
    }

    private static bool Matches(string scope, string code)
    {
        var digits = Strip(code);
        if (!scope.Contains('-', StringComparison.Ordinal))
            return digits.StartsWith(Strip(scope), StringComparison.Ordinal);
        var (from, to) = (Strip(scope.Split('-')[0]), Strip(scope.Split('-')[1]));
        var head = digits[..from.Length];
        return string.CompareOrdinal(from, head) <= 0 && string.CompareOrdinal(head, to) <= 0;
    }

    private static string Strip(string code) => code.Replace(".", "", StringComparison.Ordinal);

    private static bool CoversOrigin(ScheduleSource source, Measure m, Entry entry)
    {
        var groups = Groups(source, entry.Origin, entry.EntryDate);
        return (m.Origins.IncludeIds.Count == 0 || m.Origins.IncludeIds.Intersect(groups).Any()) && !m.Origins.ExcludeIds.Intersect(groups).Any();
    }

    private static HashSet<EntityId> Groups(ScheduleSource source, EntityId id, DateOnly day) =>
        [id, .. source.Memberships.Where(row => row.MemberId == id && row.Valid.Contains(day)).Select(row => row.BlocId)];

    private static bool Holds(FactTest test, Entry entry)
    {
        var stated = test.Fact == "entry_date" ? entry.EntryDate.ToString("yyyy-MM-dd", null) : entry.Facts.GetValueOrDefault(test.Fact);
        if (stated is null)
            return test.WhenAbsent == WhenAbsent.Holds;
        var isNumber = decimal.TryParse(stated, out var left) & decimal.TryParse(test.Value, out var right);
        var order = isNumber ? left.CompareTo(right) : string.CompareOrdinal(stated, test.Value);
        return test.Operator switch
        {
            FactOperator.EqualTo => order == 0,
            FactOperator.NotEqualTo => order != 0,
            FactOperator.Less => order < 0,
            FactOperator.AtMost => order <= 0,
            FactOperator.Greater => order > 0,
            FactOperator.AtLeast => order >= 0,
            _ => test.Value.Split(',').Contains(stated),
        };
    }

    private static decimal BaseOf(Measure m, HashSet<string> off, Entry entry)
    {
        decimal Content(string name) => name == "*" ? entry.CustomsValue : decimal.Parse(entry.Facts.GetValueOrDefault("content_value." + name) ?? entry.CustomsValue.ToString("0.00", null), null);
        var left = Math.Max(0m, entry.CustomsValue - off.Sum(Content));
        return m.Base.Kind switch
        {
            DutyBaseKind.FullValue => entry.CustomsValue,
            DutyBaseKind.ContentValue => Math.Min(left, Content(m.Base.Content)),
            DutyBaseKind.ValueLessShare => Math.Max(0m, left - entry.CustomsValue * decimal.Parse(entry.Facts.GetValueOrDefault(m.Base.Content) ?? "0", null)),
            _ => left,
        };
    }
}
