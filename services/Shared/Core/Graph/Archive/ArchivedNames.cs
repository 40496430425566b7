namespace GeoGraph.Core.Graph.Archive;

/// <summary>A text by which a search finds a node, from revision <paramref name="Since"/> to before <paramref name="Until"/>.</summary>
/// <param name="Node">The node that is found.</param>
/// <param name="Owner">The id that brought the name: the node's own, or a former one.</param>
/// <param name="Place">Which of the node's names it is, as <see cref="NamePlaces"/> says.</param>
/// <param name="Language">The name's language; null for an id.</param>
/// <param name="Text">The name, or the part of an id after the colon.</param>
/// <param name="Since">The first revision at which it is found.</param>
/// <param name="Until">The first at which it is found no more; null where that has not come.</param>
public sealed record ArchivedName(EntityId Node, EntityId Owner, long Place, string? Language, string Text, Revision Since, Revision? Until);

/// <summary>Where the names of a node stand among one another: its own first, then those of former ids, then its id, then former ids.</summary>
public static class NamePlaces
{
    /// <summary>Where the names of former ids begin; a node's own names have the places before, in their order.</summary>
    public const long FormerNames = 1_000_000;

    /// <summary>The place of a node's own id.</summary>
    public const long OwnId = 2_000_000;

    /// <summary>The place of a former id.</summary>
    public const long FormerId = 3_000_000;
}

/// <summary>
/// Tells what a search by name finds, from the nodes and aliases of an archive in their order, so that no archive holds it. A name that stays while other
/// things of its node change is told once.
/// </summary>
public sealed class ArchivedNames
{
    private readonly List<ArchivedName> _open = [];

    /// <summary>The names that are whole with this item: nothing after it prolongs them.</summary>
    public IReadOnlyList<ArchivedName> Next(ArchivedRecord record)
    {
        var owner = (record as ArchivedVersion)?.Id ?? default;
        var names = record switch
        {
            ArchivedNode node => Of(node),
            ArchivedAlias alias => Of(alias),
            _ => [],
        };
        var whole = _open.FindAll(name => name.Owner != owner);
        _open.RemoveAll(name => name.Owner != owner);
        foreach (var name in names)
            Open(name, whole);
        return whole;
    }

    /// <summary>The names that no later item prolongs, at the end.</summary>
    public IReadOnlyList<ArchivedName> Rest()
    {
        var rest = _open.ToList();
        _open.Clear();
        return rest;
    }

    private void Open(ArchivedName name, List<ArchivedName> whole)
    {
        var at = _open.FindIndex(open => open.Node == name.Node && open.Place == name.Place);
        if (at < 0)
        {
            _open.Add(name);
        }
        else if (_open[at].Until == name.Since && _open[at].Language == name.Language && _open[at].Text == name.Text)
        {
            _open[at] = _open[at] with { Until = name.Until };
        }
        else
        {
            whole.Add(_open[at]);
            _open[at] = name;
        }
    }

    private static IEnumerable<ArchivedName> Of(ArchivedNode version)
    {
        var id = version.Node.Id;
        for (var i = 0; i < version.Node.Names.Count; i++)
            yield return new ArchivedName(id, id, i, version.Node.Names[i].Language, version.Node.Names[i].Text, version.Since, version.Until);
        yield return new ArchivedName(id, id, NamePlaces.OwnId, null, id.Name, version.Since, version.Until);
    }

    private static IEnumerable<ArchivedName> Of(ArchivedAlias version)
    {
        var (id, survivor, names) = (version.Alias.Alias, version.Alias.Survivor, version.Alias.Names);
        for (var i = 0; i < names.Count; i++)
            yield return new ArchivedName(survivor, id, NamePlaces.FormerNames + i, names[i].Language, names[i].Text, version.Since, version.Until);
        yield return new ArchivedName(survivor, id, NamePlaces.FormerId, null, id.Name, version.Since, version.Until);
    }
}
