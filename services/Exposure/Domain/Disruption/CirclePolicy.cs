namespace GeoGraph.Exposure.Disruption;

/// <summary>
/// Raises losses in a circle to the value of a policy: each node holds on to the groups and flows that now cost it most, which leaves a linear system, of which the least
/// solution is taken. What a node loses is the largest over all such choices, each a sum with weights that are not negative and come to one, so that no policy's
/// value lies above the least fixpoint: raised losses stay below it whatever they started from. Nodes from which nothing that is gone is reached lose nothing.
/// The system is solved by elimination that only adds, multiplies and divides numbers that are not negative (Grassmann, Taksar and Heyman 1985), so that every figure keeps its places.
/// </summary>
/// <param name="net">The net.</param>
/// <param name="lossOf">The loss so far of a position.</param>
internal sealed class CirclePolicy(ScreenNet net, Func<int, double> lossOf)
{
    /// <summary>The most nodes that are solved together.</summary>
    public const int MostNodes = 400;

    // What shares miss to one by rounding at most.
    private const double Rounding = 1e-9;

    private readonly Dictionary<int, int> _rowOf = [];
    private double[][] _rows = [];
    private int _count;

    /// <summary>The values of the policy that the losses so far point to, in the order of the nodes.</summary>
    /// <param name="nodes">Positions whose losses are open: neither gone nor known to come to rest at nothing.</param>
    public double[] Values(IReadOnlyList<int> nodes)
    {
        _rowOf.Clear();
        _count = nodes.Count;
        for (var i = 0; i < _count; i++)
            _rowOf[nodes[i]] = i;
        // Behind the parts that come from other nodes: what is lost for certain, and what is not.
        _rows = [.. nodes.Select(_ => new double[_count + 2])];
        for (var i = 0; i < _count; i++)
            Fill(nodes[i], _rows[i]);
        return Solve();
    }

    private void Fill(int position, double[] row)
    {
        var (pace, paceGroup, worst, worstGroup, known) = (0.0, -1, 0.0, -1, true);
        for (var group = net.FirstGroup[position]; group < net.FirstGroup[position + 1]; group++)
        {
            var loss = LossOfGroup(group);
            if (net.Weight[group] < 0 && (paceGroup < 0 || loss > pace))
                (pace, paceGroup) = (loss, group);
            else if (!(net.Weight[group] < 0) && (worstGroup < 0 || loss > worst))
                (worst, worstGroup) = (loss, group);
            known &= !double.IsNaN(net.Weight[group]);
        }
        var rest = 1.0;
        for (var group = net.FirstGroup[position]; known && group < net.FirstGroup[position + 1]; group++)
        {
            if (net.Weight[group] < 0 || LossOfGroup(group) <= pace)
                continue;
            var part = Math.Min(rest, net.Weight[group]);
            rest -= part;
            Add(group, part, row);
        }
        var setsPace = !known && worst > pace ? worstGroup : paceGroup;
        if (setsPace < 0)
            row[_count + 1] += rest;
        else
            Add(setsPace, rest, row);
    }

    private double LossOfGroup(int group)
    {
        var (sum, most) = (0.0, 0.0);
        for (var flow = net.FirstFlow[group]; flow < net.FirstFlow[group + 1]; flow++)
        {
            var loss = lossOf(net.Supplier[flow]);
            (sum, most) = (sum + (net.Share[flow] * loss), Math.Max(most, loss));
        }
        return sum + (net.Unknown[group] * most);
    }

    private void Add(int group, double part, double[] row)
    {
        var (hardest, most, left) = (-1, -1.0, 1 - net.Unknown[group]);
        for (var flow = net.FirstFlow[group]; flow < net.FirstFlow[group + 1]; flow++)
        {
            var (supplier, loss) = (net.Supplier[flow], lossOf(net.Supplier[flow]));
            if (loss > most)
                (hardest, most) = (supplier, loss);
            left -= net.Share[flow];
            Put(supplier, part * net.Share[flow], row);
        }
        if (hardest >= 0)
            Put(hardest, part * net.Unknown[group], row);
        else
            row[_count + 1] += part * net.Unknown[group];
        // What shares miss to one by rounding is no loss that is left out.
        if (left > Rounding)
            row[_count + 1] += part * left;
    }

    private void Put(int supplier, double part, double[] row)
    {
        if (_rowOf.TryGetValue(supplier, out var column))
        {
            row[column] += part;
            return;
        }
        var loss = lossOf(supplier);
        row[_count] += part * loss;
        row[_count + 1] += part * (1 - loss);
    }

    private double[] Solve()
    {
        var leaving = new double[_count];
        for (var k = _count - 1; k >= 0; k--)
        {
            leaving[k] = _rows[k][_count] + _rows[k][_count + 1] + _rows[k].AsSpan(0, k).ToArray().Sum();
            for (var i = 0; i < k; i++)
                Eliminate(_rows[i], _rows[k], k, leaving[k]);
        }
        var values = new double[_count];
        for (var k = 0; k < _count; k++)
        {
            var sum = _rows[k][_count];
            for (var i = 0; i < k; i++)
                sum += _rows[k][i] * values[i];
            values[k] = leaving[k] > 0 ? Math.Min(1, sum / leaving[k]) : 0;
        }
        return values;
    }

    // A node that leads nowhere but to itself and to what is eliminated is fed by nothing: what rests on it is not lost.
    private void Eliminate(double[] row, double[] pivot, int k, double leaving)
    {
        if (row[k] == 0)
            return;
        if (leaving == 0)
        {
            row[_count + 1] += row[k];
            return;
        }
        var factor = row[k] / leaving;
        for (var j = 0; j < k; j++)
            row[j] += factor * pivot[j];
        row[_count] += factor * pivot[_count];
        row[_count + 1] += factor * pivot[_count + 1];
    }
}
