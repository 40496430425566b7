namespace GeoGraph.Tariffs;

/// <summary>Gathers what means leave out, over all dates, and says it in sentences. Not thread-safe.</summary>
internal sealed class AverageNotes
{
    private const int MostNamed = 10;
    private readonly SortedSet<string> _texts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<Unrated, long> _unrated = [];
    private readonly SortedSet<string> _missing = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _refused = new(StringComparer.Ordinal);

    /// <summary>Notes a sentence, once.</summary>
    public void Add(string text) => _texts.Add(text);

    /// <summary>Notes what has no rate, and which facts are open, of a table.</summary>
    public void Take(RateTable rates, AverageCells cells)
    {
        foreach (var cell in cells.All)
        {
            for (var i = 0; i < rates.Classes.Count; i++)
            {
                var rate = rates.Of(cell.Kind, i);
                _missing.UnionWith(rate.Missing);
                if (rate.Unrated != Unrated.No)
                    _unrated[rate.Unrated] = _unrated.GetValueOrDefault(rate.Unrated) + ((long)cell.Lines * rates.Classes[i].Origins.Count);
            }
        }
    }

    /// <summary>Notes the law of a date that cannot be evaluated, and a date that lies before the schedule's first revision.</summary>
    public void Take(LiveMeasures live, CompiledSchedule schedule, Nomenclature nomenclature)
    {
        _refused.UnionWith(live.RefusedMet.Select(measure => measure.Measure.Id.Value));
        foreach (var (rule, reason) in schedule.RefusedRules)
        {
            if (live.Importers.Contains(rule.ImposedById) && rule.Effective.Contains(live.AsOf) && Visibility.Sees(rule.Known, null, live.Question.KnownAt))
                Add($"{rule.Id}: {reason}");
        }
        var first = nomenclature.First;
        if (live.AsOf < first.EffectiveFrom)
            Add($"{nomenclature.Schedule.Id}: the data holds this schedule from {first.EffectiveFrom:yyyy-MM-dd} on; an earlier date is answered from that revision, {first.Name}.");
    }

    /// <summary>The sentences.</summary>
    public IReadOnlyList<string> Write()
    {
        var notes = new List<string>();
        foreach (var (why, count) in _unrated)
            notes.Add($"{Pairs(count)} {Words(why)} and are left out of the means.");
        if (_missing.Count > 0)
            notes.Add($"rates turn on facts that the question does not state, so that a lowest and a highest mean are given: {Named(_missing)}.");
        if (_refused.Count > 0)
            notes.Add($"measures that cover lines asked for and cannot be evaluated are left out: {Named(_refused)}.");
        notes.AddRange(_texts);
        return notes;
    }

    private static string Named(SortedSet<string> names) =>
        string.Join(", ", names.Take(MostNamed)) + (names.Count > MostNamed ? $" and {names.Count - MostNamed} more" : "");

    private static string Pairs(long count) => count == 1 ? "1 pair of line and origin" : $"{count} pairs of line and origin";

    private static string Words(Unrated why) => why switch
    {
        Unrated.ByQuantity => "owe duties by quantity, which are no rate in percent,",
        Unrated.Prohibited => "may not be entered",
        Unrated.Undivided => "bear several rates within one line",
        Unrated.TooOpen => "turn on more facts than can be tried out",
        _ => "have no ordinary duty in the data",
    };
}
