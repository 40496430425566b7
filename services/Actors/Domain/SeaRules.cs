using System.Globalization;
using System.Text.RegularExpressions;
using GeoGraph.Core;

namespace GeoGraph.Actors;

/// <summary>What ports, lanes and gates must keep to.</summary>
internal static partial class SeaRules
{
    public const string Locode = "a UN/LOCODE is two capital letters and three capital letters or digits";

    private const int MinLanePoints = 2;
    private const int MaxLanePoints = 10_000;
    private const int MaxPassages = 100;
    private const decimal HalfTurn = 180m;

    public static bool IsLocode(string text) => LocodeText().IsMatch(text);

    /// <summary>Notes every rule of the sea that an actor breaks.</summary>
    public static void Check(Actor actor, string field, Violations violations)
    {
        if (actor.UnLocode.Length > 0 && actor.Kind != ActorKind.Facility)
            violations.Add(field + ".un_locode", actor.UnLocode, "only a facility is a port");
        if (actor.UnLocode.Length > 0 && !IsLocode(actor.UnLocode))
            violations.Add(field + ".un_locode", actor.UnLocode, Locode);
        CheckPath(actor, field + ".path", violations);
        CheckPassages(actor, field + ".passages", violations);
    }

    private static void CheckPath(Actor actor, string field, Violations violations)
    {
        var count = actor.Path.Count;
        var broken = actor.Kind switch
        {
            ActorKind.Lane when count is < MinLanePoints or > MaxLanePoints => $"a lane has {MinLanePoints} to {MaxLanePoints} points",
            ActorKind.Chokepoint when count is not (0 or 2) => "a gate has exactly two points, or there is none",
            ActorKind.Chokepoint when count == 2 && actor.Path[0] == actor.Path[1] => "the two points of a gate differ",
            ActorKind.Chokepoint when count == 2 && Math.Abs(actor.Path[0].Longitude - actor.Path[1].Longitude) > HalfTurn => "a gate does not span the longitude of 180 degrees",
            not (ActorKind.Lane or ActorKind.Chokepoint) when count > 0 => "only a lane has a path, or a chokepoint as its gate",
            _ => null,
        };
        if (broken is not null)
            violations.Add(field, string.Create(CultureInfo.InvariantCulture, $"{count} points"), broken);
    }

    private static void CheckPassages(Actor actor, string field, Violations violations)
    {
        var most = actor.Kind switch { ActorKind.Lane => 1, ActorKind.Chokepoint => MaxPassages, _ => 0 };
        if (actor.Passages.Count > most)
            violations.Add(field, string.Join(", ", actor.Passages.Take(MaxPassages)), $"a lane has at most one passage, a chokepoint {MaxPassages}, others none");
        var labels = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < actor.Passages.Count; i++)
        {
            if (!Label().IsMatch(actor.Passages[i]))
                violations.Add($"{field}[{i}]", actor.Passages[i], "the label of a passage is lower-case letters and digits, with _ or - between, at most 64");
            else if (!labels.Add(actor.Passages[i]))
                violations.Add($"{field}[{i}]", actor.Passages[i], "a label is named once");
        }
    }

    [GeneratedRegex(@"^[A-Z]{2}[A-Z0-9]{3}\z")]
    private static partial Regex LocodeText();

    [GeneratedRegex(@"^(?=.{1,64}\z)[a-z0-9]+([_-][a-z0-9]+)*\z")]
    private static partial Regex Label();
}
