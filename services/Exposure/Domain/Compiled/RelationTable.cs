using GeoGraph.Core;

namespace GeoGraph.Exposure.Compiled;

/// <summary>
/// The relations of one kind that is no flow (LOCATED_IN, OWNS, MEMBER_OF, PRODUCES), in order of id, reachable from both ends.
/// </summary>
internal sealed class RelationTable
{
    private readonly EntityId[] _ids;
    private readonly int[] _from;
    private readonly int[] _to;
    private readonly int[] _period;
    private readonly int[] _share;
    private readonly RelationFlags[] _flags;
    private readonly Csr _byFrom;
    private readonly Csr _byTo;

    /// <summary>Takes rows already checked and sorted by id.</summary>
    public RelationTable(int nodeCount, IReadOnlyList<CheckedRelation> rows)
    {
        _ids = [.. rows.Select(row => row.Row.Id)];
        _from = [.. rows.Select(row => row.From)];
        _to = [.. rows.Select(row => row.To)];
        _period = [.. rows.Select(row => row.Period)];
        _share = [.. rows.Select(row => FixedPoint.FromShare(row.Row.Share))];
        _flags = [.. rows.Select(row => RelationFlags.Of(row.Row))];
        _byFrom = new Csr(nodeCount, _from);
        _byTo = new Csr(nodeCount, _to);
    }

    /// <summary>Relations that start from a node, at any date.</summary>
    public ReadOnlySpan<int> FromNode(int node) => _byFrom[node];

    /// <summary>Relations that end on a node, at any date.</summary>
    public ReadOnlySpan<int> ToNode(int node) => _byTo[node];

    /// <summary>The relation's id.</summary>
    public EntityId Id(int relation) => _ids[relation];

    /// <summary>The node it starts from.</summary>
    public int From(int relation) => _from[relation];

    /// <summary>The node it ends on.</summary>
    public int To(int relation) => _to[relation];

    /// <summary>Index of its dates in the graph's periods.</summary>
    public int Period(int relation) => _period[relation];

    /// <summary>Its share, 0 to 1; null where not stated.</summary>
    public decimal? Share(int relation) => FixedPoint.ToShare(_share[relation]);

    /// <summary>Its evidence and, for memberships, obligations.</summary>
    public RelationFlags Flags(int relation) => _flags[relation];
}

/// <summary>A row whose ends are resolved and whose dates are those that its ends share with it.</summary>
/// <param name="Row">The row.</param>
/// <param name="From">Index of the node it starts from.</param>
/// <param name="To">Index of the node it ends on.</param>
/// <param name="Period">Index of its dates.</param>
internal sealed record CheckedRelation(RelationRow Row, int From, int To, int Period);
