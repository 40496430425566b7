namespace GeoGraph.Core;

/// <summary>Collects every violation of a request, so that they are reported at once. Not thread-safe.</summary>
public sealed class Violations
{
    private const int MaxValueLength = 100;
    private readonly List<FieldViolation> _found = [];

    /// <summary>What was found so far, in order of discovery.</summary>
    public IReadOnlyList<FieldViolation> Found => _found;

    /// <summary>True where nothing was found.</summary>
    public bool None => _found.Count == 0;

    /// <summary>Notes one violation.</summary>
    public void Add(string field, string? value, string rule)
    {
        var text = value ?? "";
        _found.Add(new FieldViolation(field, text.Length <= MaxValueLength ? text : text[..MaxValueLength] + "…", rule));
    }

    /// <summary>Refuses the request where anything was found.</summary>
    /// <exception cref="GeoGraphException">With <see cref="ErrorReason.InvalidRequest"/> and every violation.</exception>
    public void ThrowIfAny()
    {
        if (!None)
            throw GeoGraphException.Invalid(_found);
    }
}
