using GeoGraph.Core;

namespace GeoGraph.Exposure.Answers;

/// <summary>How far a question goes before its answer is cut and says so.</summary>
internal sealed record TraceLimits
{
    /// <summary>The limits where the caller names none.</summary>
    public static readonly TraceLimits Default = new();

    /// <summary>How many tiers upstream are traced: 1 to 64; 10 by default.</summary>
    public int MaxTier { get; init; } = 10;

    /// <summary>How many flows are read: 1 to 10,000,000; 1,000,000 by default. A node whose inputs no longer fit counts as unknown beyond itself.</summary>
    public int MaxRelations { get; init; } = 1_000_000;

    /// <summary>How many results are listed, the largest first: 1 to 100,000; 200 by default.</summary>
    public int MaxResults { get; init; } = 200;

    /// <summary>How many chains are listed with each result, the largest first: 0 to 1,000; 20 by default.</summary>
    public int MaxChains { get; init; } = 20;

    /// <summary>When to stop and answer with what has been found; null for never. What is left out by then counts as unknown, and the answer says so.</summary>
    public WorkEnd? End { get; init; }

    /// <summary>True where the work has to end now.</summary>
    public bool IsOver => End is { IsOver: true };

    /// <summary>Notes every limit outside its bounds.</summary>
    public void Check(Violations violations)
    {
        Check(violations, "limits.max_tier", MaxTier, 1, 64);
        Check(violations, "limits.max_relations", MaxRelations, 1, 10_000_000);
        Check(violations, "limits.max_results", MaxResults, 1, 100_000);
        Check(violations, "limits.max_chains", MaxChains, 0, 1_000);
    }

    private static void Check(Violations violations, string field, int value, int least, int most)
    {
        if (value < least || value > most)
            violations.Add(field, value.ToString(null, null), $"lies between {least} and {most}");
    }
}
