namespace GeoGraph.Tariffs;

/// <summary>A stacking rule with the candidates that it speaks of.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="First">Places of the first group, growing.</param>
/// <param name="Second">Places of the second group, growing; for a split also of those charged on what remains.</param>
internal sealed record PlannedRule(StackingRule Rule, int[] First, int[] Second);

/// <summary>What of the steps of a settlement is the same for every entry of a slice: who can meet whom. Immutable.</summary>
internal sealed class SettlementPlan
{
    private readonly int[] _disproportionate;
    private readonly bool _chargesAreAlwaysOwed;

    /// <summary>Plans for candidates, in order of measure, and the rules in the order in which they are applied.</summary>
    public SettlementPlan(Candidate[] candidates, StackingRule[] rules)
    {
        Candidates = candidates;
        Families = [.. candidates.Select((candidate, place) => candidate.Measure.Authority.Length == 0 ? place
            : Array.FindIndex(candidates, other => other.Measure.Authority == candidate.Measure.Authority && other.Measure.Type == candidate.Measure.Type))];
        Superiors = [.. Places(_ => true).Select(place => (place, SuperiorsOf(place))).Where(row => row.Item2.Length > 0)];
        Prohibitions = Places(type => type == MeasureType.Prohibition);
        ThirdCountry = [.. Places(type => type == MeasureType.ThirdCountryDuty).Order(Comparer<int>.Create(CompareNarrowness))];
        Penal = [.. Places(type => type == MeasureType.PenalDuty).Order(Comparer<int>.Create(CompareNarrowness))];
        Preferences = Places(type => type == MeasureType.TariffPreference);
        Suspensions = Places(type => type == MeasureType.Suspension);
        Ordinary = Places(type => type.IsOrdinary());
        Duties = Places(type => type.BearsDuty() && !type.IsCharge());
        Charges = Places(type => type.IsCharge());
        InOrderOfLines = [.. Places(_ => true).OrderBy(place => candidates[place].Measure.Type).ThenBy(place => candidates[place].Measure.Authority, StringComparer.Ordinal)];
        _disproportionate = Array.FindAll(Duties, place => !DutyEvaluator.IsProportional(candidates[place].Compiled.Duty!));
        _chargesAreAlwaysOwed = Array.TrueForAll(Charges, place => DutyEvaluator.IsAlwaysOwed(candidates[place].Compiled.Duty!));
        Rules = [.. rules.Select(Plan).Where(rule => rule.First.Length > 0 && (rule.Second.Length > 0 || rule.Rule.Kind == StackingKind.HighestOnly))];
    }

    /// <summary>The candidates; places in the other lists are places here.</summary>
    public Candidate[] Candidates { get; }

    /// <summary>For each candidate the place of the first one of its authority and type; its own where it has no authority.</summary>
    public int[] Families { get; }

    /// <summary>For each candidate that another of its authority can supersede, those that can, the highest first.</summary>
    public (int Place, int[] Superiors)[] Superiors { get; }

    /// <summary>What forbids the entry.</summary>
    public int[] Prohibitions { get; }

    /// <summary>Third-country duties, the narrowest goods first, then the one that began last.</summary>
    public int[] ThirdCountry { get; }

    /// <summary>Penal duties in the same order.</summary>
    public int[] Penal { get; }

    /// <summary>Preferences.</summary>
    public int[] Preferences { get; }

    /// <summary>Suspensions.</summary>
    public int[] Suspensions { get; }

    /// <summary>All of which an entry owes exactly one.</summary>
    public int[] Ordinary { get; }

    /// <summary>All that bears duty.</summary>
    public int[] Duties { get; }

    /// <summary>Fees and taxes.</summary>
    public int[] Charges { get; }

    /// <summary>All places in the order of an answer's lines: by type, authority and id.</summary>
    public int[] InOrderOfLines { get; }

    /// <summary>The rules that can find something to do, in the order in which they are applied.</summary>
    public PlannedRule[] Rules { get; }

    /// <summary>
    /// True where every duty that applies grows with the value alone and in proportion to it, so long as no content is stated, so that who is charged does not
    /// turn on how much the entry is worth. Fees and taxes may have bounds, as they come last and shut nothing out, but none that makes them nothing.
    /// </summary>
    /// <param name="applies">For each candidate whether its conditions hold.</param>
    public bool IsProportional(bool[] applies) => _chargesAreAlwaysOwed && !Array.Exists(_disproportionate, place => applies[place]);

    private int[] Places(Predicate<MeasureType> takes) =>
        [.. Enumerable.Range(0, Candidates.Length).Where(place => takes(Candidates[place].Measure.Type))];

    private int[] SuperiorsOf(int place)
    {
        var (measure, yieldsTo) = (Candidates[place].Measure, Candidates[place].YieldsTo);
        return [.. Enumerable.Range(0, Candidates.Length)
            .Where(other => yieldsTo.Contains(Candidates[other].Measure.Id)
                || (IsAbove(Candidates[other].Measure, measure) && !Candidates[other].YieldsTo.Contains(measure.Id)))
            .OrderByDescending(other => Candidates[other].Measure.Precedence)];
    }

    private static bool IsAbove(Measure upper, Measure lower) =>
        lower.Authority.Length > 0 && upper.Precedence > lower.Precedence && upper.Authority == lower.Authority;

    // Fees and taxes come after duty, so that no rule about duties meets them.
    private PlannedRule Plan(StackingRule rule)
    {
        var first = Duties.Where(place => rule.IsFirst(Candidates[place].Measure)).ToArray();
        var second = Duties.Where(place => rule.IsSecond(Candidates[place].Measure)
            || (rule.Kind == StackingKind.SplitsContent && Candidates[place].Measure.Base.Kind == DutyBaseKind.RemainingValue && !rule.IsFirst(Candidates[place].Measure)));
        return new PlannedRule(rule, first, rule.Kind == StackingKind.HighestOnly ? [] : [.. second]);
    }

    // Most specific goods win, then the one that began last, then the last id.
    private int CompareNarrowness(int left, int right)
    {
        var (a, b) = (Candidates[left], Candidates[right]);
        var byWidth = a.Width.CompareTo(b.Width);
        var byStart = (b.Measure.Effective.From ?? DateOnly.MinValue).CompareTo(a.Measure.Effective.From ?? DateOnly.MinValue);
        return byWidth != 0 ? byWidth : byStart != 0 ? byStart : right.CompareTo(left);
    }
}
