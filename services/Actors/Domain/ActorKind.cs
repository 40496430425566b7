using System.Text;
using GeoGraph.Core;

namespace GeoGraph.Actors;

/// <summary>What an actor is. The id's kind is this word in lower case.</summary>
internal enum ActorKind { Unspecified, State, Bloc, Person, Firm, Facility, Product, Chokepoint, Lane }

/// <summary>Kinds of actors as texts.</summary>
internal static class ActorKinds
{
    public const string Rule = "an actor's id begins with state, bloc, person, firm, facility, product, chokepoint or lane";

    /// <summary>Who can be supplied.</summary>
    public static readonly IReadOnlyList<ActorKind> AreSupplied = [ActorKind.Firm, ActorKind.Facility, ActorKind.State];

    private static readonly Dictionary<string, ActorKind> ByIdKind =
        Enum.GetValues<ActorKind>().Skip(1).ToDictionary(kind => kind.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>The kind that an id says, as firm for firm:tsmc; unspecified where it is no actor's.</summary>
    public static ActorKind Of(EntityId id) => ByIdKind.GetValueOrDefault(id.Kind);

    /// <summary>The words of some kinds, as "a firm or facility".</summary>
    public static string Words(IReadOnlyList<ActorKind> kinds)
    {
        var words = new StringBuilder("a ");
        for (var i = 0; i < kinds.Count; i++)
            words.Append(i == 0 ? "" : i == kinds.Count - 1 ? " or " : ", ").Append(kinds[i].ToString().ToLowerInvariant());
        return words.ToString();
    }
}
