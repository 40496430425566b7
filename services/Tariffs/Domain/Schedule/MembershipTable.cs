using System.Collections.Frozen;
using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>Which blocs a state is of, on a date. Immutable.</summary>
internal sealed class MembershipTable
{
    private readonly FrozenDictionary<EntityId, BlocMembership[]> _byMember;

    /// <summary>Takes memberships in any order.</summary>
    public MembershipTable(IEnumerable<BlocMembership> memberships) =>
        _byMember = memberships.GroupBy(row => row.MemberId).ToFrozenDictionary(group => group.Key, group => group.OrderBy(row => row.BlocId).ToArray());

    /// <summary>The id itself, then the blocs that it is a member of on the date.</summary>
    public List<EntityId> GroupsOf(EntityId id, DateOnly asOf)
    {
        var groups = new List<EntityId>(4) { id };
        foreach (var membership in Of(id))
        {
            if (membership.Valid.Contains(asOf) && !groups.Contains(membership.BlocId))
                groups.Add(membership.BlocId);
        }
        return groups;
    }

    /// <summary>The members of a bloc on the date, in no particular order.</summary>
    public IEnumerable<EntityId> MembersOf(EntityId bloc, DateOnly asOf) =>
        _byMember.Where(pair => pair.Value.Any(membership => membership.BlocId == bloc && membership.Valid.Contains(asOf))).Select(pair => pair.Key);

    /// <summary>Every membership of a state, on any date.</summary>
    public IReadOnlyList<BlocMembership> Of(EntityId id) => _byMember.GetValueOrDefault(id) ?? [];
}
