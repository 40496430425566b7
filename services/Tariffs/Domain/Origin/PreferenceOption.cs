namespace GeoGraph.Tariffs;

/// <summary>Whether a preference may lawfully be claimed; the better, the smaller.</summary>
internal enum PreferenceStanding
{
    /// <summary>The goods qualify, or the preference asks for no rule of origin.</summary>
    Lawful,

    /// <summary>Nothing stated says whether they qualify.</summary>
    Unproven,

    /// <summary>They do not qualify.</summary>
    Refused,
}

/// <summary>Whether a preference may be claimed, and why.</summary>
/// <param name="Standing">Whether.</param>
/// <param name="Reason">Why, in a sentence without its end.</param>
/// <param name="Assessment">The rule of origin that decides, against what is stated; null where there is no rule or nothing to judge.</param>
internal sealed record PreferenceVerdict(PreferenceStanding Standing, string Reason, OriginAssessment? Assessment = null);

/// <summary>One way to enter goods.</summary>
internal sealed record PreferenceOption
{
    /// <summary>The preference; null for the entry without any claim.</summary>
    public Measure? Measure { get; init; }

    /// <summary>What the entry has to state to claim it.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>The entry with the claim.</summary>
    public required Entry Entry { get; init; }

    /// <summary>Whether it may be claimed.</summary>
    public required PreferenceVerdict Verdict { get; init; }

    /// <summary>What the entry pays with it; null where it cannot be said.</summary>
    public DutyAnswer? Answer { get; init; }

    /// <summary>Duty, fees and taxes together, the lowest where they are open; null where they cannot be said.</summary>
    public decimal? Cost { get; init; }

    /// <summary>What it saves against the entry without any claim; null where it cannot be said.</summary>
    public decimal? Saving { get; init; }

    /// <summary>Why there is no answer; empty where there is one.</summary>
    public string Problem { get; init; } = "";
}
