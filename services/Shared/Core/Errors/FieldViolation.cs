namespace GeoGraph.Core;

/// <summary>One field that breaks its rule.</summary>
/// <param name="Field">Path of the field in the request, in proto names, as <c>records[3].relation.share</c>.</param>
/// <param name="Value">The offending value as given, cut to 100 characters.</param>
/// <param name="Rule">The rule in words, as <c>a share lies between 0 and 1</c>.</param>
public sealed record FieldViolation(string Field, string Value, string Rule)
{
    /// <summary>Field, value and rule in one sentence.</summary>
    public override string ToString() => $"{Field}: '{Value}' is refused: {Rule}";
}
