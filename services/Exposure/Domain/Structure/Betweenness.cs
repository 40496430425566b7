namespace GeoGraph.Exposure.Structure;

/// <summary>
/// Betweenness by Brandes' algorithm (2001): for each source the numbers σ of shortest paths, forwards, then the dependencies δ, backwards. Sources
/// are dealt to a fixed number of stripes that are added up in order, so that the result is the same on any number of processors.
/// </summary>
internal sealed class Betweenness
{
    /// <summary>How many sums run side by side at most.</summary>
    public const int Stripes = 8;

    private readonly SupplyLinks _links;
    private readonly int[] _level;
    private readonly int[] _queue;
    private readonly double[] _paths;
    private readonly double[] _perPath;
    private readonly double[] _sums;

    private Betweenness(SupplyLinks links)
    {
        _links = links;
        (_level, _queue) = (new int[links.NodeCount], new int[links.NodeCount]);
        (_paths, _perPath, _sums) = (new double[links.NodeCount], new double[links.NodeCount], new double[links.NodeCount]);
        Array.Fill(_level, -1);
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

    private void Add(int source)
    {
        var reached = Forwards(source);
        for (var i = reached - 1; i > 0; i--)
        {
            var node = _queue[i];
            var (next, perPath) = (_level[node] + 1, 0.0);
            for (var link = _links.First[node]; link < _links.First[node + 1]; link++)
            {
                var buyer = _links.Buyers[link];
                if (_level[buyer] == next)
                    perPath += _perPath[buyer];
            }
            _sums[node] += perPath * _paths[node];
            _perPath[node] = perPath + (1 / _paths[node]);
        }
        for (var i = 0; i < reached; i++)
            (_level[_queue[i]], _paths[_queue[i]]) = (-1, 0);
    }

    private int Forwards(int source)
    {
        (_level[source], _paths[source], _queue[0]) = (0, 1, source);
        var end = 1;
        for (var i = 0; i < end; i++)
        {
            var node = _queue[i];
            var (next, paths) = (_level[node] + 1, _paths[node]);
            for (var link = _links.First[node]; link < _links.First[node + 1]; link++)
            {
                var buyer = _links.Buyers[link];
                if (_level[buyer] < 0)
                {
                    _level[buyer] = next;
                    _queue[end++] = buyer;
                }
                if (_level[buyer] == next)
                    _paths[buyer] += paths;
            }
        }
        return end;
    }
}
