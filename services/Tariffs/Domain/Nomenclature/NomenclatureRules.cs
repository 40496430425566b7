using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>What the importer's nomenclature, where the data has it, says of an entry's code.</summary>
internal static class NomenclatureRules
{
    private const int MostNearest = 3;
    private const string NoGoods = "headings of chapter 99 are duties and exemptions, not goods; give the code of the goods, in chapters 1 to 97";
    private const string NoRate = "a heading of chapter 98 can be entered only where it bears a rate of its own; give the code of the goods, in chapters 1 to 97";

    /// <summary>Notes a violation where the code is none on the date of entry.</summary>
    public static void Check(Entry entry, HsCode code, CompiledSchedule schedule, Violations violations)
    {
        if (schedule.Nomenclatures.OfAny(schedule.Memberships.GroupsOf(entry.Importer, entry.EntryDate)) is not { } nomenclature)
            return;
        var digits = code.Digits;
        if (digits.StartsWith("99", StringComparison.Ordinal))
            violations.Add("hts", entry.Code, NoGoods);
        else if (!nomenclature.Has(digits, entry.EntryDate))
            violations.Add("hts", entry.Code, Unknown(nomenclature, digits, entry.EntryDate));
        else if (Nomenclature.IsSpecial(digits) && !BearsRate(nomenclature, digits, entry.EntryDate))
            violations.Add("hts", entry.Code, NoRate);
    }

    /// <summary>What of the schedule could touch an entry and is not evaluated.</summary>
    public static IEnumerable<NotEvaluated> Remarks(Entry entry, CompiledSchedule schedule)
    {
        if (schedule.Nomenclatures.OfAny(schedule.Memberships.GroupsOf(entry.Importer, entry.EntryDate)) is not { } nomenclature)
            yield break;
        var first = nomenclature.First;
        if (entry.EntryDate < first.EffectiveFrom)
        {
            yield return new NotEvaluated(nomenclature.Schedule.Id,
                $"the data holds this schedule from {first.EffectiveFrom:yyyy-MM-dd} on; an earlier date is answered from that revision, {first.Name}.");
        }
        var unknown = nomenclature.Path(HsCode.Parse(entry.Code).Digits, entry.EntryDate).SelectMany(line => line.Headings)
            .Where(heading => heading.StartsWith("99", StringComparison.Ordinal) && !schedule.Headings.Contains(heading))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (unknown.Length > 0)
            yield return new NotEvaluated(nomenclature.Schedule.Id, $"notes to {entry.Code} name {string.Join(", ", unknown)}, of which the data has no measure.");
    }

    private static string Unknown(Nomenclature nomenclature, string digits, DateOnly asOf)
    {
        var nearest = nomenclature.Nearest(digits, asOf, MostNearest);
        var near = nearest.Count == 0 ? "" : $"; the nearest are {string.Join(", ", nearest)}";
        var other = nomenclature.TimesOf(digits).Select(time => $"; it was one {Words(time)}").FirstOrDefault() ?? "";
        return $"it is no code of the {nomenclature.Schedule.Title} on {asOf:yyyy-MM-dd}{other}{near}";
    }

    private static string Words(ValidPeriod time) => (time.From, time.To) switch
    {
        (null, { } to) => $"before {to:yyyy-MM-dd}",
        ({ } from, null) => $"from {from:yyyy-MM-dd} on",
        ({ } from, { } to) => $"from {from:yyyy-MM-dd} to {to.AddDays(-1):yyyy-MM-dd}",
        _ => "always",
    };

    private static bool BearsRate(Nomenclature nomenclature, string digits, DateOnly asOf) =>
        nomenclature.Path(digits, asOf).Concat(nomenclature.Beneath(digits, asOf)).Any(line => line.General.Length > 0);
}
