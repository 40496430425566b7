using GeoGraph.Exposure.Answers;

namespace GeoGraph.Exposure.Disruption;

/// <summary>
/// The losses of all nodes that a shock can reach: the least fixpoint of <see cref="LossFormula"/>, which is the greatest of the levels 1 − loss. Losses
/// spread in order of rank, and only where something changed. Outside circles each figure is exact but for the rounding of decimals; in a circle
/// losses grow round by round until none changes by more than <see cref="Tolerance"/>. Not thread-safe.
/// </summary>
internal sealed class LossField
{
    /// <summary>In a circle, changes up to this are not passed on.</summary>
    public const decimal Tolerance = 0.00000000000000000001m;

    /// <summary>The same in circles of more than <see cref="LargeCircle"/> nodes.</summary>
    public const decimal ToleranceInLarge = 0.0000000000001m;

    /// <summary>Above how many nodes a circle is large.</summary>
    public const int LargeCircle = 100;

    /// <summary>How often nodes of circles are worked out in one settling, at most; beyond that <see cref="IsSettled"/> is false.</summary>
    public const int MaxRoundsInCircles = 5_000_000;

    private readonly InputNet _net;
    private readonly SpreadOrder _order;
    private readonly LossBound _bound;
    private readonly decimal[] _loss;
    private readonly bool[] _removed;
    private readonly bool[] _waits;
    private readonly Dictionary<int, decimal> _delivered = [];
    private readonly HashSet<int> _met = [];
    private readonly HashSet<int> _linear;
    private readonly PriorityQueue<int, (int Rank, int Round, int Position)> _open = new();
    private long _turns;

    /// <summary>Starts with nothing lost.</summary>
    public LossField(InputNet net, SpreadOrder order, LossBound bound, HashSet<int> linear)
    {
        (_net, _order, _bound, _linear) = (net, order, bound, linear);
        (_loss, _removed, _waits) = (new decimal[order.Count], new bool[order.Count], new bool[order.Count]);
    }

    /// <summary>False where a circle was left before its losses stood still; they are then at least what is said.</summary>
    public bool IsSettled { get; private set; } = true;

    /// <summary>When to leave losses as they are, at least what is said; null for never.</summary>
    public WorkEnd? End { get; init; }

    /// <summary>True where the work had to end before losses stood still.</summary>
    public bool CutByEnd { get; private set; }

    /// <summary>False where an unknown share or weight lay on the way, so that the other bound may differ.</summary>
    public bool IsExact { get; private set; } = true;

    /// <summary>The part of its output that a node loses, 0 to 1.</summary>
    public decimal Of(int node) => _order.PlaceOf(node) is >= 0 and var place ? _loss[place] : 0m;

    /// <summary>The part of a flow that does not arrive, 0 to 1.</summary>
    public decimal OfFlow(in InputFlow flow)
    {
        var loss = Of(flow.Supplier);
        return _delivered.Count > 0 && _delivered.TryGetValue(flow.Flow, out var part) ? 1m - (part * (1m - loss)) : loss;
    }

    /// <summary>The part of a group that does not arrive, whatever stock there is, 0 to 1.</summary>
    public decimal OfGroup(InputGroup group) => LossFormula.OfGroup(group, _bound, new FlowLosses(this));

    /// <summary>True where the shock takes the node away.</summary>
    public bool IsRemoved(int node) => _order.PlaceOf(node) is >= 0 and var place && _removed[place];

    /// <summary>Takes a node away.</summary>
    public void Remove(int node)
    {
        var place = _order.PlaceOf(node);
        _removed[place] = true;
        Push(place, 0);
    }

    /// <summary>Starts the losses of a circle from what is known to be lost at least.</summary>
    public void StartFrom(int node, decimal loss)
    {
        var place = _order.PlaceOf(node);
        _loss[place] = Math.Max(_loss[place], loss);
        Push(place, 0);
        PushBuyers(place, 0, outsideOnly: false);
    }

    /// <summary>Lets only a part of a flow arrive.</summary>
    public void Deliver(int flow, decimal part)
    {
        _delivered[flow] = part;
        Touch(_net.View.Graph.Groups.Buyer(_net.View.Graph.Flows.Group(flow)));
    }

    /// <summary>Says whether a group is met in full from stock.</summary>
    public void Meet(int group, bool met)
    {
        if (met ? _met.Add(group) : _met.Remove(group))
            Touch(_net.View.Graph.Groups.Buyer(group));
    }

    /// <summary>Brings everything back: nothing removed, all delivered, nothing lost. What is met from stock stays.</summary>
    public void Clear()
    {
        Array.Clear(_loss);
        Array.Clear(_removed);
        Array.Clear(_waits);
        _delivered.Clear();
        _open.Clear();
    }

    /// <summary>Spreads what changed since the last call until losses stand still.</summary>
    /// <param name="changed">Gets the places whose loss changed; a place may come more than once. Null where nobody asks.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public void Settle(List<int>? changed, CancellationToken cancellationToken)
    {
        var rounds = 0;
        while (_open.TryDequeue(out var place, out var turn))
        {
            if ((++_turns & 1023) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (CutByEnd = End is { IsOver: true })
                    return;
            }
            _waits[place] = false;
            var (before, now) = (_loss[place], Evaluate(place));
            if (now == before)
                continue;
            _loss[place] = now;
            changed?.Add(place);
            var size = _order.SizeOfRank(_order.Rank(place));
            var still = size > 1 && (Math.Abs(now - before) <= (size > LargeCircle ? ToleranceInLarge : Tolerance) || Exhausted(ref rounds));
            PushBuyers(place, turn.Round, still);
        }
    }

    private bool Exhausted(ref int rounds)
    {
        if (++rounds < MaxRoundsInCircles)
            return false;
        IsSettled = false;
        return true;
    }

    // In a circle, what comes later in the sweep is worked out in the same round, what comes before in the next.
    private void PushBuyers(int place, int round, bool outsideOnly)
    {
        foreach (var buyer in _order.Next(place))
        {
            if (_order.Rank(buyer) != _order.Rank(place))
                Push(buyer, 0);
            else if (!outsideOnly)
                Push(buyer, _order.Position(buyer) > _order.Position(place) ? round : round + 1);
        }
    }

    private decimal Evaluate(int place)
    {
        if (_removed[place])
            return 1m;
        var node = _order.Node(place);
        var inputs = _net.Of(node);
        IsExact &= inputs.IsExact;
        Span<decimal> losses = inputs.Groups.Length <= 64 ? stackalloc decimal[inputs.Groups.Length] : new decimal[inputs.Groups.Length];
        for (var i = 0; i < losses.Length; i++)
            losses[i] = _met.Count > 0 && _met.Contains(inputs.Groups[i].Group) ? 0m : OfGroup(inputs.Groups[i]);
        return LossFormula.OfNode(inputs.Groups, losses, _linear.Contains(node), _bound);
    }

    private void Touch(int node)
    {
        if (_order.PlaceOf(node) is >= 0 and var place)
            Push(place, 0);
    }

    private void Push(int place, int round)
    {
        if (_waits[place])
            return;
        _waits[place] = true;
        _open.Enqueue(place, (_order.Rank(place), round, _order.Position(place)));
    }

    private readonly struct FlowLosses(LossField field) : IFlowLosses
    {
        public decimal Of(in InputFlow flow) => field.OfFlow(flow);
    }
}
