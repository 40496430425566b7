using System.Collections.Concurrent;
using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>The measures of an importer that can be owed on a date, in the view of the law asked for, whatever the goods and the origin. Not changed once made, but for what it noted; safe for concurrent use.</summary>
internal sealed class LiveMeasures
{
    private readonly CompiledSchedule _schedule;
    private readonly Dictionary<CompiledMeasure, int> _places;
    private readonly HashSet<CompiledMeasure> _refused;
    private readonly ConcurrentDictionary<CompiledMeasure, bool> _refusedMet = new();

    /// <summary>Finds them.</summary>
    public LiveMeasures(CompiledSchedule schedule, EntityId importer, DateOnly asOf, DutyQuestion question)
    {
        (_schedule, AsOf, Question) = (schedule, asOf, question);
        Importers = schedule.Memberships.GroupsOf(importer, asOf);
        var live = Array.FindAll(schedule.Measures, measure => Importers.Contains(measure.Measure.ImposedById) && IsLive(measure.Measure));
        All = Array.FindAll(live, measure => measure.Refusal is null);
        IsPeculiar = Array.ConvertAll(All, measure => measure.Duty is DutyExpression.MostFavoured || schedule.Quotas.Within(measure.Measure.Id).Count > 0);
        _refused = [.. live.Where(measure => measure.Refusal is not null)];
        _places = Enumerable.Range(0, All.Length).ToDictionary(place => All[place]);
    }

    /// <summary>The importer and the blocs that it is of.</summary>
    public IReadOnlyList<EntityId> Importers { get; }

    /// <summary>The date.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The view of the law.</summary>
    public DutyQuestion Question { get; }

    /// <summary>Those that can be evaluated, in order of id; a measure's number here is its place.</summary>
    public CompiledMeasure[] All { get; }

    /// <summary>By place, true for those whose duty turns on more than what else is owed: on quotas, or on what other origins owe.</summary>
    public bool[] IsPeculiar { get; }

    /// <summary>Those that cannot be evaluated and cover some of the codes asked for so far, in order of id.</summary>
    public IEnumerable<CompiledMeasure> RefusedMet => _refusedMet.Keys.OrderBy(measure => measure.Measure.Id);

    /// <summary>Adds how each measure that covers some of a code covers it, in order of place.</summary>
    /// <param name="digits">The code, without dots.</param>
    /// <param name="found">Where to add.</param>
    public void FindCovering(string digits, List<MeasureCover> found)
    {
        var measures = new List<CompiledMeasure>(64);
        foreach (var importer in Importers)
            _schedule.FindMeasures(importer, digits, measures);
        var cover = new GoodsCover(_schedule, CodeSpan.OfPrefix(digits), AsOf, Question.KnownAt);
        foreach (var measure in measures)
        {
            if (_places.TryGetValue(measure, out var place) && cover.Of(measure.Goods, out var width) is var coverage && coverage != Coverage.None)
                found.Add(new MeasureCover(place, coverage, width));
            else if (_refused.Contains(measure) && !_refusedMet.ContainsKey(measure) && cover.Of(measure.Goods, out _) != Coverage.None)
                _refusedMet.TryAdd(measure, true);
        }
        found.Sort(static (left, right) => left.Place.CompareTo(right.Place));
    }

    private bool IsLive(Measure measure) =>
        measure.Type is not (MeasureType.ExportControl or MeasureType.BoundRate)
        && MeasureDates.Contains(measure, Question.Clock, AsOf)
        && Visibility.Sees(measure, Question.KnownAt)
        && (measure.Status == MeasureStatus.Law || Question.AsksFor(measure.ScenarioIds))
        && !Question.AsksFor(measure.VoidInScenarioIds);
}

/// <summary>How a measure covers a code.</summary>
/// <param name="Place">The measure's place among the live ones.</param>
/// <param name="Coverage">How much of the code.</param>
/// <param name="Width">Width of the narrowest span that covers it.</param>
internal readonly record struct MeasureCover(int Place, Coverage Coverage, long Width);
