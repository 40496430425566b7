namespace GeoGraph.Core.Graph.Archive;

/// <summary>
/// One item of what a store holds, past versions included. Closed: <see cref="ArchivedState"/>, <see cref="ArchivedNode"/>,
/// <see cref="ArchivedRelation"/>, <see cref="ArchivedAlias"/>, <see cref="ArchivedReceipt"/>.
/// </summary>
public abstract record ArchivedRecord
{
    private protected ArchivedRecord()
    {
    }
}

/// <summary>How far the store is; the first item of every archive, and there once.</summary>
/// <param name="Current">The newest revision.</param>
/// <param name="Oldest">The oldest revision retained, at most <paramref name="Current"/>.</param>
public sealed record ArchivedState(Revision Current, Revision Oldest) : ArchivedRecord;

/// <summary>One version of one entity: it shows from revision <see cref="Since"/>, inclusive, to <see cref="Until"/>, exclusive.</summary>
public abstract record ArchivedVersion : ArchivedRecord
{
    private protected ArchivedVersion(Revision? until) => Until = until;

    /// <summary>The entity.</summary>
    public abstract EntityId Id { get; }

    /// <summary>The revision that wrote the version.</summary>
    public abstract Revision Since { get; }

    /// <summary>The revision that ended it; null while it is the current one.</summary>
    public Revision? Until { get; }
}

/// <summary>One version of a node, written at its <see cref="GraphNode.ChangedAt"/>.</summary>
/// <param name="Node">The node.</param>
/// <param name="Until">The revision that ended the version; null while it is the current one.</param>
public sealed record ArchivedNode(GraphNode Node, Revision? Until) : ArchivedVersion(Until)
{
    /// <inheritdoc/>
    public override EntityId Id => Node.Id;

    /// <inheritdoc/>
    public override Revision Since => Node.ChangedAt;
}

/// <summary>One version of a relation, written at its <see cref="GraphRelation.ChangedAt"/>.</summary>
/// <param name="Relation">The relation.</param>
/// <param name="Until">The revision that ended the version; null while it is the current one.</param>
public sealed record ArchivedRelation(GraphRelation Relation, Revision? Until) : ArchivedVersion(Until)
{
    /// <inheritdoc/>
    public override EntityId Id => Relation.Id;

    /// <inheritdoc/>
    public override Revision Since => Relation.ChangedAt;
}

/// <summary>One version of an alias.</summary>
/// <param name="Alias">The alias, with its survivor and the names that it brought.</param>
/// <param name="WrittenAt">The revision that wrote it.</param>
/// <param name="Until">The revision that ended the version; null while it is the current one.</param>
public sealed record ArchivedAlias(AliasRecord Alias, Revision WrittenAt, Revision? Until) : ArchivedVersion(Until)
{
    /// <inheritdoc/>
    public override EntityId Id => Alias.Alias;

    /// <inheritdoc/>
    public override Revision Since => WrittenAt;
}

/// <summary>A request id that was applied, with the answer that a repeated request gets.</summary>
/// <param name="RequestId">The request id, 1 to 128 characters.</param>
/// <param name="Digest">The <see cref="BatchDigest"/> of its updates.</param>
/// <param name="Receipt">The first answer.</param>
public sealed record ArchivedReceipt(string RequestId, string Digest, WriteReceipt Receipt) : ArchivedRecord;
