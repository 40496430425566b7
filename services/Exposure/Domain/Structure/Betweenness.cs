using System.Runtime.CompilerServices;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Structure;

/// <summary>
/// Betweenness by Brandes' algorithm (2001): for each source the numbers σ of shortest paths, forwards, then the dependencies δ, backwards. Sources
/// are dealt to a fixed number of stripes that are added up in order, so that the result is the same on any number of processors.
/// What loops over links is compiled in full at its first call, for one call runs long.
/// </summary>
internal sealed class Betweenness
{
    /// <summary>How many sums run side by side at most.</summary>
    public const int Stripes = 8;

    private readonly SupplyLinks _links;
    private readonly double[] _paths;
    private readonly ulong[] _settled;
    private readonly int[] _queue;
    private readonly int[] _firstStep;
    private readonly int[] _steps;
    private readonly double[] _sums;

    private Betweenness(SupplyLinks links)
    {
        _links = links;
        (_paths, _sums, _queue) = (new double[links.NodeCount], new double[links.NodeCount], new int[links.NodeCount]);
        _settled = new ulong[(links.NodeCount + 63) / 64];
        (_firstStep, _steps) = (new int[links.NodeCount + 1], new int[links.Buyers.Length]);
    }

    /// <summary>By node: Σ over the sources s and all t of the part of the shortest paths from s to t that pass it; ends left out.</summary>
    /// <param name="links">Who supplies whom.</param>
    /// <param name="sources">Where paths start; each once.</param>
    /// <param name="processors">How many stripes run at the same time.</param>
    /// <param name="cancellationToken">Stops the count.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static double[] Count(SupplyLinks links, IReadOnlyList<int> sources, int processors, CancellationToken cancellationToken)
    {
        var sums = new double[Stripes][];
        var options = new ParallelOptions { MaxDegreeOfParallelism = processors, CancellationToken = cancellationToken };
        Parallel.For(0, Stripes, options, stripe =>
        {
            var count = new Betweenness(links);
            for (var i = stripe; i < sources.Count; i += Stripes)
            {
                cancellationToken.ThrowIfCancellationRequested();
                count.Add(sources[i]);
            }
            sums[stripe] = count._sums;
        });
        for (var stripe = 1; stripe < Stripes; stripe++)
        {
            for (var node = 0; node < links.NodeCount; node++)
                sums[0][node] += sums[stripe][node];
        }
        return sums[0];
    }

    // Backwards over the steps of shortest paths alone: σ of a node gives way to (1 + δ)/σ, what one path to it leads to.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(int source)
    {
        var reached = Forwards(source);
        unchecked
        {
            for (var i = reached - 1; i > 0; i--)
            {
                var (node, perPath) = (_queue[i], 0.0);
                foreach (var buyer in _steps.AsSpan(_firstStep[i].._firstStep[i + 1]))
                    perPath += _paths[buyer];
                _sums[node] += perPath * _paths[node];
                _paths[node] = perPath + (1 / _paths[node]);
            }
            foreach (var node in _queue.AsSpan(0, reached))
                (_paths[node], _settled[node >> 6]) = (0, 0);
        }
    }

    // Breadth first, level by level; keeps the steps that lie on shortest paths, in order of the queue. A node is settled once its level is complete, so that a
    // link to a settled node is on no shortest path; σ is zero until the first path arrives.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Forwards(int source)
    {
        var (end, steps, levelEnd) = (1, 0, 1);
        (_paths[source], _queue[0]) = (1, source);
        Settle(0, 1);
        unchecked
        {
            for (var i = 0; i < end; i++)
            {
                if (i == levelEnd)
                {
                    Settle(levelEnd, end);
                    levelEnd = end;
                }
                var paths = _paths[_queue[i]];
                foreach (var buyer in _links.BuyersOf(_queue[i]))
                {
                    if ((_settled[buyer >> 6] & 1UL << buyer) != 0)
                        continue;
                    ref var at = ref _paths[buyer];
                    if (at == 0)
                        _queue[end++] = buyer;
                    at += paths;
                    _steps[steps++] = buyer;
                }
                _firstStep[i + 1] = steps;
            }
        }
        return end;
    }

    private void Settle(int from, int end)
    {
        foreach (var node in _queue.AsSpan(from..end))
            _settled[node >> 6] |= 1UL << node;
    }
}
