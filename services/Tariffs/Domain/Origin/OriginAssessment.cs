namespace GeoGraph.Tariffs;

/// <summary>One requirement of a rule, judged.</summary>
internal sealed record CriterionResult
{
    /// <summary>The requirement in words.</summary>
    public required string Requirement { get; init; }

    /// <summary>Whether it holds; unknown where something is missing.</summary>
    public required Truth Met { get; init; }

    /// <summary>The share found, 0 to 1; null where there is none or something is missing.</summary>
    public decimal? Value { get; init; }

    /// <summary>The share asked for; null for requirements without one.</summary>
    public decimal? Threshold { get; init; }

    /// <summary>The arithmetic in words; may be empty.</summary>
    public string Calculation { get; init; } = "";

    /// <summary>Fields of the bill that would decide it.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The materials that break it, by name or code.</summary>
    public IReadOnlyList<string> Failing { get; init; } = [];

    /// <summary>The least value by which inputs or labour would have to change for it to hold, rounded up to cents; null where it holds or something is missing.</summary>
    public decimal? ShortByValue { get; init; }

    /// <summary>That change in words, without an end; empty where it holds.</summary>
    public string Change { get; init; } = "";

    /// <summary>The share of the good's value that the tolerance forgave; null where it forgave nothing.</summary>
    public decimal? Forgiven { get; init; }

    /// <summary>The number of the way to qualify that it belongs to, from 1; 0 for requirements of every way.</summary>
    public int Alternative { get; init; }
}

/// <summary>A rule of origin against a bill of materials.</summary>
internal sealed record OriginAssessment
{
    /// <summary>The rule.</summary>
    public required OriginRule Rule { get; init; }

    /// <summary>Whether the good qualifies; unknown where something is missing without which it cannot be said.</summary>
    public required Truth Qualifies { get; init; }

    /// <summary>The requirements, judged.</summary>
    public required IReadOnlyList<CriterionResult> Criteria { get; init; }

    /// <summary>The share of the good's value that the tolerance forgave; null where it forgave nothing.</summary>
    public decimal? ToleranceUsed { get; init; }

    /// <summary>Materials that count as the region's though they do not originate where the good is made, by name or code.</summary>
    public IReadOnlyList<string> Cumulated { get; init; } = [];

    /// <summary>The least that would have to change, in a sentence without its end; empty where it qualifies.</summary>
    public string ToQualify { get; init; } = "";
}
