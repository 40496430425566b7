namespace GeoGraph.Cli.Reconcile;

/// <summary>The fields of one entry of a file, whatever the format.</summary>
internal interface IPaidFields
{
    /// <summary>A field's text; null where it is absent, null or empty. What is no single value is noted.</summary>
    string? Text(string field, List<string> problems);

    /// <summary>A field of names with values; empty where it is absent. What is no such field is noted.</summary>
    IDictionary<string, string> Pairs(string field, List<string> problems);

    /// <summary>A field of one word or several; empty where it is absent. What is no such field is noted.</summary>
    IReadOnlyList<string> Words(string field, List<string> problems);
}
