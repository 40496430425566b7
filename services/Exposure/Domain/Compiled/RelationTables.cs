using GeoGraph.Exposure.Columns;

namespace GeoGraph.Exposure.Compiled;

/// <summary>The kinds of relations that are no flows.</summary>
internal static class RelationTables
{
    /// <summary>The kinds whose relations are read or kept beside the flows.</summary>
    public static readonly IReadOnlyList<RelationKind> Kinds =
        [RelationKind.MemberOf, RelationKind.LocatedIn, RelationKind.Owns, RelationKind.Produces, RelationKind.Requires, RelationKind.Controls];

    /// <summary>An empty table of each kind.</summary>
    public static readonly RelationTable?[] Empty = [.. Enum.GetValues<RelationKind>().Select(kind => Kinds.Contains(kind) ? Nothing() : null)];

    /// <summary>True for kinds that no exposure question reads.</summary>
    public static bool IsUnread(RelationKind kind) => kind is RelationKind.Requires or RelationKind.Controls;

    private static RelationTable Nothing()
    {
        var none = new PackedColumn(0, -1, _ => -1);
        return new RelationTable(0, TextTable.Empty, PeriodTable.Empty, none, none, none, none, SparseColumn<int>.Empty);
    }
}
