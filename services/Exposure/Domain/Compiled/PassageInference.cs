namespace GeoGraph.Exposure.Compiled;

/// <summary>
/// Works out what flows pass that state no transit. A graph carries one, so that changes to the graph are followed by it; its answers
/// depend on the graph alone. Implementations are safe for concurrent use.
/// </summary>
internal interface IPassageInference
{
    /// <summary>The passages by the places of the graph's nodes. Called once for each graph; must not read the graph's own transits.</summary>
    IInferredPassages For(CompiledGraph graph);
}

/// <summary>The inferred passages of one graph.</summary>
internal interface IInferredPassages
{
    /// <summary>What a flow between two nodes passes, in order of chokepoint, each marked inferred; empty where nothing is known or nothing is passed.</summary>
    ReadOnlySpan<Passage> Between(int supplier, int buyer);
}
