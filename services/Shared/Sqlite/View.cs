using GeoGraph.Core;
using GeoGraph.Sqlite.Engine;

namespace GeoGraph.Sqlite;

/// <summary>
/// The store as one revision shows it, within one transaction of one connection. While the revision is the newest, queries go to
/// current versions alone; later, each query is the union of the current versions that are old enough and the past ones that still showed then.
/// </summary>
internal sealed class View
{
    private View(Link link, Revision revision, bool isNewest, CancellationToken cancellationToken)
    {
        Link = link;
        Revision = revision;
        IsNewest = isNewest;
        CancellationToken = cancellationToken;
    }

    /// <summary>The connection, inside its transaction.</summary>
    public Link Link { get; }

    /// <summary>The revision shown.</summary>
    public Revision Revision { get; }

    /// <summary>Cancels the work; looked at between rows.</summary>
    public CancellationToken CancellationToken { get; }

    private bool IsNewest { get; }

    /// <summary>Opens the view at a revision that a reader is pinned to.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.RevisionExpired"/> where history was trimmed past it.</exception>
    public static View Open(Link link, Revision revision, CancellationToken cancellationToken)
    {
        var state = StoreState.Read(link);
        if (revision < state.Oldest)
            throw state.Expired(revision);
        return new View(link, revision, revision == state.Current, cancellationToken);
    }

    /// <summary>
    /// A query over the versions shown. <paramref name="build"/> gets the condition on the versions, aliased <c>v</c>, and gives a SELECT without
    /// ORDER BY; parameter ?1 is the revision, so the caller's own start at ?2.
    /// </summary>
    public string Versions(Func<string, string> build) => IsNewest
        ? build("v.rev_to IS NULL AND v.rev_from <= ?1")
        : build("v.rev_to IS NULL AND v.rev_from <= ?1") + " UNION ALL " + build("v.rev_to > ?1 AND v.rev_from <= ?1");

    /// <summary>The ids among <paramref name="ids"/> that are aliases, with their survivors.</summary>
    public Dictionary<EntityId, EntityId> Survivors(IReadOnlyCollection<EntityId> ids)
    {
        var survivors = new Dictionary<EntityId, EntityId>();
        if (ids.Count == 0)
            return survivors;
        var sql = Versions(shown => $"SELECT v.id, v.survivor FROM json_each(?2) j CROSS JOIN alias v ON v.id = j.value WHERE {shown}");
        using var rows = Link.Query(sql, Revision.Number, RowFormat.Set(ids));
        while (rows.Step())
            survivors[EntityId.Parse(rows.Text(0))] = EntityId.Parse(rows.Text(1));
        return survivors;
    }

    /// <summary>The ids with aliases replaced by their survivors.</summary>
    public IReadOnlyCollection<EntityId> Resolve(IReadOnlyCollection<EntityId> ids)
    {
        var survivors = Survivors(ids);
        return survivors.Count == 0 ? ids : [.. ids.Select(id => survivors.GetValueOrDefault(id, id)).Distinct()];
    }
}
