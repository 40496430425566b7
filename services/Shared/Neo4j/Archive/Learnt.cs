using GeoGraph.Core.Graph.Archive;
using GeoGraph.Neo4j.Format;

namespace GeoGraph.Neo4j.Archive;

/// <summary>What an archive's versions make a store know: labels, types, and what kinds of ids have named.</summary>
internal sealed class Learnt
{
    private readonly Dictionary<string, SortedSet<string>> _words = new(StringComparer.Ordinal);

    /// <summary>Takes in the next item.</summary>
    public void Add(ArchivedRecord record)
    {
        switch (record)
        {
            case ArchivedNode { Node: var node }:
                Of("labels").Add(node.Label);
                Of("node_kinds").Add(node.Id.Kind);
                break;
            case ArchivedRelation { Relation: var relation }:
                Of("types").Add(relation.Type);
                Of("kinds").Add(Catalogue.Entry(relation.Id.Kind, relation.Type));
                break;
            case ArchivedAlias alias:
                Of("alias_kinds").Add(alias.Id.Kind);
                break;
        }
    }

    /// <summary>The lists as the store's node has them.</summary>
    public Dictionary<string, object> Map() => _words.ToDictionary(static list => list.Key, static list => (object)list.Value.ToArray(), StringComparer.Ordinal);

    private SortedSet<string> Of(string name)
    {
        if (!_words.TryGetValue(name, out var words))
            _words.Add(name, words = new SortedSet<string>(StringComparer.Ordinal));
        return words;
    }
}
