#nullable disable

namespace Neo4j.Driver;

/// <summary>Which servers may run an executable query.</summary>
public enum RoutingControl
{
    /// <summary>Those that write.</summary>
    Writers,

    /// <summary>Those that read: the query must not write.</summary>
    Readers,
}
