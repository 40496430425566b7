using System.Globalization;
using GeoGraph.Core;
using GeoGraph.Sqlite.Engine;

namespace GeoGraph.Sqlite;

/// <summary>Collects the conditions of one list with their parameters. ?1 is always the revision.</summary>
internal sealed class Filter(Revision revision)
{
    private readonly List<Parameter> _parameters = [revision.Number];
    private readonly List<string> _conditions = [];

    /// <summary>The parameters, in order.</summary>
    public ReadOnlySpan<Parameter> Parameters => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_parameters);

    /// <summary>The conditions with a leading AND, or nothing.</summary>
    public string Conditions => string.Concat(_conditions.Select(static condition => " AND " + condition));

    /// <summary>Adds a parameter and gives its place, as <c>?4</c>.</summary>
    public string Place(Parameter parameter)
    {
        _parameters.Add(parameter);
        return "?" + _parameters.Count.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Adds a condition.</summary>
    public void Add(string condition) => _conditions.Add(condition);

    /// <summary>
    /// The column is one of the texts; no condition where there are none. One text is an equality, which lets an index give the rows in order.
    /// </summary>
    public void AddOneOf(string column, IReadOnlyCollection<string> texts)
    {
        if (texts.Count > 0)
            _conditions.Add(OneOf(column, texts));
    }

    /// <summary>The condition that the column is one of the texts.</summary>
    public string OneOf(string column, IReadOnlyCollection<string> texts) => texts.Count == 1
        ? $"{column} = {Place(texts.First())}"
        : $"{column} IN (SELECT value FROM json_each({Place(RowFormat.Set(texts))}))";

    /// <summary>The version holds on the date; no condition where there is none.</summary>
    public void AddAsOf(DateOnly? asOf)
    {
        if (asOf is not null)
            _conditions.Add(AsOf("v", Place(RowFormat.Date(asOf))));
    }

    /// <summary>The condition that a version holds on the date at <paramref name="place"/>.</summary>
    public static string AsOf(string table, string place) =>
        $"({table}.valid_from IS NULL OR {table}.valid_from <= {place}) AND ({table}.valid_to IS NULL OR {table}.valid_to > {place})";
}
