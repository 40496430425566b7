using GeoGraph.Cli.Commands;
using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Common.V1;

namespace GeoGraph.Cli.Import.Hts;

/// <summary>
/// The schedule over all revisions at hand, from the store and from files: which row each code had in each. What it makes of them depends on
/// the revisions alone, never on the order in which they came.
/// </summary>
internal sealed class HtsHistory
{
    private readonly List<(string Name, DateOnly From, int Rows)> _revisions = [];
    private readonly SortedDictionary<string, List<TariffLine?>> _lines = new(StringComparer.Ordinal);

    /// <summary>The revisions, oldest first.</summary>
    public IReadOnlyList<(string Name, DateOnly From, int Rows)> Revisions => [.. _revisions.OrderBy(revision => revision.From)];

    /// <summary>Takes a schedule back from its records.</summary>
    public void Add(TariffSchedule schedule, IEnumerable<TariffHeading> headings)
    {
        var first = _revisions.Count;
        _revisions.AddRange(schedule.Revisions.Select(revision => (revision.Name, ToDay(revision.EffectiveFrom), revision.Rows)));
        foreach (var line in headings.SelectMany(heading => heading.Lines))
        {
            var content = line.Clone();
            content.Valid = null;
            for (var i = first; i < _revisions.Count; i++)
            {
                if (Stood(line.Valid, _revisions[i].From))
                    Put(line.Code, i, content);
            }
        }
    }

    /// <summary>Takes a revision, in place of one of the same name.</summary>
    /// <exception cref="UsageException">Another revision has the same first day.</exception>
    public void Add(HtsRevision revision)
    {
        if (_revisions.FirstOrDefault(other => other.From == revision.EffectiveFrom && other.Name != revision.Name) is { Name: not null } other)
            throw new UsageException($"{revision.Name} and {other.Name} are both in force from {revision.EffectiveFrom:yyyy-MM-dd}; a day has one revision");
        var at = _revisions.FindIndex(known => known.Name == revision.Name);
        if (at < 0)
            at = _revisions.Count;
        var known = (revision.Name, revision.EffectiveFrom, revision.Rows);
        if (at == _revisions.Count)
            _revisions.Add(known);
        else
            Forget(at, known);
        foreach (var line in revision.Lines.Values)
            Put(line.Code, at, line);
    }

    /// <summary>Every row with the time for which it stood, in order of code and of time.</summary>
    public IEnumerable<TariffLine> Lines()
    {
        var order = Enumerable.Range(0, _revisions.Count).OrderBy(i => _revisions[i].From).ToArray();
        foreach (var byRevision in _lines.Values)
        {
            for (var start = 0; start < order.Length;)
            {
                var line = At(byRevision, order[start]);
                var end = start + 1;
                while (end < order.Length && Equals(At(byRevision, order[end]), line))
                    end++;
                if (line is not null)
                    yield return Dated(line, start == 0 ? null : _revisions[order[start]].From, end == order.Length ? null : _revisions[order[end]].From);
                start = end;
            }
        }
    }

    private static TariffLine Dated(TariffLine line, DateOnly? from, DateOnly? to)
    {
        if (from is null && to is null)
            return line;
        var dated = line.Clone();
        dated.Valid = new Period { From = from.ToDate(), To = to.ToDate() };
        return dated;
    }

    private static TariffLine? At(List<TariffLine?> byRevision, int revision) => revision < byRevision.Count ? byRevision[revision] : null;

    // The same row in another revision is kept once.
    private void Put(string code, int revision, TariffLine line)
    {
        var key = code.Replace(".", "", StringComparison.Ordinal);
        if (!_lines.TryGetValue(key, out var byRevision))
            _lines[key] = byRevision = [];
        while (byRevision.Count <= revision)
            byRevision.Add(null);
        byRevision[revision] = byRevision.Find(other => line.Equals(other)) ?? line;
    }

    private void Forget(int revision, (string Name, DateOnly From, int Rows) known)
    {
        _revisions[revision] = known;
        foreach (var byRevision in _lines.Values.Where(lines => revision < lines.Count))
            byRevision[revision] = null;
    }

    private static bool Stood(Period? valid, DateOnly day) =>
        (valid?.From is not { } from || ToDay(from) <= day) && (valid?.To is not { } to || day < ToDay(to));

    private static DateOnly ToDay(Google.Type.Date date) => new(date.Year, date.Month, date.Day);
}
