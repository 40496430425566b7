namespace GeoGraph.Core.Graph.Archive;

/// <summary>The order of the items of an archive, and what they are called.</summary>
internal static class ArchiveOrder
{
    /// <summary>Less than zero where the left item comes first; zero where both have one place.</summary>
    public static int Compare(ArchivedRecord left, ArchivedRecord right)
    {
        var kinds = Rank(left).CompareTo(Rank(right));
        if (kinds != 0)
            return kinds;
        if ((left, right) is (ArchivedReceipt first, ArchivedReceipt second))
            return EntityId.CompareTexts(first.RequestId, second.RequestId);
        if ((left, right) is not (ArchivedVersion one, ArchivedVersion other))
            return 0;
        var ids = one.Id.CompareTo(other.Id);
        return ids != 0 ? ids : one.Since.CompareTo(other.Since);
    }

    /// <summary>The item in words, as <c>node firm:a of revision 3</c>.</summary>
    public static string Name(ArchivedRecord record) => record switch
    {
        ArchivedNode node => $"node {node.Id} of revision {node.Since}",
        ArchivedRelation relation => $"relation {relation.Id} of revision {relation.Since}",
        ArchivedAlias alias => $"alias {alias.Id} of revision {alias.Since}",
        ArchivedReceipt receipt => $"request {receipt.RequestId}",
        _ => "the state",
    };

    private static int Rank(ArchivedRecord record) => record switch
    {
        ArchivedState => 0,
        ArchivedNode => 1,
        ArchivedRelation => 2,
        ArchivedAlias => 3,
        _ => 4,
    };
}
