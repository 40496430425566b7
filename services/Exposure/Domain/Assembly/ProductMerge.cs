using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Assembly;

/// <summary>The products that the flows of a graph that is being made name: those before that some flow still names, and new ones.</summary>
internal sealed class ProductMerge
{
    private readonly int[]? _newOfOld;
    private readonly int[] _ofName;

    /// <summary>Merges the products.</summary>
    /// <param name="before">The graph before.</param>
    /// <param name="removed">Flows before that go.</param>
    /// <param name="taken">The staged ones.</param>
    public ProductMerge(CompiledGraph before, IReadOnlySet<int> removed, TakenRelations taken)
    {
        var named = NamesOf(taken);
        var gone = Gone(before, removed);
        var added = named.Select(taken.Stage.IdOf).ToHashSet();
        added.ExceptWith(before.Products);
        gone.RemoveWhere(product => named.Exists(name => taken.Stage.IdOf(name) == before.Products[product]));
        All = added.Count == 0 && gone.Count == 0 ? before.Products : [.. before.Products.Where((_, product) => !gone.Contains(product)).Concat(added).Order()];
        _newOfOld = ReferenceEquals(All, before.Products) ? null : Array.ConvertAll(before.Products, product => Array.BinarySearch(All, product));
        _ofName = named.Count == 0 ? [] : new int[taken.Stage.Names.Texts.Count];
        foreach (var name in named)
            _ofName[name] = Array.BinarySearch(All, taken.Stage.IdOf(name));
    }

    /// <summary>All products in order of id.</summary>
    public EntityId[] All { get; }

    /// <summary>True where a product before has another number now.</summary>
    public bool AreMoved => _newOfOld is not null;

    /// <summary>The number of a product by its number before; -1 for -1.</summary>
    public int New(int old) => old < 0 || _newOfOld is null ? old : _newOfOld[old];

    /// <summary>The number of a product by its name in the stage; -1 for -1.</summary>
    public int OfName(int name) => name < 0 ? -1 : _ofName[name];

    private static List<int> NamesOf(TakenRelations taken)
    {
        var named = new bool[taken.Stage.Names.Texts.Count];
        for (var row = 0; row < taken.Stage.Relations.Count; row++)
        {
            if (taken.IsTakenFlow(row) && taken.Product(row) is >= 0 and var name)
                named[name] = true;
        }
        return [.. Enumerable.Range(0, named.Length).Where(name => named[name])];
    }

    // Products that only flows name which go.
    private static HashSet<int> Gone(CompiledGraph before, IReadOnlySet<int> removed)
    {
        var gone = removed.Select(before.Flows.Product).Where(product => product >= 0).ToHashSet();
        for (var flow = 0; flow < before.Flows.Count && gone.Count > 0; flow++)
        {
            if (!removed.Contains(flow))
                gone.Remove(before.Flows.Product(flow));
        }
        return gone;
    }
}
