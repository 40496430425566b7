using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using GeoGraph.Exposure.Answers;

namespace GeoGraph.Exposure.Disruption;

/// <summary>
/// Works out, in double and at the end of the unknown where most is lost, what the loss of each of <see cref="Lanes"/> nodes costs the others: sixteen shocks at a time side by
/// side, each node that any of them reaches worked out once, suppliers before buyers; circles are gone round until nothing changes by more than
/// <see cref="Tolerance"/>. Buffers serve one batch after another; each thread has a screen of its own.
/// </summary>
internal sealed class ShockScreen
{
    /// <summary>Shocks worked out side by side.</summary>
    public const int Lanes = 16;

    /// <summary>Changes in a circle up to this are not followed, unless a screen has a tolerance of its own.</summary>
    public const double Tolerance = 1e-7;

    /// <summary>How often a circle is gone round at most, unless a screen has a bound of its own.</summary>
    public const int MaxRounds = 128;

    // How often a circle is gone round between two leaps ahead.
    private const int RoundsBetweenLeaps = 12;

    // What is lost but for the rounding of doubles is lost whole.
    private const double Whole = 1 - 1e-12;

    private readonly ScreenNet _net;
    private readonly double _tolerance;
    private readonly int _maxRounds;
    private readonly ScreenFormula _formula;
    private readonly double[] _loss;
    private readonly int[] _batchOf;
    private readonly ulong[] _open;
    private readonly int[] _lanesAt;
    private readonly int[] _whole;
    private readonly CirclePolicy? _policy;
    private readonly CertainLosses _certain;
    private readonly Func<int, int> _wholeOf;
    private readonly double[] _new = new double[Lanes];
    private readonly LeapBuffers _leap = new();
    private int _batch;

    /// <summary>Prepares buffers; changes in a circle up to the tolerance are not followed.</summary>
    /// <param name="net">The net.</param>
    /// <param name="tolerance">The tolerance.</param>
    /// <param name="maxRounds">How often a circle is gone round at most.</param>
    /// <param name="staysBelow">True to leap only by <see cref="CirclePolicy"/>, so that losses in lane 0 never lie above the least fixpoint but for rounding.</param>
    public ShockScreen(ScreenNet net, double tolerance = Tolerance, int maxRounds = MaxRounds, bool staysBelow = false)
    {
        _policy = staysBelow ? new CirclePolicy(net, position => LossAt(position, 0)) : null;
        (_net, _tolerance, _maxRounds) = (net, tolerance, maxRounds);
        _loss = new double[net.Count * Lanes];
        (_batchOf, _lanesAt, _whole) = (new int[net.Count], new int[net.Count], new int[net.Count]);
        _open = new ulong[(net.Count >> 6) + 1];
        _formula = new ScreenFormula(net, _loss, _batchOf);
        _certain = new CertainLosses(net);
        _wholeOf = position => _batchOf[position] == _batch ? _whole[position] : 0;
    }

    /// <summary>When to leave circles as they are; null for never.</summary>
    public WorkEnd? End { get; init; }

    /// <summary>By lane: output that the others lose, in USD per year.</summary>
    public double[] LostUsd { get; } = new double[Lanes];

    /// <summary>By lane: parts lost by the others, summed.</summary>
    public double[] NodesLost { get; } = new double[Lanes];

    /// <summary>Takes the nodes at up to <see cref="Lanes"/> positions away, each alone, and sums what is lost.</summary>
    public void Run(ReadOnlySpan<int> positions)
    {
        for (var lane = 0; lane < positions.Length; lane++)
            _lanesAt[positions[lane]] |= 1 << lane;
        Spread(positions);
        for (var lane = 0; lane < positions.Length; lane++)
        {
            LostUsd[lane] -= _net.Output[positions[lane]];
            NodesLost[lane] -= 1;
            _lanesAt[positions[lane]] = 0;
        }
    }

