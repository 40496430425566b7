using System.Text.Json;

namespace GeoGraph.Neo4j.Format;

/// <summary>
/// The top-level members of an entity's JSON as native properties, for people's queries; the JSON text stays the truth. Scalars lie as they are, lists of
/// scalars of one kind as lists, the members of an object as <c>member_inner</c>, and a list of objects as one list per inner member,
/// as texts where some object lacks it (empty there) or kinds differ. What is deeper, or named otherwise than in snake case, stays in the JSON alone.
/// </summary>
internal static class Projection
{
    /// <summary>The longest name of a projected property.</summary>
    private const int MaxNameLength = 64;

    /// <summary>The most projected properties of one entity; further members stay in the JSON alone, so that no one entity fills the database with names.</summary>
    private const int MaxProjected = 100;

    /// <summary>Adds the projections of a JSON object. A member of the object itself goes before an inner one of the same name.</summary>
    public static void Add(Dictionary<string, object> map, string json)
    {
        if (json == "{}")
            return;
        using var document = JsonDocument.Parse(json);
        var most = map.Count + MaxProjected;
        foreach (var member in document.RootElement.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Object)
                Put(map, most, member.Name, Plain(member.Value));
        }
        foreach (var member in document.RootElement.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Object)
                AddInner(map, most, member.Name, member.Value);
            else if (member.Value.ValueKind == JsonValueKind.Array)
                AddColumns(map, most, member.Name, member.Value);
        }
    }

    private static void AddInner(Dictionary<string, object> map, int most, string name, JsonElement value)
    {
        foreach (var inner in value.EnumerateObject())
            Put(map, most, name + "_" + inner.Name, Plain(inner.Value));
    }

    private static void AddColumns(Dictionary<string, object> map, int most, string name, JsonElement list)
    {
        var rows = list.EnumerateArray().ToList();
        if (rows.Count == 0 || rows.Exists(static row => row.ValueKind != JsonValueKind.Object))
            return;
        var inner = rows.SelectMany(static row => row.EnumerateObject()).Select(static member => member.Name).Distinct().ToList();
        foreach (var member in inner)
        {
            var values = rows.ConvertAll(row => row.TryGetProperty(member, out var value) ? Scalar(value) : "");
            if (values.TrueForAll(static value => value is not null))
                Put(map, most, name + "_" + member, OneKind(values!) ?? Texts(rows, member));
        }
    }

    private static void Put(Dictionary<string, object> map, int most, string name, object? value)
    {
        if (value is not null && map.Count < most && IsName(name) && !Fields.IsReserved(name))
            map.TryAdd(name, value);
    }

    private static bool IsName(string name) => name.Length is > 0 and <= MaxNameLength && char.IsAsciiLetterLower(name[0])
        && name.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');

    private static object? Plain(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return Scalar(value);
        var items = value.EnumerateArray().Select(Scalar).ToList();
        return items.Count == 0 || items.Contains(null) ? null : OneKind(items!);
    }

    private static object? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when value.TryGetInt64(out var whole) => whole,
        JsonValueKind.Number when value.TryGetDouble(out var number) && double.IsFinite(number) => number,
        _ => null,
    };

    // A list of the database holds values of one kind.
    private static object? OneKind(List<object> items) => items[0] switch
    {
        string when items.TrueForAll(static item => item is string) => items.ConvertAll(static item => (string)item),
        bool when items.TrueForAll(static item => item is bool) => items.ConvertAll(static item => (bool)item),
        long when items.TrueForAll(static item => item is long) => items.ConvertAll(static item => (long)item),
        double when items.TrueForAll(static item => item is double) => items.ConvertAll(static item => (double)item),
        _ => null,
    };

    private static List<string> Texts(List<JsonElement> rows, string member) =>
        rows.ConvertAll(row => !row.TryGetProperty(member, out var value) ? "" : value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText());
}
