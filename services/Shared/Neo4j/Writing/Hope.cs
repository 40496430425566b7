using GeoGraph.Core.Graph;
using GeoGraph.Neo4j.Engine;

namespace GeoGraph.Neo4j.Writing;

/// <summary>
/// Which batches may be written without reading anything first: those of an import, which put what is new. Uniqueness constraints then refuse what is there already, and the
/// number of relations made tells whether all ends were there; what neither would show, the catalogue must exclude.
/// </summary>
internal static class Hope
{
    /// <summary>How many updates make it worth the risk of doing a batch twice.</summary>
    private const int FewestUpdates = 50;

    /// <summary>True where the batch may be hopeful.</summary>
    public static bool IsFitting(IReadOnlyList<GraphUpdate> updates, StoreRecord store)
    {
        if (updates.Count < FewestUpdates)
            return false;
        var fitting = new Dictionary<(string Kind, string Word), bool>();
        foreach (var update in updates)
        {
            if (update.Precondition != Precondition.None && update.Precondition != Precondition.Absent)
                return false;
            var (id, type) = update switch
            {
                PutNode put => (put.Node.Id, ""),
                PutRelation put => (put.Relation.Id, put.Relation.Type),
                _ => default,
            };
            if (id == default)
                return false;
            var key = (id.Kind, type);
            if (!fitting.TryGetValue(key, out var fits))
                fitting.Add(key, fits = Fits(key.Kind, type, store));
            if (!fits)
                return false;
        }
        return true;
    }

    // Ids of the kind name nothing that the constraint of the label or type would not show.
    private static bool Fits(string kind, string type, StoreRecord store) => !store.AliasKinds.Contains(kind)
        && (type.Length == 0 || !store.NodeKinds.Contains(kind)) && store.Catalogue.TypesOf(kind).All(known => known == type);
}
