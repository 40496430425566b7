using GeoGraph.Exposure.Reliance;
using GeoGraph.Exposure.Structure;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Tariffs;

/// <summary>
/// The duty embedded in one unit of output of every node at once: e(j) = Σ v(i→j)/x(j) · (rate(i→j) + p·e(i)), from the origins to the buyers. Exact in decimal along
/// chains and circles of up to 48 suppliers; larger circles are iterated until no figure moves by more than <see cref="Tolerance"/>. A node that has inputs and no stated
/// output, or inputs or embedded duty out of all proportion to it, passes nothing on and is told.
/// </summary>
internal sealed class EmbeddedField
{
    /// <summary>By how much a figure of a large circle moves at most in the last sweep.</summary>
    public const double Tolerance = 1e-15;

    private const int MostSweeps = 10_000;
    private const decimal MostInputsPerOutput = 1000m;

    // Far beyond any duty, and low enough that no sum over flows of the largest values leaves the range of decimal.
    private const decimal MostEmbedded = 1_000_000m;
    private readonly GraphView _view;
    private readonly SupplyNet _net;
    private readonly FlowRates _rates;
    private readonly decimal _passThrough;
    private readonly bool[]? _wanted;
    private readonly decimal[] _outputs;
    private readonly HashSet<int> _stalled = [];

    private EmbeddedField(GraphView view, FlowRates rates, decimal passThrough, bool[]? wanted)
    {
        (_view, _net, _rates, _passThrough, _wanted) = (view, SupplyNet.Of(view), rates, passThrough, wanted);
        _outputs = new decimal[_net.NodeCount];
        Embedded = new decimal[_net.NodeCount];
    }

    /// <summary>By node: the least duty embedded in one unit of its output; 0 where it is not looked through.</summary>
    public decimal[] Embedded { get; }

    /// <summary>Nodes that pass nothing on though they have inputs, in ascending order.</summary>
    public IReadOnlyList<int> NotLookedThrough { get; private set; } = [];

    /// <summary>Works the field out.</summary>
    /// <param name="view">The graph.</param>
    /// <param name="rates">The duty on its flows.</param>
    /// <param name="passThrough">The part of a duty that a seller adds to its price, 0 to 1.</param>
    /// <param name="wanted">By node: true where it is wanted, with everything upstream of it; null for all.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static EmbeddedField Of(GraphView view, FlowRates rates, decimal passThrough, bool[]? wanted, CancellationToken cancellationToken)
    {
        var field = new EmbeddedField(view, rates, passThrough, wanted);
        field.ReadOutputs(cancellationToken);
        var components = Components.Find(field._net.FirstGroup.Select(group => field._net.FirstFlow[group]).ToArray(), field.Heads(), cancellationToken);
        for (var component = 0; component < components.Count; component++)
        {
            if (component % 4096 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            field.Solve(components[component], cancellationToken);
        }
        field.NotLookedThrough = [.. field.NotLookedThrough.Concat(field._stalled).Distinct().Order()];
        return field;
    }

    private decimal Value(int flow) => _view.Graph.Flows.Value(_net.FlowIndex[flow]) ?? 0m;

    private void ReadOutputs(CancellationToken cancellationToken)
    {
        var opaque = new List<int>();
        for (var node = 0; node < _net.NodeCount; node++)
        {
            if (node % 65536 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            if (_wanted?[node] == false || _net.FirstInFlow(node) == _net.EndInFlow(node))
                continue;
            var inputs = 0m;
            for (var flow = _net.FirstInFlow(node); flow < _net.EndInFlow(node); flow++)
                inputs += Value(flow);
            var output = _view.Graph.OutputOf(node) ?? 0m;
            if (output > 0m && inputs / MostInputsPerOutput <= output)
                _outputs[node] = output;
            else
                opaque.Add(node);
        }
        NotLookedThrough = opaque;
    }

    private int[] Heads()
    {
        var heads = new int[_net.FlowCount];
        for (var flow = 0; flow < heads.Length; flow++)
            heads[flow] = _outputs[_net.Buyer(flow)] > 0m ? _net.Supplier[flow] : -1;
        return heads;
    }

    private void Solve(ReadOnlySpan<int> members, CancellationToken cancellationToken)
    {
        if (members.Length == 1)
        {
            Take(members, [Beyond(members[0], [])]);
            return;
        }
        var placeOf = new Dictionary<int, int>(members.Length);
        for (var place = 0; place < members.Length; place++)
            placeOf.Add(members[place], place);
        Take(members, members.Length <= CircleElimination.MostPlaces ? Eliminate(members, placeOf) : Iterate(members, placeOf, cancellationToken));
    }

    private void Take(ReadOnlySpan<int> members, decimal[]? solved)
    {
        var isPassedOn = solved is not null && Array.TrueForAll(solved, embedded => embedded <= MostEmbedded);
        for (var place = 0; place < members.Length; place++)
        {
            if (isPassedOn)
                Embedded[members[place]] = solved![place];
            else
                _stalled.Add(members[place]);
        }
    }

    // What reaches a node from its own borders, and from suppliers that are not within its circle.
    private decimal Beyond(int node, Dictionary<int, int> within)
    {
        if (_outputs[node] == 0m)
            return 0m;
        var sum = 0m;
        for (var flow = _net.FirstInFlow(node); flow < _net.EndInFlow(node); flow++)
        {
            var beyond = within.ContainsKey(_net.Supplier[flow]) ? 0m : _passThrough * Embedded[_net.Supplier[flow]];
            sum += Value(flow) * (_rates.AtLeast(_net.FlowIndex[flow]) + beyond);
        }
        return sum / _outputs[node];
    }

    private decimal[]? Eliminate(ReadOnlySpan<int> members, Dictionary<int, int> placeOf)
    {
        var rows = new decimal[members.Length][];
        for (var place = 0; place < members.Length; place++)
        {
            rows[place] = new decimal[members.Length + 1];
            (rows[place][place], rows[place][^1]) = (1m, Beyond(members[place], placeOf));
            for (var flow = _net.FirstInFlow(members[place]); flow < _net.EndInFlow(members[place]); flow++)
            {
                if (placeOf.TryGetValue(_net.Supplier[flow], out var supplier))
                    rows[place][supplier] -= _passThrough * Value(flow) / _outputs[members[place]];
            }
        }
        return CircleElimination.Solve(rows);
    }

    private decimal[]? Iterate(ReadOnlySpan<int> members, Dictionary<int, int> placeOf, CancellationToken cancellationToken)
    {
        var (given, found) = (new double[members.Length], new double[members.Length]);
        var arcs = new List<(int Buyer, int Supplier, double Part)>();
        for (var place = 0; place < members.Length; place++)
        {
            given[place] = (double)Beyond(members[place], placeOf);
            for (var flow = _net.FirstInFlow(members[place]); flow < _net.EndInFlow(members[place]); flow++)
            {
                if (placeOf.TryGetValue(_net.Supplier[flow], out var supplier))
                    arcs.Add((place, supplier, (double)(_passThrough * Value(flow) / _outputs[members[place]])));
            }
        }
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var next = (double[])given.Clone();
            foreach (var (buyer, supplier, part) in arcs)
                next[buyer] += part * found[supplier];
            var moved = next.Zip(found, (now, before) => Math.Abs(now - before)).Max();
            found = next;
            if (moved <= Tolerance)
                return Array.ConvertAll(found, value => (decimal)value);
            if (!(moved < 1e9))
                return null;
        }
        return null;
    }
}
