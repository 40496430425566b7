namespace GeoGraph.Tariffs;

/// <summary>
/// The facts of one entry, built-in ones included, with an overlay for missing facts that are tried out one value after
/// the other. Not thread-safe.
/// </summary>
internal sealed class FactSet
{
    private readonly Dictionary<string, FactValue> _stated = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FactTrial> _tried = new(StringComparer.Ordinal);

    /// <summary>Takes the facts of an entry.</summary>
    public FactSet(Entry entry)
    {
        foreach (var (name, value) in entry.Facts)
            _stated[name] = FactValue.Read(value);
        _stated[FactNames.EntryDate] = FactValue.Of(entry.EntryDate);
        _stated[FactNames.CustomsValue] = FactValue.Of(entry.CustomsValue);
        _stated[FactNames.Origin] = new FactValue(entry.Origin.Name, null, null);
        _stated[FactNames.ExportCountry] = new FactValue((entry.ExportCountry ?? entry.Origin).Name, null, null);
    }

    /// <summary>True where the entry states the fact.</summary>
    public bool States(string name) => _stated.ContainsKey(name);

    /// <summary>The value that tests compare: stated, else tried out.</summary>
    public bool TryGet(string name, out FactValue value)
    {
        if (_stated.TryGetValue(name, out value))
            return true;
        var found = _tried.TryGetValue(name, out var trial);
        value = trial.Tested;
        return found;
    }

    /// <summary>
    /// True while it is asked whether anything is owed at all: numbers are then taken from inside the stretch that a trial stands for,
    /// where an amount that is 0 at the stretch's end only is more than 0.
    /// </summary>
    public bool TakesMiddles { get; set; }

    /// <summary>The number that amounts are computed with: stated, else tried out; null where neither, or where it is no number.</summary>
    public decimal? Number(string name)
    {
        if (_stated.TryGetValue(name, out var stated))
            return stated.Number;
        if (!_tried.TryGetValue(name, out var trial))
            return null;
        return TakesMiddles ? trial.Tested.Number ?? trial.Charged : trial.Charged;
    }

    /// <summary>Tries out a value of a missing fact.</summary>
    public void Try(string name, FactTrial trial) => _tried[name] = trial;

    /// <summary>Forgets the value tried out of one fact.</summary>
    public void StopTrying(string name) => _tried.Remove(name);

    /// <summary>Forgets every value tried out.</summary>
    public void StopTrying() => _tried.Clear();
}

/// <summary>One value of a missing fact that stands for all values which no test tells from it.</summary>
/// <param name="Tested">What tests compare.</param>
/// <param name="Charged">What amounts are computed with, where the fact is a number: an end of the stretch that it stands for.</param>
/// <param name="RestUpTo">Where set, amounts are computed with what other contents leave of the customs value, if that lies between <paramref name="Charged"/> and this.</param>
internal readonly record struct FactTrial(FactValue Tested, decimal? Charged, decimal? RestUpTo = null);
