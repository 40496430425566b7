using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Disruption;

namespace GeoGraph.Exposure.Survival;

/// <summary>
/// The course of a shock with stocks, event by event: between two events all levels stand still. An event is a stock that runs out or a part of the shock that ends;
/// those on one day are taken together. A stock goes down at loss(group) − loss(buyer) days a day, as its buyer needs 1 − loss(buyer) and gets 1 − loss(group);
/// it is not refilled, so that each runs out once at most: there are no more events than stocks and ends, and at most <see cref="MaxEvents"/>.
/// </summary>
internal sealed class StockCourse
{
    /// <summary>How many events are followed at most; levels after them are those of the last.</summary>
    public const int MaxEvents = 100_000;

    // Days closer than this are one day: divisions of decimals round in the 28th place.
    private const decimal SameDay = 0.000000000000001m;

    private readonly InputNet _net;
    private readonly SpreadOrder _order;
    private readonly ResolvedShock _shock;
    private readonly ShockPlan _plan;
    private readonly LossField _field;
    private readonly StockLevels _stocks;
    private readonly CourseRecord _record;
    private readonly List<int> _changed = [];

    private StockCourse(InputNet net, SpreadOrder order, ResolvedShock shock, ShockPlan plan, LossBound bound)
    {
        (_net, _order, _shock, _plan) = (net, order, shock, plan);
        _field = new LossField(net, order, bound, shock.Linear);
        _stocks = new StockLevels(net, order, _field);
        _record = new CourseRecord(net, order, _field, _stocks);
    }

    /// <summary>What happened to each node.</summary>
    public CourseRecord Record => _record;

    /// <summary>How many events there were.</summary>
    public int Events { get; private set; }

    /// <summary>False where <see cref="MaxEvents"/> was reached, the work had to end, or circles were left before their losses stood still.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>True where no unknown share or weight lay on the way.</summary>
    public bool IsExact => _field.IsExact;

    /// <summary>Follows a shock from day 0 until nothing more happens.</summary>
    public static StockCourse Run(InputNet net, SpreadOrder order, ResolvedShock shock, ShockPlan plan, LossBound bound, TraceLimits limits, CancellationToken cancellationToken)
    {
        var course = new StockCourse(net, order, shock, plan, bound);
        course.Start(0m, cancellationToken);
        course.Follow(limits, cancellationToken);
        course.IsComplete &= course._field.IsSettled;
        return course;
    }

    private void Follow(TraceLimits limits, CancellationToken cancellationToken)
    {
        var ends = new Queue<decimal>(_plan.Ends);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var empty = _stocks.NextEmpty();
            var end = ends.TryPeek(out var next) ? next : (decimal?)null;
            if (empty is null && end is null)
                return;
            if (limits.IsOver || Events++ >= MaxEvents)
            {
                IsComplete = false;
                return;
            }
            if (end is { } over && !(empty < over - SameDay))
            {
                ends.Dequeue();
                _stocks.Empty(over + SameDay);
                Start(over, cancellationToken);
            }
            else
            {
                RunOut(empty!.Value, cancellationToken);
            }
        }
    }

    // From a day on with what is left of the shock: losses shrink, so that they are worked out from nothing.
    private void Start(decimal day, CancellationToken cancellationToken)
    {
        _field.Clear();
        foreach (var node in _shock.Removed)
        {
            if (_plan.IsAway(node, day))
                _field.Remove(node);
        }
        foreach (var (flow, part) in _shock.Delivered)
        {
            if (_plan.IsShut(day))
                _field.Deliver(flow, part);
        }
        _field.Settle(null, cancellationToken);
        for (var place = 0; place < _order.Count; place++)
        {
            _record.Note(place, day);
            _stocks.Rate(_order.Node(place), day);
        }
    }

    private void RunOut(decimal day, CancellationToken cancellationToken)
    {
        _changed.Clear();
        var emptied = _stocks.Empty(day + SameDay);
        _field.Settle(_changed, cancellationToken);
        HashSet<int> touched = [.. _changed, .. emptied.Select(_order.PlaceOf)];
        foreach (var place in _changed)
        {
            foreach (var buyer in _order.Next(place))
                touched.Add(buyer);
        }
        foreach (var place in touched)
        {
            _record.Note(place, day);
            _stocks.Rate(_order.Node(place), day);
        }
    }
}
