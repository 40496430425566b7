using System.Runtime.InteropServices;
using GeoGraph.Exposure.Sea;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Benchmarks.Peers;

/// <summary>Writes a net, or sea lanes, as the file that <c>peers.py</c> reads: seven counts, then columns, little endian, eight bytes wide before four.</summary>
internal static class PeerFile
{
    /// <summary>Writes the file.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="view">The view, for the capacities.</param>
    /// <param name="net">The net.</param>
    /// <param name="removed">Nodes that are removed one at a time; sampled paths start at the first of them.</param>
    public static void Write(string path, GraphView view, SupplyNet net, int[] removed)
    {
        using var file = Create(path);
        Put<long>(file, [net.NodeCount, net.FlowCount, net.GroupCount, removed.Length, 0, 0, 0]);
        Put(file, Array.ConvertAll(net.FlowIndex, flow => (long)view.Graph.Flows.Capacity(flow)!.Value));
        Put(file, net.Share);
        Put(file, net.Output);
        Put(file, net.Supplier);
        Put(file, Array.ConvertAll(net.GroupOfFlow, group => net.GroupBuyer[group]));
        Put(file, net.GroupOfFlow);
        Put(file, net.GroupBuyer);
        Put(file, removed);
    }

    /// <summary>Writes the lanes, with pairs of points to go between.</summary>
    public static void Write(string path, SeaNetwork sea, (int From, int To)[] pairs)
    {
        var (starts, ends, lengths) = (new List<int>(), new List<int>(), new List<double>());
        for (var point = 0; point < sea.Points.Length; point++)
        {
            for (var stretch = sea.Stretches.First(point); stretch < sea.Stretches.First(point + 1); stretch++)
            {
                if (sea.Stretches.End(stretch) < point)
                    continue;
                starts.Add(point);
                ends.Add(sea.Stretches.End(stretch));
                lengths.Add(sea.Stretches.Length(stretch));
            }
        }
        using var file = Create(path);
        Put<long>(file, [0, 0, 0, 0, sea.Points.Length, starts.Count, pairs.Length]);
        Put<double>(file, [.. lengths]);
        Put<int>(file, [.. starts]);
        Put<int>(file, [.. ends]);
        Put(file, Array.ConvertAll(pairs, pair => sea.PointOfPort[pair.From]));
        Put(file, Array.ConvertAll(pairs, pair => sea.PointOfPort[pair.To]));
    }

    private static FileStream Create(string path) => new(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);

    private static void Put<T>(FileStream file, T[] column)
        where T : struct => file.Write(MemoryMarshal.AsBytes<T>(column));
}
