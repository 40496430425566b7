using GeoGraph.Core;

namespace GeoGraph.Actors;

/// <summary>One actor's obligation towards another through one bloc.</summary>
internal sealed record Commitment(Relation BoundMembership, Relation TowardsMembership);

/// <summary>A bloc that the actor is in which binds nobody to what was asked for.</summary>
internal sealed record Forum(EntityId BlocId, IReadOnlyList<EntityId> MemberIds, string Reason);

/// <summary>Who is bound to whom on a date.</summary>
/// <param name="Binding">In order of who is bound, then bloc.</param>
/// <param name="NotBinding">In order of bloc.</param>
internal sealed record Commitments(IReadOnlyList<Commitment> Binding, IReadOnlyList<Forum> NotBinding)
{
    /// <summary>
    /// A member of a bloc is bound towards every other member by the obligations of its own membership. A bloc whose members carry none of
    /// the wanted kind is a forum: it is told apart, with the reason.
    /// </summary>
    /// <param name="towards">The actor towards which others are bound.</param>
    /// <param name="obligation">What they are bound to; unspecified for anything.</param>
    /// <param name="memberships">Every MEMBER_OF on the date of the blocs that the actor is in, its own included.</param>
    public static Commitments Towards(EntityId towards, Obligation obligation, IEnumerable<Relation> memberships)
    {
        var binding = new List<Commitment>();
        var forums = new List<Forum>();
        foreach (var bloc in memberships.GroupBy(membership => membership.To).OrderBy(bloc => bloc.Key))
        {
            if (bloc.FirstOrDefault(membership => membership.From == towards) is not { } own)
                continue;
            var others = bloc.Where(membership => membership.From != towards).ToList();
            var bound = others.Where(membership => Binds(membership, obligation)).ToList();
            binding.AddRange(bound.Select(membership => new Commitment(membership, own)));
            if (bound.Count == 0)
                forums.Add(new Forum(bloc.Key, [.. others.Select(membership => membership.From).Distinct().Order()], Reason(others, obligation)));
        }
        return new Commitments([.. binding.OrderBy(commitment => commitment.BoundMembership.From).ThenBy(commitment => commitment.BoundMembership.To)], forums);
    }

    private static bool Binds(Relation membership, Obligation obligation) =>
        obligation == Obligation.Unspecified ? membership.Obligations.Count > 0 : membership.Obligations.Contains(obligation);

    private static string Reason(List<Relation> others, Obligation obligation)
    {
        if (others.Count == 0)
            return "it has no other member on the date";
        var carried = others.SelectMany(membership => membership.Obligations).Distinct().Order().ToList();
        return carried.Count == 0
            ? "its memberships carry no obligation"
            : $"its memberships carry no obligation of {Word(obligation)}, only of {string.Join(" and ", carried.Select(Word))}";
    }

    private static string Word(Obligation obligation) => obligation switch
    {
        Obligation.Defense => "defence",
        Obligation.Consultation => "consultation",
        Obligation.Nonaggression => "non-aggression",
        _ => "any kind",
    };
}
