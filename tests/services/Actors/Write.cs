using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Common.V1;
using Google.Type;

namespace GeoGraph.ServiceTests.Actors;

/// <summary>Changes, in a word each.</summary>
internal static class Write
{
    public static ActorChange Actor(string id, params string[] names)
    {
        var actor = new Actor { Id = id };
        actor.Names.Add((names.Length == 0 ? [id] : names).Select(name => new LocalName { Language = name.Any(letter => letter > 0x2E80) ? "zh-Hant" : "en", Text = name }));
        return new ActorChange { Actor = actor };
    }

    public static ActorChange Relation(RelationType type, string id, string from, string to) =>
        new() { Relation = new Relation { Id = id, Type = type, FromId = from, ToId = to } };

    public static ActorChange Supply(string name, string from, string to, string group, string value)
    {
        var change = Relation(RelationType.Supplies, "supplies:" + name, from, to);
        (change.Relation.ProductId, change.Relation.InputGroup, change.Relation.ValueUsdPerYear) = ("product:chip", group, value);
        return change;
    }

    public static ActorChange Member(string state, string bloc, params Obligation[] obligations)
    {
        var change = Relation(RelationType.MemberOf, $"member-of:{state}-{bloc}", "state:" + state, "bloc:" + bloc);
        change.Relation.Obligations.Add(obligations);
        return change;
    }

    public static Date On(int year, int month, int day) => new() { Year = year, Month = month, Day = day };
}
