using GeoGraph.Core;

namespace GeoGraph.Exposure.Scenarios;

/// <summary>
/// What the changes of one scenario say of each thing, so that a scenario that contradicts itself is refused with both places: a thing that is
/// put and removed, a number that is set to two values, a relation to what is taken away. Saying the same twice is no contradiction.
/// </summary>
internal sealed class ScenarioClaims(Violations violations)
{
    private const string Presence = "is there";
    private const string Whole = "is";
    private readonly Dictionary<(string Thing, string Aspect), (string Field, string Value)> _claims = [];
    private readonly Dictionary<string, string> _firstNumber = new(StringComparer.Ordinal);
    private readonly HashSet<string> _noted = new(StringComparer.Ordinal);

    /// <summary>The thing as a whole is as the change says.</summary>
    public void Put(string field, string thing, string content)
    {
        Claim(field, thing, Whole, content);
        Needs(field, thing);
        if (_firstNumber.TryGetValue(thing, out var other) && other != field)
            Note(field, thing, other);
    }

    /// <summary>The thing is no more.</summary>
    public void Remove(string field, string thing) => Claim(field, thing, Presence, "no");

    /// <summary>The thing is there, whoever says so.</summary>
    public void Needs(string field, string thing) => Claim(field, thing, Presence, "yes");

    /// <summary>A number of the thing has a value.</summary>
    public void Number(string field, string thing, string number, string value)
    {
        Claim(field, thing, "number " + number, value);
        _firstNumber.TryAdd(thing, field);
        if (_claims.TryGetValue((thing, Whole), out var put) && put.Field != field)
            Note(field, thing, put.Field);
    }

    /// <summary>Something holds of the thing.</summary>
    public void Holds(string field, string thing, string aspect, string value) => Claim(field, thing, "aspect " + aspect, value);

    private void Claim(string field, string thing, string aspect, string value)
    {
        if (_claims.TryAdd((thing, aspect), (field, value)))
            return;
        var claimed = _claims[(thing, aspect)];
        if (claimed.Value != value)
            Note(field, thing, claimed.Field);
    }

    private void Note(string field, string thing, string other)
    {
        if (_noted.Add(field + "\n" + other))
            violations.Add(field, thing, $"a scenario changes one thing in one way, and {other} says otherwise of it; a second scenario can change what the first one left");
    }
}
