namespace GeoGraph.Core.Graph.Archive;

/// <summary>What one item of an archive must keep to by itself.</summary>
internal static class ArchiveRules
{
    private const string UpdatePrefix = "updates[0].";
    private const int DigestLength = 64;

    /// <summary>The rules that an item breaks, in words.</summary>
    /// <param name="record">The item.</param>
    /// <param name="state">The archive's state; null before it has come.</param>
    public static IEnumerable<string> BrokenBy(ArchivedRecord record, ArchivedState? state) => record switch
    {
        ArchivedState own => own.Oldest < Revision.Zero || own.Current < own.Oldest ? ["revisions are not negative, and the oldest is not after the newest"] : [],
        ArchivedVersion version => BrokenStretch(version, state).Concat(BrokenFields(version)),
        ArchivedReceipt receipt => BrokenReceipt(receipt, state),
        _ => [],
    };

    private static IEnumerable<string> BrokenStretch(ArchivedVersion version, ArchivedState? state)
    {
        if (version.Since <= Revision.Zero || version.Since > state?.Current)
            yield return $"a version is written at a revision from 1 to the newest, {state?.Current}";
        if (version.Until <= version.Since || version.Until > state?.Current)
            yield return $"a version ends after it was written and not after the newest revision, {state?.Current}; this one ends at {version.Until}";
        if (version.Until <= state?.Oldest)
            yield return $"a version that ended at {version.Until} shows at no revision retained, of which the oldest is {state?.Oldest}";
    }

    // Fields are checked as those of a write are, so that what is restored is what could have been written.
    private static IEnumerable<string> BrokenFields(ArchivedVersion version)
    {
        GraphUpdate update = version switch
        {
            ArchivedNode { Node: var node } => new PutNode(node),
            ArchivedRelation { Relation: var relation } => new PutRelation(relation),
            _ => new PutNode(new GraphNode { Id = version.Id, Label = "ALIAS", Names = ((ArchivedAlias)version).Alias.Names }),
        };
        try
        {
            return GraphRules.Check(new WriteBatch { Updates = [update] })[0] switch
            {
                PutNode put when put.Node.Properties != ((PutNode)update).Node.Properties => ["properties are in canonical form"],
                PutRelation put when put.Relation.Properties != ((PutRelation)update).Relation.Properties => ["properties are in canonical form"],
                _ => [],
            };
        }
        catch (GeoGraphException refusal) when (refusal.Violations.Count > 0)
        {
            return [.. refusal.Violations.Select(violation => $"{violation.Field[UpdatePrefix.Length..]} '{violation.Value}': {violation.Rule}")];
        }
        catch (GeoGraphException refusal)
        {
            return [refusal.Message.Replace(UpdatePrefix, "", StringComparison.Ordinal)];
        }
    }

    private static IEnumerable<string> BrokenReceipt(ArchivedReceipt remembered, ArchivedState? state)
    {
        var receipt = remembered.Receipt;
        if (remembered.RequestId.Length is 0 or > GraphLimits.MaxRequestIdLength || !EntityId.IsWellFormedUtf16(remembered.RequestId))
            yield return $"a request id has 1 to {GraphLimits.MaxRequestIdLength} characters";
        if (remembered.Digest.Length != DigestLength || !remembered.Digest.All(char.IsAsciiHexDigitLower))
            yield return "the digest of a request is SHA-256 in hex";
        if (receipt.Revision < (state?.Oldest ?? Revision.Zero) || receipt.Revision > state?.Current)
            yield return $"a receipt names a revision retained; this one names {receipt.Revision}";
        if (int.Min(int.Min(receipt.Created, receipt.Replaced), int.Min(int.Min(receipt.Unchanged, receipt.Deleted), receipt.Merged)) < 0)
            yield return "no count of a receipt is negative";
    }
}
