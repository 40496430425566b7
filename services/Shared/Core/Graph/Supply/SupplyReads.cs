namespace GeoGraph.Core.Graph.Supply;

/// <summary>Gives every reader the power of <see cref="ISupplyReader"/>.</summary>
public static class SupplyReads
{
    /// <summary>The reader's own way to answer questions about supply; one that goes by its walks where it has none.</summary>
    public static ISupplyReader Supply(this IGraphReader reader) => reader as ISupplyReader ?? new WalkedSupply(reader);
}
