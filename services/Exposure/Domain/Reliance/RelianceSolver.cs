using GeoGraph.Exposure.Structure;

namespace GeoGraph.Exposure.Reliance;

/// <summary>
/// Works out y = e + A·y for the buyer, A(i,j) = v(i→j)/x(j): what passes through each place upstream for one unit of the buyer's output. Goes from the
/// buyer to the origins by strongly connected components: exactly in decimal along chains and small circles, by proven iteration through large ones.
/// </summary>
internal sealed class RelianceSolver
{
    private const decimal Largest = 1_000_000_000m;
    private readonly RelianceNet _net;
    private readonly RelianceQuestion _question;
    private readonly CancellationToken _cancellationToken;
    private readonly Components _components;
    private readonly int[] _componentOf;
    private readonly int[] _localOf;
    private readonly int _largeCircles;
    private double[]? _weights;

    /// <summary>Finds the components of a net.</summary>
    public RelianceSolver(RelianceNet net, RelianceQuestion question, CancellationToken cancellationToken)
    {
        (_net, _question, _cancellationToken) = (net, question, cancellationToken);
        Stalled = new RelianceFault?[net.Cone.Count];
        _components = Components.Find(net.Cone.FirstIn, Heads(), cancellationToken);
        (_componentOf, _localOf) = (new int[net.Cone.Count], new int[net.Cone.Count]);
        for (var component = 0; component < _components.Count; component++)
        {
            var members = _components[component];
            _largeCircles += members.Length > CircleElimination.MostPlaces ? 1 : 0;
            for (var local = 0; local < members.Length; local++)
                (_componentOf[members[local]], _localOf[members[local]]) = (component, local);
        }
    }

    /// <summary>By place: why it is not looked through though its output is stated; null where it is.</summary>
    public RelianceFault?[] Stalled { get; }

    /// <summary>Why a place is not looked through though its output is stated, in words; null where it is.</summary>
    public string? WhyStalled(int place) => Stalled[place] switch
    {
        null => null,
        RelianceFault.OutOfProportion => "what passes through it is out of all proportion, more than a thousand million times the output of the buyer",
        _ => "a circle of suppliers adds no value, so that what passes through it has no bound, or none that can be told",
    };

    /// <summary>Proven bound of the error of all figures together; double, as the error of an iteration is.</summary>
    public double ErrorBound { get; private set; }

    /// <summary>Sweeps made over large circles.</summary>
    public int Sweeps { get; private set; }

    /// <summary>By place: what passes through it for one unit of the buyer's output; the buyer's own unit included at place 0.</summary>
    /// <param name="observedOnly">True to count observed flows alone.</param>
    public decimal[] Solve(bool observedOnly)
    {
        if (_largeCircles > 0)
            _weights ??= Weights();
        var passes = new decimal[_net.Cone.Count];
        passes[0] = 1m;
        for (var component = _components.Count - 1; component >= 0; component--)
        {
            var members = _components[component];
            if (component % 4096 == 0)
                _cancellationToken.ThrowIfCancellationRequested();
            if (members.Length > 1)
                SolveCircle(members, passes, observedOnly);
            foreach (var place in members)
                PassOn(place, passes, observedOnly);
        }
        return passes;
    }

    private int[] Heads()
    {
        var heads = new int[_net.Values.Length];
        for (var place = 0; place < _net.Cone.Count; place++)
        {
            for (var i = _net.Cone.FirstIn[place]; i < _net.Cone.FirstIn[place + 1]; i++)
                heads[i] = _net.IsLookedThrough[place] && _net.Values[i] > 0m ? _net.Cone.Suppliers[i] : -1;
        }
        return heads;
    }

    private void PassOn(int place, decimal[] passes, bool observedOnly)
    {
        if (passes[place] > Largest)
            Stalled[place] ??= RelianceFault.OutOfProportion;
        if (!_net.IsLookedThrough[place] || Stalled[place] is not null || passes[place] == 0m)
            return;
        for (var i = _net.Cone.FirstIn[place]; i < _net.Cone.FirstIn[place + 1]; i++)
        {
            var supplier = _net.Cone.Suppliers[i];
            if (_componentOf[supplier] != _componentOf[place] && !(observedOnly && _net.IsInferred[i]))
                passes[supplier] += _net.Values[i] * passes[place] / _net.Outputs[place];
        }
    }

