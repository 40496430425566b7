namespace GeoGraph.Tariffs;

/// <summary>
/// Cuts the values that a missing fact may have into stretches that no test tells apart, and gives one value of each. Trying
/// these out is trying out every value.
/// </summary>
internal static class FactCells
{
    private const string OtherWord = "(another)";

    /// <summary>The values to try out for a fact.</summary>
    /// <param name="fact">The fact's name.</param>
    /// <param name="candidates">The candidates whose tests read it.</param>
    /// <param name="entry">The entry that does not state it.</param>
    public static List<FactTrial> Of(string fact, List<Candidate> candidates, Entry entry)
    {
        var tests = candidates.SelectMany(candidate => candidate.Compiled.Conditions).SelectMany(condition => condition.AnyOf)
            .Where(test => test.Test.Fact == fact).ToArray();
        var values = tests.SelectMany(test => test.Values).ToArray();
        var isCharged = candidates.Exists(candidate => candidate.IsChargedBy(fact));
        var trials = values.All(value => value.Number is not null) ? Numbers(fact, values, isCharged, entry)
            : values.All(value => value.Date is not null) ? Dates(fact, values, entry)
            : Words(values);
        return isCharged ? trials : OnePerPattern(trials, tests);
    }

    private static List<FactTrial> OnePerPattern(List<FactTrial> trials, CompiledTest[] tests)
    {
        var patterns = new HashSet<string>(StringComparer.Ordinal);
        return trials.FindAll(trial => patterns.Add(string.Concat(tests.Select(test => test.Of(trial.Tested) == Truth.True ? '1' : '0'))));
    }

    private static List<FactTrial> Words(FactValue[] values)
    {
        var words = values.DistinctBy(value => value.Text.ToUpperInvariant()).Select(value => new FactTrial(value, value.Number)).ToList();
        if (values.All(value => value.Kind == FactKind.YesNo))
            return [new FactTrial(FactValue.Read("true"), null), new FactTrial(FactValue.Read("false"), null)];
        words.Add(new FactTrial(new FactValue(OtherWord, null, null), null));
        return words;
    }

    private static List<FactTrial> Dates(string fact, FactValue[] values, Entry entry)
    {
        var days = new SortedSet<DateOnly>();
        foreach (var date in values.Select(value => value.Date!.Value))
            days.UnionWith([date.AddDays(-1), date, date.AddDays(1)]);
        if (fact == FactNames.LoadedOn)
        {
            days.Add(entry.EntryDate);
            days.RemoveWhere(day => day > entry.EntryDate);
        }
        return [.. days.Select(day => new FactTrial(FactValue.Of(day), null))];
    }

    // At each threshold its own value, and between two of them one value for tests, with both ends for amounts.
    private static List<FactTrial> Numbers(string fact, FactValue[] values, bool isCharged, Entry entry)
    {
        var shape = FactRules.Of(fact);
        var least = shape?.Least;
        var most = FactNames.IsContent(fact) ? ContentRoom.LeftBy(entry) : shape?.Most;
        var cuts = new SortedSet<decimal>(values.Select(value => value.Number!.Value));
        cuts.RemoveWhere(cut => cut < least || cut > most);
        if (least is { } low)
            cuts.Add(low);
        if (most is { } high)
            cuts.Add(high);
        var trials = new List<FactTrial>();
        decimal? before = null;
        foreach (var cut in cuts)
        {
            AddBetween(before ?? cut - 2m, cut, before is null && least is not null, fact, isCharged, trials);
            trials.Add(new FactTrial(FactValue.Of(cut), cut));
            before = cut;
        }
        if (before is { } last && most is null)
            AddBetween(last, last + 2m, false, fact, isCharged, trials);
        return trials;
    }

    private static void AddBetween(decimal from, decimal to, bool isOutside, string fact, bool isCharged, List<FactTrial> trials)
    {
        if (isOutside)
            return;
        var middle = FactValue.Of((from + to) / 2m);
        trials.Add(new FactTrial(middle, isCharged ? from : middle.Number));
        if (isCharged)
            trials.Add(new FactTrial(middle, to));
        if (isCharged && FactNames.IsContent(fact))
            trials.Add(new FactTrial(middle, from, to));
    }
}
