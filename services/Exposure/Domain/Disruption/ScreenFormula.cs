using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GeoGraph.Exposure.Disruption;

/// <summary><see cref="LossFormula"/> in double over the lanes of a <see cref="ShockScreen"/>, at the end of the unknown where most is lost.</summary>
/// <param name="net">The net.</param>
/// <param name="loss">By position and lane: the part lost.</param>
/// <param name="batchOf">By position: the batch that its losses are of; those of another batch are none.</param>
internal sealed class ScreenFormula(ScreenNet net, double[] loss, int[] batchOf)
{
    private readonly double[] _groups = new double[MostGroups(net) * ShockScreen.Lanes];

    /// <summary>What a node loses all of whose groups are essential with known shares: the most that one of them loses.</summary>
    public void Plain(int position, int batch, double[] into)
    {
        var (m0, m1, m2, m3) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        ref var losses = ref MemoryMarshal.GetArrayDataReference(loss);
        var (supplier, share, of) = (net.Supplier, net.Share, batchOf);
        for (var group = net.FirstGroup[position]; group < net.FirstGroup[position + 1]; group++)
        {
            var (a0, a1, a2, a3) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
            var end = net.FirstFlow[group + 1];
            for (var flow = net.FirstFlow[group]; flow < end; flow++)
            {
                if (of[supplier[flow]] != batch)
                    continue;
                ref var row = ref Unsafe.Add(ref losses, supplier[flow] * ShockScreen.Lanes);
                var part = Vector256.Create(share[flow]);
                a0 = Vector256.MultiplyAddEstimate(part, Vector256.LoadUnsafe(ref row), a0);
                a1 = Vector256.MultiplyAddEstimate(part, Vector256.LoadUnsafe(ref row, 4), a1);
                a2 = Vector256.MultiplyAddEstimate(part, Vector256.LoadUnsafe(ref row, 8), a2);
                a3 = Vector256.MultiplyAddEstimate(part, Vector256.LoadUnsafe(ref row, 12), a3);
            }
            (m0, m1, m2, m3) = (Vector256.Max(m0, a0), Vector256.Max(m1, a1), Vector256.Max(m2, a2), Vector256.Max(m3, a3));
        }
        ref var result = ref MemoryMarshal.GetArrayDataReference(into);
        var one = Vector256<double>.One;
        Vector256.Min(m0, one).StoreUnsafe(ref result);
        Vector256.Min(m1, one).StoreUnsafe(ref result, 4);
        Vector256.Min(m2, one).StoreUnsafe(ref result, 8);
        Vector256.Min(m3, one).StoreUnsafe(ref result, 12);
    }

    /// <summary>What any node loses.</summary>
    public void Full(int position, int batch, double[] into)
    {
        var first = net.FirstGroup[position];
        for (var group = first; group < net.FirstGroup[position + 1]; group++)
            Group(group, batch, _groups.AsSpan((group - first) * ShockScreen.Lanes, ShockScreen.Lanes));
        for (var lane = 0; lane < ShockScreen.Lanes; lane++)
            into[lane] = Lane(position, lane);
    }

    private static int MostGroups(ScreenNet net)
    {
        var most = 1;
        for (var position = 0; position < net.Count; position++)
            most = Math.Max(most, net.FirstGroup[position + 1] - net.FirstGroup[position]);
        return most;
    }

    private void Group(int group, int batch, Span<double> into)
    {
        Span<double> most = stackalloc double[ShockScreen.Lanes];
        most.Clear();
        into.Clear();
        for (var flow = net.FirstFlow[group]; flow < net.FirstFlow[group + 1]; flow++)
        {
            var supplier = net.Supplier[flow];
            if (batchOf[supplier] != batch)
                continue;
            for (var lane = 0; lane < ShockScreen.Lanes; lane++)
            {
                var lost = loss[(supplier * ShockScreen.Lanes) + lane];
                into[lane] += net.Share[flow] * lost;
                most[lane] = Math.Max(most[lane], lost);
            }
        }
        for (var lane = 0; lane < ShockScreen.Lanes; lane++)
            into[lane] = Math.Min(1, into[lane] + (net.Unknown[group] * most[lane]));
    }

    private double Lane(int position, int lane)
    {
        var (first, end) = (net.FirstGroup[position], net.FirstGroup[position + 1]);
        var pace = 0.0;
        for (var group = first; group < end; group++)
        {
            if (net.Weight[group] < 0)
                pace = Math.Max(pace, _groups[((group - first) * ShockScreen.Lanes) + lane]);
        }
        var (sum, worst) = (0.0, 0.0);
        for (var group = first; group < end; group++)
        {
            if (net.Weight[group] < 0)
                continue;
            var beyond = Math.Max(0, _groups[((group - first) * ShockScreen.Lanes) + lane] - pace);
            (sum, worst) = (sum + (net.Weight[group] * beyond), Math.Max(worst, beyond));
        }
        return Math.Min(1, pace + (double.IsNaN(sum) ? worst : sum));
    }
}
