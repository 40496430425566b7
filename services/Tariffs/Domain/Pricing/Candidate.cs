using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>A measure whose goods and origins cover an entry, wholly or in part of a short code. Not changed once its slice is made.</summary>
internal sealed class Candidate
{
    /// <summary>The measure.</summary>
    public required CompiledMeasure Compiled { get; init; }

    /// <summary>How much of the entry's code it covers; not <see cref="Tariffs.Coverage.None"/>.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>Width of the narrowest span that covers the code; smaller is more specific.</summary>
    public required long Width { get; init; }

    /// <summary>For a code covered in part: whether each way to complete the code is covered; null for whole cover.</summary>
    public bool[]? CoveredAt { get; set; }

    /// <summary>What other origins owe, where the duty follows the lowest of them; else null.</summary>
    public Rivals? Rivals { get; set; }

    /// <summary>Measures that stand in its place where they apply, whatever the precedence: those within the quota that it is beyond.</summary>
    public IReadOnlyList<EntityId> YieldsTo { get; set; } = [];

    /// <summary>The measure as given.</summary>
    public Measure Measure => Compiled.Measure;

    /// <summary>True where one of its conditions tests the fact.</summary>
    public bool Tests(string fact) => Array.Exists(Compiled.Conditions, condition => Array.Exists(condition.AnyOf, test => test.Test.Fact == fact));

    /// <summary>True where what it is charged on, or a part of its duty, is the fact's value.</summary>
    public bool IsChargedBy(string fact) => Measure.Base.FactName == fact || DutyEvaluator.Reads(Compiled.Duty, fact);
}

/// <summary>A candidate that is out before its conditions are looked at, and why.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Kind">What kept it out.</param>
/// <param name="IsAhead">True where it is out by date because it is not yet in force.</param>
/// <param name="Reason">Why, in a sentence.</param>
internal sealed record BarredCandidate(Candidate Candidate, NotAppliedKind Kind, bool IsAhead, string Reason);

/// <summary>The candidates of one entry.</summary>
internal sealed class Candidates
{
    /// <summary>Those that apply where their conditions hold, in order of measure.</summary>
    public List<Candidate> Live { get; } = [];

    /// <summary>Those that are out by date, knowledge or status.</summary>
    public List<BarredCandidate> Barred { get; } = [];

    /// <summary>Those in force that cannot be evaluated.</summary>
    public List<Candidate> Refused { get; } = [];

    /// <summary>Export controls of the origin or the country of export that cover the goods.</summary>
    public List<Candidate> Controls { get; } = [];

    /// <summary>Bound rates in force that cover the goods.</summary>
    public List<Candidate> Bounds { get; } = [];

    /// <summary>Those of the live that apply within quotas only.</summary>
    public List<Candidate> Limited { get; } = [];

    /// <summary>Codes that complete a short one, one for each way in which measures tell them apart; empty where none do.</summary>
    public List<CodeSpan> Completions { get; } = [];

    /// <summary>Where no ordinary duty is among them: the importers, in order, of which the data has any; empty where the entry's is one of them.</summary>
    public IReadOnlyList<EntityId> OtherImporters { get; set; } = [];
}
