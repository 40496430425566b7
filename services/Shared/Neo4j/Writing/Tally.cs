using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Neo4j.Engine;
using GeoGraph.Neo4j.Format;

namespace GeoGraph.Neo4j.Writing;

/// <summary>What a batch comes to: the ids that it changed, as the revision's log tells them, and what the store's catalogue learns.</summary>
internal sealed class Tally
{
    private const int IdsPerPart = 10_000;

    private readonly HashSet<EntityId> _gone = [];

    private Tally(Draft draft)
    {
        Nodes = Written(draft.Nodes);
        Relations = Written(draft.Relations);
        Aliases = Written(draft.Aliases);
        CollectGone(draft.Nodes);
        CollectGone(draft.Relations);
        CollectGone(draft.Aliases);
    }

    /// <summary>Nodes of which the batch began a version that stands.</summary>
    public List<GraphNode> Nodes { get; }

    /// <summary>Relations of which it did.</summary>
    public List<GraphRelation> Relations { get; }

    /// <summary>Aliases of which it did.</summary>
    public List<AliasRecord> Aliases { get; }

    /// <summary>Counts up a draft.</summary>
    public static Tally Of(Draft draft) => new(draft);

    /// <summary>The revision's log in parts of at most 10,000 ids of a kind.</summary>
    public IEnumerable<Dictionary<string, object>> Log(Revision revision, string token)
    {
        var lists = new (string Name, List<string> Ids)[]
        {
            ("nodes", Nodes.ConvertAll(static node => node.Id.Value)),
            ("relations", Relations.ConvertAll(static relation => relation.Id.Value)),
            ("aliases", Aliases.ConvertAll(static alias => alias.Alias.Value)),
            ("gone", [.. _gone.Select(static id => id.Value)]),
        };
        var parts = (lists.Max(static list => list.Ids.Count) + IdsPerPart - 1) / IdsPerPart;
        for (var part = 0; part < parts; part++)
        {
            var row = new Dictionary<string, object>(StringComparer.Ordinal) { ["number"] = revision.Number, ["part"] = (long)part, ["token"] = token };
            foreach (var (name, ids) in lists)
                row[name] = ids.Skip(part * IdsPerPart).Take(IdsPerPart).ToArray();
            yield return row;
        }
    }

    /// <summary>The store's node as the batch leaves it: its revision, and what it has held where that grew.</summary>
    public Dictionary<string, object> Learnt(StoreRecord store, Revision revision)
    {
        var learnt = new Dictionary<string, object>(StringComparer.Ordinal) { ["revision"] = revision.Number };
        Add("labels", store.Catalogue.Labels, Nodes.Select(static node => node.Label));
        Add("types", store.Catalogue.Types, Relations.Select(static relation => relation.Type));
        Add("kinds", store.Catalogue.Kinds, Relations.Select(static relation => Catalogue.Entry(relation.Id.Kind, relation.Type)));
        Add("node_kinds", store.NodeKinds, Nodes.Select(static node => node.Id.Kind));
        Add("alias_kinds", store.AliasKinds, Aliases.Select(static alias => alias.Alias.Kind));
        return learnt;

        void Add(string name, IReadOnlySet<string> known, IEnumerable<string> seen)
        {
            var all = new SortedSet<string>(known, StringComparer.Ordinal);
            all.UnionWith(seen);
            if (all.Count > known.Count)
                learnt[name] = all.ToArray();
        }
    }

    private static List<T> Written<T>(Slots<T> slots)
        where T : class => [.. slots.All.Where(static pair => pair.Value.IsNew).Select(static pair => pair.Value.Current!)];

    private void CollectGone<T>(Slots<T> slots)
        where T : class => _gone.UnionWith(slots.All.Where(static pair => pair.Value is { Found: not null, Current: null }).Select(static pair => pair.Key));
}
