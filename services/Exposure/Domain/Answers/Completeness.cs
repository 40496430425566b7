namespace GeoGraph.Exposure.Answers;

/// <summary>What kept an answer from covering everything.</summary>
[Flags]
internal enum PrunedBy
{
    /// <summary>Nothing: the answer is complete.</summary>
    Nothing = 0,

    /// <summary>Something lies beyond the tiers asked for; or a circle of suppliers leaves a rest that further tiers would shrink.</summary>
    Depth = 1,

    /// <summary>A limit on relations or results was reached.</summary>
    Limit = 2,

    /// <summary>Flows that hold on the date were left out by the evidence rule.</summary>
    Confidence = 4,

    /// <summary>The instant at which the work had to end was reached.</summary>
    Deadline = 8,
}

/// <summary>How much of the graph an answer covers.</summary>
/// <param name="PrunedBy">What was left out, if anything.</param>
/// <param name="ExploredNodes">Nodes read.</param>
/// <param name="ExploredRelations">Flows read.</param>
internal sealed record Completeness(PrunedBy PrunedBy, int ExploredNodes, int ExploredRelations)
{
    /// <summary>True where nothing was left out.</summary>
    public bool IsComplete => PrunedBy == PrunedBy.Nothing;
}
