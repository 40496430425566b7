using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.UnitTests.Exposure;

/// <summary>Paths of supply between the firms of a small world, straight from its rows.</summary>
internal sealed class LinkWorld
{
    public LinkWorld(World world)
    {
        Firms = [.. world.Nodes.Where(node => node.Kind == NodeKind.Firm).Select(node => node.Id)];
        Links = [.. world.Relations.Where(row => row.Kind == RelationKind.Supplies).Select(row => (row.From, row.To)).Distinct()];
    }

    public IReadOnlyList<EntityId> Firms { get; }

    public IReadOnlyList<(EntityId From, EntityId To)> Links { get; }

    /// <summary>Least numbers of links from a firm, downstream or upstream, without the firms left out; the firm itself at 0.</summary>
    public Dictionary<EntityId, int> Tiers(EntityId start, bool downstream, params EntityId[] without)
    {
        var tiers = new Dictionary<EntityId, int> { [start] = 0 };
        for (var tier = 0; tier < Firms.Count; tier++)
        {
            foreach (var (from, to) in Links)
            {
                var (near, far) = downstream ? (from, to) : (to, from);
                if (tiers.TryGetValue(near, out var at) && at == tier && !without.Contains(far))
                    tiers.TryAdd(far, tier + 1);
            }
        }
        return tiers;
    }

    /// <summary>Every shortest path from one firm to another, ends included; none where there is no way.</summary>
    public List<List<EntityId>> ShortestPaths(EntityId from, EntityId to)
    {
        var paths = new List<List<EntityId>> { new() { from } };
        for (var length = 0; length < Firms.Count && paths.Count > 0; length++)
        {
            if (paths.Exists(path => path[^1] == to))
                return paths.FindAll(path => path[^1] == to);
            paths = [.. paths.SelectMany(path => Links.Where(link => link.From == path[^1] && !path.Contains(link.To)).Select(link => (List<EntityId>)[.. path, link.To]))];
        }
        return [];
    }
}
