using GeoGraph.Exposure.Disruption;

namespace GeoGraph.Exposure.Survival;

/// <summary>A loss from a day on.</summary>
/// <param name="FromDay">The day, inclusive.</param>
/// <param name="Loss">The part of output lost, 0 to 1.</param>
internal readonly record struct LossStep(decimal FromDay, decimal Loss);

/// <summary>When and how far an input was short.</summary>
/// <param name="From">The first day.</param>
/// <param name="Stops">The first day on which nothing came in; null where something always did.</param>
/// <param name="Loss">The most that was missing, 0 to 1.</param>
internal readonly record struct Shortage(decimal From, decimal? Stops, decimal Loss);

/// <summary>What happens to each node as a shock takes its course. Not thread-safe.</summary>
internal sealed class CourseRecord(InputNet net, SpreadOrder order, LossField field, StockLevels stocks)
{
    // A part missing of less than this is rounding, where shares sum to one but for the 28th place.
    private const decimal Nothing = 0.000000000000000000000001m;

    private readonly List<LossStep>?[] _steps = new List<LossStep>?[order.Count];
    private readonly Dictionary<int, Shortage> _shortages = [];

    /// <summary>The losses of the node at a place, from its first loss on; empty where it never loses.</summary>
    public IReadOnlyList<LossStep> Steps(int place) => _steps[place] ?? [];

    /// <summary>True where a stock of the node went down.</summary>
    public bool Drew(int node) => stocks.Drawn(node);

    /// <summary>How an input group was short; null where it never was.</summary>
    public Shortage? ShortageOf(int group) => _shortages.TryGetValue(group, out var shortage) ? shortage : null;

    /// <summary>Notes the loss and the inputs of the node at a place as they are on a day.</summary>
    public void Note(int place, decimal day)
    {
        var node = order.Node(place);
        NoteLoss(place, day, field.Of(node));
        foreach (var group in net.Of(node).Groups)
        {
            var loss = stocks.Has(node, group.Group) ? 0m : field.OfGroup(group);
            if (loss > 0m)
                NoteShortage(group.Group, day, loss);
        }
    }

    private void NoteLoss(int place, decimal day, decimal loss)
    {
        var steps = _steps[place];
        var last = steps is { Count: > 0 } ? steps[^1].Loss : 0m;
        if (loss == last)
            return;
        steps = _steps[place] ??= [];
        if (steps.Count > 0 && steps[^1].FromDay == day)
            steps.RemoveAt(steps.Count - 1);
        if (loss != (steps.Count > 0 ? steps[^1].Loss : 0m))
            steps.Add(new LossStep(day, loss));
    }

    private void NoteShortage(int group, decimal day, decimal loss)
    {
        var stops = loss >= 1m - Nothing ? day : (decimal?)null;
        _shortages[group] = _shortages.TryGetValue(group, out var before)
            ? new Shortage(before.From, before.Stops ?? stops, Math.Max(before.Loss, loss))
            : new Shortage(day, stops, loss);
    }
}
