using GeoGraph.Core;

namespace GeoGraph.Exposure.Compiled;

/// <summary>The distinct periods of a graph, each stored once; index 0 is always.</summary>
internal sealed class PeriodTable
{
    private readonly List<int> _from = [int.MinValue];
    private readonly List<int> _to = [int.MaxValue];
    private readonly Dictionary<(int From, int To), int> _index = new() { [(int.MinValue, int.MaxValue)] = 0 };

    /// <summary>The index of the common dates of the periods, or null where they have none.</summary>
    public int? Intern(params ReadOnlySpan<ValidPeriod> periods)
    {
        var from = int.MinValue;
        var to = int.MaxValue;
        foreach (var period in periods)
        {
            from = Math.Max(from, period.From?.DayNumber ?? int.MinValue);
            to = Math.Min(to, period.To?.DayNumber ?? int.MaxValue);
        }
        if (from >= to)
            return null;
        if (_index.TryGetValue((from, to), out var known))
            return known;
        _from.Add(from);
        _to.Add(to);
        return _index[(from, to)] = _from.Count - 1;
    }

    /// <summary>True where the period holds on the day.</summary>
    public bool Contains(int period, int dayNumber) => _from[period] <= dayNumber && dayNumber < _to[period];

    /// <summary>First day number, inclusive; <see cref="int.MinValue"/> for no beginning.</summary>
    public int From(int period) => _from[period];

    /// <summary>Last day number, exclusive; <see cref="int.MaxValue"/> for no end.</summary>
    public int To(int period) => _to[period];
}
