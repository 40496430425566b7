using GeoGraph.Core;
using Neo4j.Driver;

namespace GeoGraph.Neo4j.Format;

/// <summary>Dates, names and references as native values of the database. What is absent or empty is left out, and comes back as null.</summary>
internal static class NativeValues
{
    /// <summary>A date of the database; null stays null.</summary>
    public static LocalDate? Date(DateOnly? date) => date is { } day ? new LocalDate(day.Year, day.Month, day.Day) : null;

    /// <summary>Adds the bounds of a period that it has.</summary>
    public static void AddPeriod(Dictionary<string, object> map, ValidPeriod valid)
    {
        if (Date(valid.From) is { } from)
            map.Add(Fields.ValidFrom, from);
        if (Date(valid.To) is { } to)
            map.Add(Fields.ValidTo, to);
    }

    /// <summary>Adds names as two lists of equal length; nothing where there are none.</summary>
    public static void AddNames(Dictionary<string, object> map, IReadOnlyList<LocalName> names)
    {
        if (names.Count == 0)
            return;
        map.Add(Fields.Names, Texts(names, static name => name.Text));
        map.Add(Fields.NameLanguages, Texts(names, static name => name.Language));
    }

    /// <summary>Adds references as two lists of equal length; nothing where there are none.</summary>
    public static void AddReferences(Dictionary<string, object> map, IReadOnlyList<Core.Graph.Reference> references)
    {
        if (references.Count == 0)
            return;
        map.Add(Fields.ReferenceRoles, Texts(references, static reference => reference.Role));
        map.Add(Fields.ReferenceIds, Texts(references, static reference => reference.Target.Value));
    }

    /// <summary>Reads a period of two columns.</summary>
    public static ValidPeriod Period(object? from, object? to) => new(Day(from), Day(to));

    /// <summary>Reads names of two columns.</summary>
    public static IReadOnlyList<LocalName> Names(object? languages, object? texts) =>
        Pairs(languages, texts, static (language, text) => new LocalName(string.Intern(language), text));

    /// <summary>Reads references of two columns.</summary>
    public static IReadOnlyList<Core.Graph.Reference> References(object? roles, object? ids) =>
        Pairs(roles, ids, static (role, id) => new Core.Graph.Reference(string.Intern(role), EntityId.Parse(id)));

    private static DateOnly? Day(object? value) => value is LocalDate date ? new DateOnly(date.Year, date.Month, date.Day) : null;

    private static string[] Texts<T>(IReadOnlyList<T> items, Func<T, string> text)
    {
        var texts = new string[items.Count];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = text(items[i]);
        return texts;
    }

    private static T[] Pairs<T>(object? first, object? second, Func<string, string, T> make)
    {
        if (first is not IReadOnlyList<object> left || second is not IReadOnlyList<object> right)
            return [];
        var items = new T[left.Count];
        for (var i = 0; i < items.Length; i++)
            items[i] = make((string)left[i], (string)right[i]);
        return items;
    }
}