    private void SolveCircle(ReadOnlySpan<int> members, decimal[] passes, bool observedOnly)
    {
        var isBeyond = IsBeyondLargest(members, passes);
        var solved = isBeyond || Stalled[members[0]] is not null ? null
            : members.Length <= CircleElimination.MostPlaces ? Eliminate(members, passes, observedOnly)
            : Iterate(members, passes, observedOnly);
        for (var local = 0; local < members.Length; local++)
        {
            if (isBeyond)
                Stalled[members[local]] = RelianceFault.OutOfProportion;
            else if (solved is null)
                Stalled[members[local]] ??= RelianceFault.NoConvergence;
            else
                passes[members[local]] = solved[local];
        }
    }

    private static bool IsBeyondLargest(ReadOnlySpan<int> members, decimal[] passes)
    {
        foreach (var place in members)
        {
            if (passes[place] > Largest)
                return true;
        }
        return false;
    }

    private decimal[]? Eliminate(ReadOnlySpan<int> members, decimal[] passes, bool observedOnly)
    {
        var rows = new decimal[members.Length][];
        for (var local = 0; local < members.Length; local++)
        {
            rows[local] = new decimal[members.Length + 1];
            (rows[local][local], rows[local][^1]) = (1m, passes[members[local]]);
        }
        foreach (var (buyer, supplier, flow) in ArcsWithin(members, observedOnly))
            rows[supplier][buyer] -= _net.Values[flow] / _net.Outputs[members[buyer]];
        return CircleElimination.Solve(rows);
    }

    private decimal[]? Iterate(ReadOnlySpan<int> members, decimal[] passes, bool observedOnly)
    {
        var (given, weights) = (new double[members.Length], new double[members.Length]);
        for (var local = 0; local < members.Length; local++)
            (given[local], weights[local]) = ((double)passes[members[local]], _weights![members[local]]);
        var circle = Circle(members, observedOnly);
        var (solution, bound) = circle.Solve(given, weights, (double)_question.Tolerance / _largeCircles, _question.MaxSweeps, _cancellationToken);
        ErrorBound += observedOnly ? 0 : bound;
        Sweeps += circle.Sweeps;
        return Array.TrueForAll(solution, value => value <= (double)Largest) ? Array.ConvertAll(solution, value => (decimal)value) : null;
    }

    // From the origins to the buyer: one, and what a unit here comes to at everything upstream of it.
    private double[] Weights()
    {
        var weights = new double[_net.Cone.Count];
        for (var component = 0; component < _components.Count; component++)
        {
            var members = _components[component];
            var beyond = new double[members.Length];
            for (var local = 0; local < members.Length; local++)
                beyond[local] = Beyond(members[local], weights);
            var within = beyond;
            if (members.Length > 1)
            {
                var circle = Circle(members, observedOnly: false);
                within = circle.Certify(beyond, _question.MaxSweeps, _cancellationToken);
                Sweeps += circle.Sweeps;
            }
            for (var local = 0; local < members.Length; local++)
            {
                weights[members[local]] = within?[local] ?? 1;
                if (within is null)
                    Stalled[members[local]] = RelianceFault.NoConvergence;
            }
        }
        return weights;
    }

    private double Beyond(int place, double[] weights)
    {
        var sum = 1.0;
        for (var i = _net.Cone.FirstIn[place]; i < _net.Cone.FirstIn[place + 1] && _net.IsLookedThrough[place]; i++)
        {
            if (_componentOf[_net.Cone.Suppliers[i]] != _componentOf[place])
                sum += (double)_net.Values[i] / (double)_net.Outputs[place] * weights[_net.Cone.Suppliers[i]];
        }
        return sum;
    }

    private CircleIteration Circle(ReadOnlySpan<int> members, bool observedOnly)
    {
        var arcs = new List<(int, int, double)>();
        foreach (var (buyer, supplier, flow) in ArcsWithin(members, observedOnly))
            arcs.Add((buyer, supplier, (double)_net.Values[flow] / (double)_net.Outputs[members[buyer]]));
        return new CircleIteration(members.Length, arcs);
    }

    private List<(int Buyer, int Supplier, int Flow)> ArcsWithin(ReadOnlySpan<int> members, bool observedOnly)
    {
        var arcs = new List<(int, int, int)>();
        for (var local = 0; local < members.Length; local++)
        {
            var place = members[local];
            for (var i = _net.Cone.FirstIn[place]; i < _net.Cone.FirstIn[place + 1]; i++)
            {
                var supplier = _net.Cone.Suppliers[i];
                if (_componentOf[supplier] == _componentOf[place] && _net.Values[i] > 0m && !(observedOnly && _net.IsInferred[i]))
                    arcs.Add((local, _localOf[supplier], i));
            }
        }
        return arcs;
    }
}
