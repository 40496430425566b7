using GeoGraph.Core;
using GeoGraph.Exposure.Answers;

namespace GeoGraph.Exposure.CutSets;

/// <summary>How far a search for cut sets goes.</summary>
internal sealed record CutSetLimits
{
    /// <summary>The limits where the caller names none.</summary>
    public static readonly CutSetLimits Default = new();

    /// <summary>The largest set looked for: 1 to 8; 4 by default.</summary>
    public int MaxSize { get; init; } = 4;

    /// <summary>How many steps the search makes at most, each the look at one alternative: 1 to 100,000,000,000; 200,000,000 by default.</summary>
    public long MaxSteps { get; init; } = 200_000_000;

    /// <summary>How many sets are found at most: 1 to 1,000,000; 100,000 by default.</summary>
    public int MaxSets { get; init; } = 100_000;

    /// <summary>Notes every limit outside its bounds.</summary>
    public void Check(Violations violations)
    {
        Check(violations, "limits.max_size", MaxSize, 1, 8);
        Check(violations, "limits.max_steps", MaxSteps, 1, 100_000_000_000);
        Check(violations, "limits.max_sets", MaxSets, 1, 1_000_000);
    }

    private static void Check(Violations violations, string field, long value, long least, long most)
    {
        if (value < least || value > most)
            violations.Add(field, value.ToString(null, null), $"lies between {least} and {most}");
    }
}

/// <summary>Nodes whose loss together leaves the buyer without an input that it needs, and no part of which does.</summary>
/// <param name="Nodes">The nodes, in order of id.</param>
internal sealed record CutSet(IReadOnlyList<EntityId> Nodes);

/// <summary>The minimal cut sets of a buyer.</summary>
/// <param name="Basis">How the answer came about.</param>
/// <param name="FeasibleBefore">False where the buyer lacks an input with nothing gone, on the evidence that counts; then no set is listed.</param>
/// <param name="Sets">The sets, the smallest first, then by ids.</param>
/// <param name="TotalSets">How many were found in all.</param>
/// <param name="CompleteToSize">Every set of up to this size was found; below the size asked for where the bound on work or on sets was reached.</param>
/// <param name="Steps">Steps made.</param>
internal sealed record CutSetAnswer(AnswerBasis Basis, bool FeasibleBefore, IReadOnlyList<CutSet> Sets, int TotalSets, int CompleteToSize, long Steps);
