namespace Neo4j.Driver.Internal.Results;

/// <summary>How far a result is.</summary>
internal enum ResultPhase
{
    /// <summary>A batch is asked for and not yet whole.</summary>
    Streaming,

    /// <summary>The server has more and waits to be asked.</summary>
    Paused,

    /// <summary>All is here, or an error.</summary>
    Ended,
}
