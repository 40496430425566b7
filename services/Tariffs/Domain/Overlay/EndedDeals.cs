using System.Collections.Frozen;
using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>
/// The measures that carried out agreements which a question ends, and the law before. The law beside such a measure comes back by itself; whether that or another
/// rate would follow is in no data. So answers name what is charged in its place, and where nothing is, leave open how much is owed.
/// </summary>
/// <param name="Before">The law in which none of them ends.</param>
/// <param name="Ends">With what each ends, by id of the measure. Preferences and suspensions are not among them: the ordinary duty follows those.</param>
internal sealed record EndedDeals(CompiledSchedule Before, FrozenDictionary<EntityId, LawEnd> Ends)
{
    /// <summary>True where a measure carries an agreement out with a duty of its own.</summary>
    public static bool Concern(Measure measure, LawEnd end) =>
        measure.ImplementsIds.Contains(end.AgreementId) && measure.LegalBasisId != end.AgreementId.Value && measure.Type is not (MeasureType.TariffPreference or MeasureType.Suspension);

    /// <summary>The measures that would have been charged, or would have spared the goods, on the date and no longer do.</summary>
    public IReadOnlyList<Measure> Lost(Entry entry, DutyQuestion question) =>
        Ends.Values.Any(end => end.EndedOn <= entry.EntryDate)
            ? [.. Met(new DutyCalculator(Before).Calculate(entry, question)).Where(measure => Ends.TryGetValue(measure.Id, out var end) && end.EndedOn <= entry.EntryDate).DistinctBy(measure => measure.Id)]
            : [];

    /// <summary>An answer with what is said of the measures lost.</summary>
    /// <param name="answer">The answer, with as much detail as is wanted.</param>
    /// <param name="whole">The same answer with all detail.</param>
    /// <param name="lost">The measures lost; at least one.</param>
    public DutyAnswer Told(DutyAnswer answer, DutyAnswer whole, IReadOnlyList<Measure> lost)
    {
        var beside = Met(whole).ToLookup(measure => measure.Authority, measure => measure.Id.Value);
        var told = answer with { NotEvaluated = [.. answer.NotEvaluated, .. lost.Select(measure => new NotEvaluated(measure.Id.Value, Text(measure, [.. beside[measure.Authority].Distinct()])))] };
        return told.Outcome == DutyOutcome.Prohibited || lost.All(measure => beside.Contains(measure.Authority)) ? told
            : told with { Outcome = DutyOutcome.Conditional, TotalDuty = null, Lowest = told.Lowest ?? new DutyBound(whole.TotalDuty ?? 0m, whole.Lines, FrozenDictionary<string, string>.Empty), Highest = null };
    }

    private string Text(Measure measure, IReadOnlyList<string> beside)
    {
        var end = Ends[measure.Id];
        var ended = $"it ends with {end.AgreementId} on {end.EndedOn:yyyy-MM-dd}";
        return beside.Count == 0
            ? $"{ended}; what takes its place is not in the data, and the most that is owed is open."
            : $"{ended}; in its place is taken what the law has beside it, {string.Join(", ", beside)}; that no other rate takes its place is inferred, no source states it.";
    }

    private static IEnumerable<Measure> Met(DutyAnswer answer) => answer.Lines.Concat(answer.Lowest?.Lines ?? []).Concat(answer.Highest?.Lines ?? []).Concat(answer.Undecided)
        .Select(line => line.Measure).Concat(answer.NotApplied.Where(entry => entry.Kind == NotAppliedKind.ZeroRate).Select(entry => entry.Measure));
}
