namespace GeoGraph.Core.Graph;

/// <summary>Updates that are applied together: all, at one new revision, or none.</summary>
public sealed record WriteBatch
{
    /// <summary>The updates, applied in order; a later one sees what an earlier one did.</summary>
    public required IReadOnlyList<GraphUpdate> Updates { get; init; }

    /// <summary>
    /// Makes the write idempotent: a batch with an id that was applied before returns the first receipt and changes nothing,
    /// and is refused with <see cref="ErrorReason.RequestIdReused"/> where its updates differ. Remembered as long as the history of its
    /// revision. 1 to 128 characters; null for none.
    /// </summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// Check everything, change nothing, remember nothing; the receipt says what would have happened, with the revision that the
    /// batch would have made had it been written then.
    /// </summary>
    public bool ValidateOnly { get; init; }
}

/// <summary>What a write did.</summary>
/// <param name="Revision">The revision at which the batch is visible; where nothing changed, the store's revision as it was.</param>
/// <param name="Created">Nodes and relations that were absent.</param>
/// <param name="Replaced">Those that stood with other content.</param>
/// <param name="Unchanged">Those that stood as given, or were already absent or merged.</param>
/// <param name="Deleted">Those deleted, with the relations that went with a node.</param>
/// <param name="Merged">Nodes that became aliases. The relations that moved with them are not counted.</param>
public sealed record WriteReceipt(Revision Revision, int Created, int Replaced, int Unchanged, int Deleted, int Merged);