    /// <summary>Takes the nodes at these positions away together, in lane 0.</summary>
    public void RunTogether(ReadOnlySpan<int> positions)
    {
        foreach (var position in positions)
            _lanesAt[position] = 1;
        Spread(positions);
        foreach (var position in positions)
            _lanesAt[position] = 0;
    }

    /// <summary>The part that the node at a position loses in a lane of the last batch.</summary>
    public double LossAt(int position, int lane) => _batchOf[position] == _batch ? _loss[(position * Lanes) + lane] : 0;

    private void Spread(ReadOnlySpan<int> positions)
    {
        _batch++;
        Array.Clear(LostUsd);
        Array.Clear(NodesLost);
        foreach (var position in positions)
            Open(position);
        for (var word = positions.Length == 0 ? _open.Length : 0; word < _open.Length; word++)
        {
            while (_open[word] != 0)
                Visit((word << 6) + BitOperations.TrailingZeroCount(_open[word]));
        }
    }

    private void Open(int position) => _open[position >> 6] |= 1UL << (position & 63);

    private void Visit(int position)
    {
        var (start, end) = (position, _net.EndOfCircle[position]);
        while (start > 0 && _net.EndOfCircle[start - 1] == end)
            start--;
        if (end == start + 1)
        {
            _open[position >> 6] &= ~(1UL << (position & 63));
            WorkOut(position, 0);
            Keep(position);
            OpenBuyers(position, position + 1, position + 1);
            Add(position);
            return;
        }
        GoRound(start, end);
    }

    private void GoRound(int start, int end)
    {
        _certain.Find(start, end, _lanesAt, _wholeOf);
        for (var round = 1; AnyOpen(start, end) && round <= _maxRounds && End is not { IsOver: true }; round++)
        {
            Sweep(start, end, null);
            if (round % RoundsBetweenLeaps != 0)
                continue;
            if (_policy is null)
                Leap(start, end);
            else
                Raise(_policy, start, end);
        }
        CloseAll(start, end);
        for (var position = start; position < end; position++)
        {
            if (_batchOf[position] != _batch)
                continue;
            OpenBuyers(position, end, end);
            Add(position);
        }
    }

    // Works out what is open, or, where changes are asked for, all that was reached.
    private void Sweep(int start, int end, double[]? changes)
    {
        for (var position = start; position < end; position++)
        {
            if (changes is null ? (_open[position >> 6] & (1UL << (position & 63))) == 0 : _batchOf[position] != _batch)
                continue;
            _open[position >> 6] &= ~(1UL << (position & 63));
            WorkOut(position, _certain.Of(position));
            if (changes is not null)
                Subtract(position, changes.AsSpan((position - start) * Lanes, Lanes));
            if (Keep(position))
                OpenBuyers(position, start, end);
        }
    }

    // Where all changes of a sweep are at least a times those of the one before, so they are ever after, as losses grow steadily: what is still to come is at least a / (1 - a) of the last.
    private void Leap(int start, int end)
    {
        var length = (end - start) * Lanes;
        var (before, after) = (_leap.Before(length), _leap.After(length));
        Sweep(start, end, before);
        Sweep(start, end, after);
        for (var lane = 0; lane < Lanes; lane++)
        {
            var (factor, from) = LeapBuffers.Factor(before, after, length, lane);
            for (var position = start; position < end && factor > 0; position++)
            {
                var place = ((position - start) * Lanes) + lane;
                if (before[place] < from)
                    continue;
                ref var loss = ref _loss[(position * Lanes) + lane];
                loss = Math.Min(1, loss + (factor * after[place]));
                Open(position);
            }
        }
    }

