namespace GeoGraph.Tariffs;

/// <summary>How far an entry's duty is decided.</summary>
internal enum DutyOutcome
{
    /// <summary>One total.</summary>
    Determined,

    /// <summary>The total depends on facts that the entry does not state.</summary>
    Conditional,

    /// <summary>The goods may not be entered; there is no total.</summary>
    Prohibited,
}

/// <summary>What kept a measure from being charged.</summary>
internal enum NotAppliedKind
{
    /// <summary>Not in force on the entry date.</summary>
    Date,

    /// <summary>Not the version of the law that the question sees.</summary>
    NotKnown,

    /// <summary>Not law, and its scenario is not asked for.</summary>
    Status,

    /// <summary>Void in a scenario asked for.</summary>
    Scenario,

    /// <summary>A condition fails.</summary>
    Condition,

    /// <summary>Its goods do not include the code, as completed.</summary>
    Goods,

    /// <summary>A measure of the same authority has precedence.</summary>
    Precedence,

    /// <summary>Another ordinary duty takes its place.</summary>
    Replaced,

    /// <summary>A stacking rule shuts it out.</summary>
    Stacking,

    /// <summary>Nothing of the value is left for it.</summary>
    NothingRemains,

    /// <summary>It applies, and its rate is 0.</summary>
    ZeroRate,
}

/// <summary>One amount owed.</summary>
/// <param name="Measure">The measure that it is owed by.</param>
/// <param name="Duty">The duty expression, printed.</param>
/// <param name="RatePercent">The rate on <paramref name="Base"/> in percent; the ad valorem equivalent for other duties, to ten places.</param>
/// <param name="Base">The value charged, in the entry's currency.</param>
/// <param name="Amount">The amount owed, rounded half away from zero to cents.</param>
/// <param name="Calculation">How the amount comes about, in words.</param>
/// <param name="DecidedBy">Titles of the rules that gave the line its place or its base; empty where none did.</param>
internal sealed record DutyLine(Measure Measure, string Duty, decimal RatePercent, decimal Base, decimal Amount, string Calculation, string DecidedBy);

/// <summary>A measure that covers the goods and the origin and is not charged.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Kind">What kept it from being charged.</param>
/// <param name="Reason">Why, in a sentence without its end.</param>
/// <param name="DecidedById">Id of the rule or measure that decided; empty where neither did.</param>
internal sealed record NotAppliedMeasure(Measure Measure, NotAppliedKind Kind, string Reason, string DecidedById);

/// <summary>How much of an answer is wanted.</summary>
internal enum AnswerDetail
{
    /// <summary>Everything.</summary>
    Whole,

    /// <summary>Not what does not apply and what was assumed.</summary>
    Lines,

    /// <summary>Neither the lines; where facts are missing, what is undecided all the same.</summary>
    Totals,
}

/// <summary>Something taken to be so because the entry does not say.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="MeasureIds">The measures that read the fact and would be owed otherwise had it another value, in order.</param>
/// <param name="Text">The assumption in a sentence without its end.</param>
internal sealed record DutyAssumption(string Fact, IReadOnlyList<string> MeasureIds, string Text);

/// <summary>Data that could touch the entry and cannot be evaluated.</summary>
/// <param name="SubjectId">Id of the measure or rule.</param>
/// <param name="Reason">Why, in a sentence.</param>
internal sealed record NotEvaluated(string SubjectId, string Reason);

/// <summary>One end of what a conditional entry may owe.</summary>
/// <param name="Total">The total duty.</param>
/// <param name="Lines">The lines that sum to it.</param>
/// <param name="Facts">The values of the missing facts with which it comes about; each stands for all values that no test tells from it.</param>
internal sealed record DutyBound(decimal Total, IReadOnlyList<DutyLine> Lines, IReadOnlyDictionary<string, string> Facts);

/// <summary>What an entry owes, and why.</summary>
internal sealed record DutyAnswer
{
    /// <summary>How far the duty is decided.</summary>
    public required DutyOutcome Outcome { get; init; }

    /// <summary>The currency of all amounts.</summary>
    public required string Currency { get; init; }

    /// <summary>The lines: ordinary duty first, also at 0. For conditional entries the lines that are owed whatever the missing facts are.</summary>
    public required IReadOnlyList<DutyLine> Lines { get; init; }

    /// <summary>Sum of the lines where determined; else null.</summary>
    public decimal? TotalDuty { get; init; }

    /// <summary>The least that may be owed; the same lines as the answer where determined; null where prohibited.</summary>
    public DutyBound? Lowest { get; init; }

    /// <summary>The most that may be owed; null where prohibited, or where a missing quantity leaves it without bound.</summary>
    public DutyBound? Highest { get; init; }

    /// <summary>For conditional entries: lines that are owed for some values of the missing facts only, each at its greatest amount.</summary>
    public IReadOnlyList<DutyLine> Undecided { get; init; } = [];

    /// <summary>The facts (and quantities, as <c>quantities.liter</c>, and <c>hts</c> for more digits) that would decide.</summary>
    public IReadOnlyList<string> MissingFacts { get; init; } = [];

    /// <summary>True for conditional entries that some values of the missing facts prohibit.</summary>
    public bool MayBeProhibited { get; init; }

    /// <summary>Measures that cover goods and origin and are not charged.</summary>
    public IReadOnlyList<NotAppliedMeasure> NotApplied { get; init; } = [];

    /// <summary>The prohibitions that apply.</summary>
    public IReadOnlyList<Measure> Prohibitions { get; init; } = [];

    /// <summary>Fees and taxes; never in the total.</summary>
    public IReadOnlyList<DutyLine> Charges { get; init; } = [];

    /// <summary>Sum of the fees and taxes that are owed whatever the missing facts are.</summary>
    public decimal TotalCharges { get; init; }

    /// <summary>Fees and taxes that missing facts decide, each at its greatest amount.</summary>
    public IReadOnlyList<DutyLine> UndecidedCharges { get; init; } = [];

    /// <summary>Facts that would decide the fees and taxes.</summary>
    public IReadOnlyList<string> MissingChargeFacts { get; init; } = [];

    /// <summary>What was taken to be so.</summary>
    public IReadOnlyList<DutyAssumption> Assumptions { get; init; } = [];

    /// <summary>What <see cref="NotApplied"/> and <see cref="Assumptions"/> were taken from, where other answers share it.</summary>
    public Remainder? Remainder { get; init; }

    /// <summary>What could touch the entry and was not evaluated.</summary>
    public IReadOnlyList<NotEvaluated> NotEvaluated { get; init; } = [];

    /// <summary>Where the quotas that the entry draws on stand, seen from it.</summary>
    public IReadOnlyList<QuotaStanding> QuotaStandings { get; init; } = [];

    /// <summary>The parts into which quotas divide the entry; empty where none does.</summary>
    public IReadOnlyList<QuotaPortion> QuotaPortions { get; init; } = [];

    /// <summary>Bound rates that the duties exceed, whatever missing facts are.</summary>
    public IReadOnlyList<BoundRateBreach> Breaches { get; init; } = [];

    /// <summary>Export controls of the origin or the country of export on these goods.</summary>
    public IReadOnlyList<Measure> ExportControls { get; init; } = [];
}
