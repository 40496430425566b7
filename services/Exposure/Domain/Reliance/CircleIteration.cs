namespace GeoGraph.Exposure.Reliance;

/// <summary>
/// Solves y = r + A·y for a large circle of suppliers by Gauss-Seidel sweeps in double, with proof. Weights w with w − Aᵀ·w ≥ b &gt; 0 exist just where the
/// sweeps converge, and w bounds what an error left at each place can come to, here and upstream (b): the weighted sum of what the
/// equations still lack bounds the error of all figures together.
/// </summary>
internal sealed class CircleIteration
{
    private const int SweepsBetweenChecks = 4;
    private const int ChecksWithoutGain = 4;
    private readonly int _count;
    private readonly Arcs _byBuyer;
    private readonly Arcs _bySupplier;

    /// <summary>Takes the arcs within the circle.</summary>
    /// <param name="count">How many places it has, numbered from the buyer's side.</param>
    /// <param name="arcs">For each flow: its buyer's and its supplier's place, and its value against the buyer's output.</param>
    public CircleIteration(int count, IReadOnlyList<(int Buyer, int Supplier, double Weight)> arcs)
    {
        _count = count;
        _byBuyer = new Arcs(count, [.. arcs.Select(arc => arc.Buyer)], [.. arcs.Select(arc => arc.Supplier)], [.. arcs.Select(arc => arc.Weight)]);
        _bySupplier = new Arcs(count, [.. arcs.Select(arc => arc.Supplier)], [.. arcs.Select(arc => arc.Buyer)], [.. arcs.Select(arc => arc.Weight)]);
    }

    /// <summary>Sweeps made so far.</summary>
    public int Sweeps { get; private set; }

    /// <summary>The weights that prove convergence; null where none are found within the sweeps allowed.</summary>
    /// <param name="beyond">By place: one, and the weights of what it takes from outside the circle.</param>
    /// <param name="maxSweeps">Sweeps allowed.</param>
    /// <param name="cancellationToken">Stops the sweeps.</param>
    public double[]? Certify(double[] beyond, int maxSweeps, CancellationToken cancellationToken)
    {
        var weights = new double[_count];
        for (var sweep = 1; sweep <= maxSweeps; sweep++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Sweeps++;
            for (var place = _count - 1; place >= 0; place--)
                weights[place] = beyond[place] + _byBuyer.Sum(place, weights);
            if (sweep % SweepsBetweenChecks != 0 && sweep != maxSweeps)
                continue;
            var left = double.PositiveInfinity;
            for (var place = 0; place < _count; place++)
                left = Math.Min(left, (weights[place] - _byBuyer.Sum(place, weights)) / beyond[place]);
            if (left >= 0.5)
                return Array.ConvertAll(weights, weight => weight / left);
            if (!double.IsFinite(left))
                return null;
        }
        return null;
    }

    /// <summary>Sweeps until the bound of the error is within the tolerance, rounding allows no better, or the sweeps allowed are used up.</summary>
    /// <returns>The solution, and the bound of the error that all figures have from it.</returns>
    public (double[] Solution, double ErrorBound) Solve(double[] given, double[] weights, double tolerance, int maxSweeps, CancellationToken cancellationToken)
    {
        var (solution, best, bound, without) = ((double[])given.Clone(), double.PositiveInfinity, double.PositiveInfinity, 0);
        for (var sweep = 1; sweep <= maxSweeps && bound > tolerance && without < ChecksWithoutGain; sweep++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Sweeps++;
            for (var place = 0; place < _count; place++)
                solution[place] = given[place] + _bySupplier.Sum(place, solution);
            if (sweep % SweepsBetweenChecks != 0 && sweep != maxSweeps)
                continue;
            bound = Bound(given, solution, weights);
            without = bound < best / 2 ? 0 : without + 1;
            best = Math.Min(best, bound);
        }
        return (solution, bound);
    }

    private double Bound(double[] given, double[] solution, double[] weights)
    {
        var bound = 0.0;
        for (var place = 0; place < _count; place++)
            bound += weights[place] * Math.Abs(given[place] + _bySupplier.Sum(place, solution) - solution[place]);
        return bound;
    }

    private sealed class Arcs
    {
        private readonly int[] _first;
        private readonly int[] _others;
        private readonly double[] _weights;

        public Arcs(int count, int[] keys, int[] others, double[] weights)
        {
            _first = new int[count + 1];
            foreach (var key in keys)
                _first[key + 1]++;
            for (var place = 0; place < count; place++)
                _first[place + 1] += _first[place];
            (_others, _weights) = (new int[keys.Length], new double[keys.Length]);
            var next = _first.AsSpan(0, count).ToArray();
            for (var arc = 0; arc < keys.Length; arc++)
            {
                var slot = next[keys[arc]]++;
                (_others[slot], _weights[slot]) = (others[arc], weights[arc]);
            }
        }

        public double Sum(int place, double[] values)
        {
            var sum = 0.0;
            for (var i = _first[place]; i < _first[place + 1]; i++)
                sum += _weights[i] * values[_others[i]];
            return sum;
        }
    }
}
