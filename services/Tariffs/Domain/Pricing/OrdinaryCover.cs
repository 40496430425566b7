using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>
/// Sees to it that an ordinary duty covers the whole code: its own, or the nearest ancestor's. A code is too short where
/// different rates lie beneath it.
/// </summary>
internal static class OrdinaryCover
{
    private const int MostNamed = 5;

    /// <summary>Checks, and takes a rate that everything beneath a short code shares as that code's own.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.InvalidRequest"/>: several rates beneath the code.</exception>
    public static void Check(Entry entry, Candidates candidates)
    {
        if (candidates.Completions.Count == 0)
            return;
        foreach (var type in new[] { MeasureType.ThirdCountryDuty, MeasureType.PenalDuty })
            CheckType(entry, candidates.Live.FindAll(candidate => candidate.Measure.Type == type));
    }

    private static void CheckType(Entry entry, List<Candidate> rates)
    {
        if (rates.TrueForAll(candidate => candidate.CoveredAt is null))
            return;
        if (rates.Exists(candidate => candidate.Compiled.Duty != rates[0].Compiled.Duty))
            throw TooShort(entry, rates);
        foreach (var candidate in rates)
            candidate.CoveredAt = null;
    }

    private static GeoGraphException TooShort(Entry entry, List<Candidate> rates)
    {
        var code = CodeSpan.OfPrefix(HsCode.Parse(entry.Code).Digits);
        var nearest = rates.Where(candidate => candidate.Coverage == Coverage.Partial)
            .SelectMany(candidate => candidate.Measure.Goods.Include.Select(text => (Text: text, candidate.Measure.Duty)))
            .Where(row => CodeSpan.TryParse(row.Text, out var span) && code.Contains(span))
            .OrderBy(row => row.Text, StringComparer.Ordinal).Take(MostNamed).Select(row => $"{row.Text} ({row.Duty})");
        var violations = new Violations();
        violations.Add("hts", entry.Code, $"several rates lie beneath it; give more digits, as of {string.Join(", ", nearest)}");
        return GeoGraphException.Invalid(violations.Found);
    }

    /// <summary>Finds out, where no ordinary duty is among the candidates, whether the data has any of the importer's for other goods or dates.</summary>
    public static void FindImporters(CompiledSchedule schedule, Entry entry, Candidates candidates)
    {
        if (candidates.Live.Exists(candidate => candidate.Measure.Type.IsOrdinary()))
            return;
        var importers = schedule.Measures.Where(measure => measure.Measure.Type.IsOrdinary()).Select(measure => measure.Measure.ImposedById).Distinct().Order().ToList();
        if (!importers.Intersect(schedule.Memberships.GroupsOf(entry.Importer, entry.EntryDate)).Any())
            candidates.OtherImporters = importers;
    }

    /// <summary>The error that no ordinary duty covers an entry; a duty is never taken to be zero for want of data.</summary>
    public static GeoGraphException Missing(Entry entry, Candidates candidates)
    {
        var refused = candidates.Refused.Find(candidate => candidate.Measure.Type.IsOrdinary());
        var why = candidates.OtherImporters.Count > 0 ? $"; the data has no ordinary duties of this importer at all, only of {string.Join(", ", candidates.OtherImporters)}"
            : refused is null ? "" : $"; {refused.Measure.Id} cannot be evaluated: {refused.Compiled.Refusal}";
        return new GeoGraphException(ErrorReason.DataMissing,
            $"no ordinary duty of {entry.Importer} covers {entry.Code} on {entry.EntryDate:yyyy-MM-dd}{why}.",
            [new("missing", "ordinary_duty"), new("importer", entry.Importer.Value), new("hts", entry.Code), new("as_of", $"{entry.EntryDate:yyyy-MM-dd}")]);
    }
}
