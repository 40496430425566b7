namespace GeoGraph.Core.Graph.Supply;

/// <summary>Gives every reader the power of <see cref="ISupplyReader"/>.</summary>
public static class SupplyReads
{
    /// <summary>The reader's own way to answer questions about supply; by its walks where it has none.</summary>
    public static ISupplyReader Supply(this IGraphReader reader) => reader as ISupplyReader ?? reader.ByWalks();

    /// <summary>Answers questions about supply by the bounded walks of a reader.</summary>
    public static ISupplyReader ByWalks(this IGraphReader reader) => new WalkedSupply(reader);
}