    private void Raise(CirclePolicy policy, int start, int end)
    {
        var open = new List<int>();
        for (var position = start; position < end && open.Count <= CirclePolicy.MostNodes; position++)
        {
            if (_batchOf[position] == _batch && ((_lanesAt[position] | _certain.Of(position)) & 1) == 0)
                open.Add(position);
        }
        if (open.Count is 0 or > CirclePolicy.MostNodes)
            return;
        var values = policy.Values(open);
        for (var i = 0; i < open.Count; i++)
        {
            ref var loss = ref _loss[open[i] * Lanes];
            if (values[i] <= loss + _tolerance)
                continue;
            loss = values[i];
            Open(open[i]);
            OpenBuyers(open[i], start, end);
        }
    }

    private void Subtract(int position, Span<double> changes)
    {
        for (var lane = 0; lane < Lanes; lane++)
            changes[lane] = Math.Max(0, _new[lane] - _loss[(position * Lanes) + lane]);
    }

    private void CloseAll(int start, int end)
    {
        for (var position = start; position < end; position++)
            _open[position >> 6] &= ~(1UL << (position & 63));
    }

    private bool AnyOpen(int start, int end)
    {
        for (var word = start >> 6; word <= (end - 1) >> 6; word++)
        {
            var bits = _open[word];
            if (word == start >> 6)
                bits &= ulong.MaxValue << (start & 63);
            if (word == (end - 1) >> 6)
                bits &= ulong.MaxValue >> (63 - ((end - 1) & 63));
            if (bits != 0)
                return true;
        }
        return false;
    }

    private void WorkOut(int position, int certain)
    {
        if (_net.IsPlain[position])
            _formula.Plain(position, _batch, _new);
        else
            _formula.Full(position, _batch, _new);
        for (var lanes = _lanesAt[position] | certain; lanes != 0; lanes &= lanes - 1)
            _new[BitOperations.TrailingZeroCount(lanes)] = 1;
    }

    // True where a lane changes by more than the tolerance, or loses for the first time: however little that is, it reaches all buyers.
    private bool Keep(int position)
    {
        ref var row = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_loss), position * Lanes);
        ref var now = ref MemoryMarshal.GetArrayDataReference(_new);
        var (most, first, whole) = (Vector256<double>.Zero, Vector256<double>.Zero, 0u);
        var known = _batchOf[position] == _batch;
        for (nuint lane = 0; lane < Lanes; lane += 4)
        {
            var after = Vector256.LoadUnsafe(ref now, lane);
            var before = known ? Vector256.LoadUnsafe(ref row, lane) : Vector256<double>.Zero;
            most = Vector256.Max(most, Vector256.Abs(after - before));
            first |= Vector256.GreaterThan(after, before) & Vector256.Equals(before, Vector256<double>.Zero);
            whole |= Vector256.GreaterThanOrEqual(after, Vector256.Create(Whole)).ExtractMostSignificantBits() << (int)lane;
            after.StoreUnsafe(ref row, lane);
        }
        _whole[position] = (int)whole;
        _batchOf[position] = _batch;
        return first != Vector256<double>.Zero || Vector256.GreaterThanAny(most, Vector256.Create(_tolerance));
    }

    private void OpenBuyers(int position, int from, int to)
    {
        var anyone = from < to;
        for (var i = _net.FirstBuyer[position]; i < _net.FirstBuyer[position + 1]; i++)
        {
            var buyer = _net.Buyers[i];
            if (anyone ? buyer >= from && buyer < to : buyer >= from)
                Open(buyer);
        }
    }

    private void Add(int position)
    {
        ref var row = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_loss), position * Lanes);
        ref var usd = ref MemoryMarshal.GetArrayDataReference(LostUsd);
        ref var nodes = ref MemoryMarshal.GetArrayDataReference(NodesLost);
        var output = Vector256.Create(_net.Output[position]);
        for (nuint lane = 0; lane < Lanes; lane += 4)
        {
            var loss = Vector256.LoadUnsafe(ref row, lane);
            (Vector256.LoadUnsafe(ref usd, lane) + (output * loss)).StoreUnsafe(ref usd, lane);
            (Vector256.LoadUnsafe(ref nodes, lane) + loss).StoreUnsafe(ref nodes, lane);
        }
    }
}
