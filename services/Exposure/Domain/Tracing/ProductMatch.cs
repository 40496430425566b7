using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Tracing;

/// <summary>
/// Which of the products that flows name are a product asked about: the product itself, and every product of which each HS code is one of its codes or lies beneath
/// one. Each is looked up once. Not thread-safe.
/// </summary>
/// <param name="graph">The graph.</param>
/// <param name="wanted">The product asked about; need not be a node.</param>
internal sealed class ProductMatch(CompiledGraph graph, EntityId wanted)
{
    private readonly int? _product = graph.FindProduct(wanted);
    private readonly IReadOnlyList<string> _codes = graph.HsCodesOf(wanted);
    private readonly Dictionary<int, bool> _known = [];

    /// <summary>True where a product, by its number in the graph, is the one asked about; false for -1.</summary>
    public bool Is(int product)
    {
        if (product < 0)
            return false;
        if (product == _product || _codes.Count == 0)
            return product == _product;
        if (!_known.TryGetValue(product, out var lies))
            _known[product] = lies = LiesBeneath(graph.Products[product]);
        return lies;
    }

    private bool LiesBeneath(EntityId product)
    {
        var codes = graph.HsCodesOf(product);
        return codes.Count > 0 && codes.All(code => _codes.Any(wider => code.StartsWith(wider, StringComparison.Ordinal)));
    }
}
