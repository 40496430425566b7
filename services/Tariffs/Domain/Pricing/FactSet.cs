namespace GeoGraph.Tariffs;

/// <summary>
/// The facts of one entry, built-in ones included, with an overlay for missing facts that are tried out one value after
/// the other. Not thread-safe.
/// </summary>
internal sealed class FactSet
{
    private readonly Entry _entry;
    private readonly Dictionary<string, FactValue>? _stated;
    private Dictionary<string, FactTrial>? _tried;

    /// <summary>Takes the facts of an entry.</summary>
    public FactSet(Entry entry)
    {
        _entry = entry;
        if (entry.Facts.Count == 0)
            return;
        _stated = new Dictionary<string, FactValue>(entry.Facts.Count, StringComparer.Ordinal);
        foreach (var (name, value) in entry.Facts)
            _stated[name] = FactValue.Read(value);
    }

    /// <summary>True where the entry states the fact.</summary>
    public bool States(string name) => FactNames.IsBuiltIn(name) || (_stated is not null && _stated.ContainsKey(name));

    /// <summary>The value that tests compare: stated, else tried out.</summary>
    public bool TryGet(string name, out FactValue value)
    {
        if (TryStated(name, out value))
            return true;
        var trial = default(FactTrial);
        var found = _tried is not null && _tried.TryGetValue(name, out trial);
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
        if (TryStated(name, out var stated))
            return stated.Number;
        if (_tried is null || !_tried.TryGetValue(name, out var trial))
            return null;
        return TakesMiddles ? trial.Tested.Number ?? trial.Charged : trial.Charged;
    }

    /// <summary>Tries out a value of a missing fact.</summary>
    public void Try(string name, FactTrial trial) => (_tried ??= new(StringComparer.Ordinal))[name] = trial;

    /// <summary>Forgets the value tried out of one fact.</summary>
    public void StopTrying(string name) => _tried?.Remove(name);

    /// <summary>Forgets every value tried out.</summary>
    public void StopTrying() => _tried?.Clear();

    // The value and the date are compared as such alone, so they need no text.
    private bool TryStated(string name, out FactValue value)
    {
        switch (name)
        {
            case FactNames.EntryDate:
                value = new FactValue("", null, _entry.EntryDate);
                return true;
            case FactNames.CustomsValue:
                value = new FactValue("", _entry.Part?.WholeValue ?? _entry.CustomsValue, null);
                return true;
            case FactNames.Origin:
                value = new FactValue(_entry.Origin.Name, null, null);
                return true;
            case FactNames.ExportCountry:
                value = new FactValue((_entry.ExportCountry ?? _entry.Origin).Name, null, null);
                return true;
            default:
                value = default;
                return _stated is not null && _stated.TryGetValue(name, out value);
        }
    }
}

/// <summary>One value of a missing fact that stands for all values which no test tells from it.</summary>
/// <param name="Tested">What tests compare.</param>
/// <param name="Charged">What amounts are computed with, where the fact is a number: an end of the stretch that it stands for.</param>
/// <param name="RestUpTo">Where set, amounts are computed with what other contents leave of the customs value, if that lies between <paramref name="Charged"/> and this.</param>
internal readonly record struct FactTrial(FactValue Tested, decimal? Charged, decimal? RestUpTo = null);
