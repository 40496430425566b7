using System.Runtime.CompilerServices;

namespace GeoGraph.Core.Graph.Archive;

/// <summary>Something in an archive that no store writes.</summary>
/// <param name="Where">The item, as <c>relation supplies:a-b of revision 3</c>.</param>
/// <param name="Rule">The rule that it breaks, in words.</param>
public sealed record ArchiveProblem(string Where, string Rule)
{
    /// <summary>Item and rule in one sentence.</summary>
    public override string ToString() => $"{Where}: {Rule}";
}

/// <summary>
/// Checks in one pass that an archive holds together: its order, that fields keep to <see cref="GraphRules"/>, that versions of one id follow on each other, that
/// no id names two things at once, and that the ends of relations and the survivors of aliases are there at every revision retained. Memory grows with the ids.
/// </summary>
public sealed class ArchiveCheck
{
    /// <summary>How many problems are listed; further ones are counted.</summary>
    public const int MaxListed = 100;

    private readonly Dictionary<EntityId, Presence> _nodes = [];
    private readonly Dictionary<EntityId, Presence> _relations = [];
    private readonly List<ArchiveProblem> _problems = [];
    private ArchivedState? _state;
    private ArchivedRecord? _last;

    /// <summary>The problems found so far, in order, at most <see cref="MaxListed"/>.</summary>
    public IReadOnlyList<ArchiveProblem> Problems => _problems;

    /// <summary>How many problems were found so far.</summary>
    public long Count { get; private set; }

    /// <summary>Passes an archive on, and refuses it at its first problem.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.InvalidRequest"/> with the problem.</exception>
    public static async IAsyncEnumerable<ArchivedRecord> SoundAsync(
        IAsyncEnumerable<ArchivedRecord> archive, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var check = new ArchiveCheck();
        await foreach (var record in archive.WithCancellation(cancellationToken))
        {
            check.Add(record);
            check.ThrowIfAny();
            yield return record;
        }
        check.Conclude();
        check.ThrowIfAny();
    }

    /// <summary>Checks the next item.</summary>
    public void Add(ArchivedRecord record)
    {
        if ((record is ArchivedState) != (_state is null))
            Note(record, "an archive begins with the state of its store, which it has once");
        if (_last is not null && record is not ArchivedState && ArchiveOrder.Compare(_last, record) >= 0)
            Note(record, "the items of an archive come in order, and none comes twice");
        foreach (var broken in ArchiveRules.BrokenBy(record, _state))
            Note(record, broken);
        switch (record)
        {
            case ArchivedState state:
                _state ??= state;
                break;
            case ArchivedNode node:
                AddTo(_nodes, node);
                break;
            case ArchivedRelation relation:
                CheckAbsent(relation, _nodes, "node");
                CheckPresent(relation, relation.Relation.From, "the start");
                CheckPresent(relation, relation.Relation.To, "the end");
                AddTo(_relations, relation);
                break;
            case ArchivedAlias alias:
                CheckAbsent(alias, _nodes, "node");
                CheckAbsent(alias, _relations, "relation");
                CheckPresent(alias, alias.Alias.Survivor, "the survivor");
                CheckFollows(alias);
                break;
        }
        _last = record;
    }

    /// <summary>Says that the archive has ended.</summary>
    public void Conclude()
    {
        if (_state is null)
            Note("the archive", "an archive begins with the state of its store");
    }

    private void AddTo(Dictionary<EntityId, Presence> ids, ArchivedVersion version)
    {
        CheckFollows(version);
        if (ids.TryGetValue(version.Id, out var presence))
            presence.Add(version);
        else
            ids.Add(version.Id, new Presence(version));
    }

    private void CheckFollows(ArchivedVersion version)
    {
        if (_last is ArchivedVersion last && last.GetType() == version.GetType() && last.Id == version.Id && !(last.Until <= version.Since))
            Note(version, $"a version begins when the one before has ended, and that is at {last.Until?.ToString() ?? "no revision"}");
    }

    private void CheckAbsent(ArchivedVersion version, Dictionary<EntityId, Presence> ids, string kind)
    {
        if (ids.TryGetValue(version.Id, out var presence) && presence.Meets(version))
            Note(version, $"an id names one thing at a time, and this one names a {kind} as well");
    }

    private void CheckPresent(ArchivedVersion version, EntityId node, string role)
    {
        if (!_nodes.TryGetValue(node, out var presence))
            Note(version, $"{role} '{node}' is absent");
        else if (presence.FirstGap(version, _state?.Oldest ?? Revision.Zero) is { } gap)
            Note(version, $"{role} '{node}' is absent at revision {gap}");
    }

    private void Note(ArchivedRecord record, string rule) => Note(ArchiveOrder.Name(record), rule);

    private void Note(string where, string rule)
    {
        Count++;
        if (_problems.Count < MaxListed)
            _problems.Add(new ArchiveProblem(where, rule));
    }

    private void ThrowIfAny()
    {
        if (_problems.Count > 0)
            throw GeoGraphException.Invalid([.. _problems.Select(problem => new FieldViolation("archive", problem.Where, problem.Rule))]);
    }
}
