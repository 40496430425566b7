using GeoGraph.Exposure.Answers;

namespace GeoGraph.Exposure.Disruption;

/// <summary>What buyers still take of what each node can deliver, at one end of the unknown (<see cref="LostDemand"/>). Not thread-safe.</summary>
internal sealed class DemandField
{
    // A level below the places of a figure is none: in a circle that comes to rest at nothing, the rest of the rounding would be compared with itself.
    private const decimal Nothing = 0.000000000001m;

    private readonly ShockLosses _losses;
    private readonly LossField _supply;
    private readonly SpreadOrder _order;
    private readonly LossBound _bound;
    private readonly decimal[] _demand;
    private readonly bool[] _waits;
    private readonly PriorityQueue<int, (int Rank, int Round, int Position)> _open = new();
    private long _turns;

    /// <summary>Starts with full demand everywhere.</summary>
    public DemandField(ShockLosses losses, LossField supply, SpreadOrder order, LossBound bound)
    {
        (_losses, _supply, _order, _bound) = (losses, supply, order, bound);
        (_demand, _waits) = (new decimal[order.Count], new bool[order.Count]);
        Array.Fill(_demand, 1m);
    }

    /// <summary>False where a sale states no value, so that the other end may differ.</summary>
    public bool IsExact { get; private set; } = true;

    /// <summary>False where a circle was left before its demand stood still; it is then at most what is said.</summary>
    public bool IsSettled { get; private set; } = true;

    /// <summary>True where the work had to end before demand stood still.</summary>
    public bool CutByEnd { get; private set; }

    /// <summary>The part of what the node at a place can deliver that is taken, 0 to 1.</summary>
    public decimal DemandAt(int place) => _demand[place];

    /// <summary>The part of what a node can deliver that is taken, 0 to 1.</summary>
    public decimal Demand(int node) => _order.PlaceOf(node) is >= 0 and var place ? _demand[place] : 1m;

    /// <summary>What a node produces and somebody takes, 0 to 1.</summary>
    public decimal Production(int node) => (1m - _supply.Of(node)) * Demand(node);

    /// <summary>Works demand out until it stands still.</summary>
    public void Settle(WorkEnd? end, CancellationToken cancellationToken)
    {
        for (var place = 0; place < _order.Count; place++)
            Push(place, 0);
        var rounds = 0;
        while (_open.TryDequeue(out var place, out var turn))
        {
            if ((++_turns & 1023) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (CutByEnd = end is { IsOver: true })
                    return;
            }
            _waits[place] = false;
            var (before, now) = (_demand[place], Evaluate(_order.Node(place)));
            _demand[place] = now;
            var size = _order.SizeOfRank(_order.Rank(place));
            var still = size > 1 && (Math.Abs(before - now) <= LossField.ToleranceInLarge || Exhausted(ref rounds));
            if (now == before)
                continue;
            foreach (var supplier in _order.Next(place))
            {
                if (_order.Rank(supplier) != _order.Rank(place))
                    Push(supplier, 0);
                else if (!still)
                    Push(supplier, _order.Position(supplier) > _order.Position(place) ? turn.Round : turn.Round + 1);
            }
        }
    }

    private bool Exhausted(ref int rounds)
    {
        if (++rounds <= LossField.MaxRoundsInCircles)
            return false;
        IsSettled = false;
        return true;
    }

    private decimal Evaluate(int node)
    {
        var graph = _losses.Net.View.Graph;
        var (sales, untaken, allStated, least) = (0m, 0m, true, 1m);
        foreach (var flow in graph.Flows.FromNode(node))
        {
            if (graph.Groups.IsTrade(graph.Flows.Group(flow)) || !_losses.Net.View.Counts(flow))
                continue;
            var taken = Taken(flow);
            least = Math.Min(least, taken);
            allStated &= graph.Flows.Value(flow) is not null;
            sales += graph.Flows.Value(flow) ?? 0m;
            untaken += (graph.Flows.Value(flow) ?? 0m) * (1m - taken);
        }
        if (least == 1m)
            return 1m;
        if (allStated && sales > 0m)
            return Math.Max(0m, 1m - (untaken / Math.Max(sales, graph.OutputOf(node) ?? 0m)));
        IsExact = false;
        return _bound == LossBound.AtMost ? least : 1m;
    }

    private decimal Taken(int flow)
    {
        var graph = _losses.Net.View.Graph;
        var group = graph.Flows.Group(flow);
        var buyer = graph.Groups.Buyer(group);
        var arrives = _losses.Shock.Delivered.TryGetValue(flow, out var part) ? part : 1m;
        var produced = Production(buyer);
        if (produced < Nothing || arrives == 0m)
            return 0m;
        if (produced == 1m)
            return arrives;
        var available = 1m - _supply.OfGroup(Array.Find(_losses.Net.Of(buyer).Groups, inputs => inputs.Group == group)!);
        return available > produced ? arrives * produced / available : arrives;
    }

    private void Push(int place, int round)
    {
        if (_waits[place])
            return;
        _waits[place] = true;
        _open.Enqueue(place, (_order.Rank(place), round, _order.Position(place)));
    }
}
