using GeoGraph.Cli.Commands;
using GeoGraph.Contracts.Common.V1;

namespace GeoGraph.Cli.Import.Hts;

/// <summary>The codes that bear one rate, each with the times at which it does.</summary>
internal sealed class RateGoods
{
    private readonly SortedDictionary<string, List<Stretch>> _times = new(StringComparer.Ordinal);

    /// <summary>The codes that bear the rate in every revision at hand.</summary>
    public IEnumerable<string> Always => _times.Where(code => code.Value is [{ From: null, To: null }]).Select(code => code.Key);

    /// <summary>The codes that bear it for a time, together with those of the same time, in order of time.</summary>
    public IEnumerable<(Period Time, IReadOnlyList<string> Codes)> ForATime => _times
        .SelectMany(code => code.Value.Where(time => time.From is not null || time.To is not null).Select(time => (Time: time, Code: code.Key)))
        .GroupBy(row => row.Time, row => row.Code)
        .OrderBy(group => group.Key.From ?? DateOnly.MinValue).ThenBy(group => group.Key.To ?? DateOnly.MaxValue)
        .Select(group => (new Period { From = group.Key.From.ToDate(), To = group.Key.To.ToDate() }, (IReadOnlyList<string>)[.. group]));

    /// <summary>The codes that bear it at some time, in order.</summary>
    public IEnumerable<string> Codes => _times.Keys;

    /// <summary>When the rate is borne last; null where it still is.</summary>
    public DateOnly? Until => _times.Values.Any(times => times[^1].To is null) ? null : _times.Values.Max(times => times[^1].To);

    /// <summary>Takes a row that bears the rate; the rows of one code come in order of time, and those that meet are one stretch.</summary>
    public void Add(string code, Period? valid)
    {
        var time = new Stretch(ToDay(valid?.From), ToDay(valid?.To));
        if (!_times.TryGetValue(code, out var times))
            _times[code] = times = [];
        if (times.Count > 0 && times[^1].To is { } end && end == time.From)
            times[^1] = times[^1] with { To = time.To };
        else if (times.Count == 0 || times[^1] != time)
            times.Add(time);
    }

    private static DateOnly? ToDay(Google.Type.Date? date) => date is null ? null : new DateOnly(date.Year, date.Month, date.Day);

    private readonly record struct Stretch(DateOnly? From, DateOnly? To);
}
