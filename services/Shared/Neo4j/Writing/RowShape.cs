using System.Globalization;

namespace GeoGraph.Neo4j.Writing;

/// <summary>
/// The properties that rows have in common. A statement that names them is carried out a good deal faster than one that is given a map for each row; what a row
/// lacks is null in it, which sets nothing.
/// </summary>
internal sealed class RowShape
{
    /// <summary>How many rows make it worth that the database plans a statement for them.</summary>
    private const int FewestRows = 500;

    private readonly string[] _names;

    private RowShape(string[] names) => _names = names;

    /// <summary>The shape of rows; null where they are few, or have so little in common that maps are shorter.</summary>
    public static RowShape? Of(IReadOnlyCollection<Dictionary<string, object>> rows)
    {
        if (rows.Count < FewestRows)
            return null;
        var names = new SortedSet<string>(StringComparer.Ordinal);
        long values = 0;
        foreach (var row in rows)
        {
            values += row.Count;
            names.UnionWith(row.Keys.Where(name => !names.Contains(name)));
        }
        return names.Count * (long)rows.Count <= values * 2 ? new RowShape([.. names]) : null;
    }

    /// <summary>The properties of <c>row</c> as a map, whose values stand in the row from a place on. Names are words of lower-case letters, digits and underscores.</summary>
    public string Literal(int first) =>
        "{" + string.Join(", ", _names.Select((name, i) => string.Create(CultureInfo.InvariantCulture, $"`{name}`: row[{first + i}]"))) + "}";

    /// <summary>A row for a statement with <see cref="Literal"/>: what it begins with, and then its values.</summary>
    public object?[] Row(IReadOnlyList<object> beginning, Dictionary<string, object> values)
    {
        var row = new object?[beginning.Count + _names.Length];
        for (var i = 0; i < beginning.Count; i++)
            row[i] = beginning[i];
        for (var i = 0; i < _names.Length; i++)
            row[beginning.Count + i] = values.GetValueOrDefault(_names[i]);
        return row;
    }
}
