#nullable disable

namespace Neo4j.Driver;

/// <summary>How many things a query changed.</summary>
public interface ICounters
{
    /// <summary>Gets whether it changed anything in the graph or its schema.</summary>
    bool ContainsUpdates { get; }

    /// <summary>Gets the number of nodes created.</summary>
    int NodesCreated { get; }

    /// <summary>Gets the number of nodes deleted.</summary>
    int NodesDeleted { get; }

    /// <summary>Gets the number of relationships created.</summary>
    int RelationshipsCreated { get; }

    /// <summary>Gets the number of relationships deleted.</summary>
    int RelationshipsDeleted { get; }

    /// <summary>Gets the number of properties set.</summary>
    int PropertiesSet { get; }

    /// <summary>Gets the number of labels added to nodes.</summary>
    int LabelsAdded { get; }

    /// <summary>Gets the number of labels removed from nodes.</summary>
    int LabelsRemoved { get; }

    /// <summary>Gets the number of indexes added.</summary>
    int IndexesAdded { get; }

    /// <summary>Gets the number of indexes removed.</summary>
    int IndexesRemoved { get; }

    /// <summary>Gets the number of constraints added.</summary>
    int ConstraintsAdded { get; }

    /// <summary>Gets the number of constraints removed.</summary>
    int ConstraintsRemoved { get; }

    /// <summary>Gets the number of changes to the system.</summary>
    int SystemUpdates { get; }

    /// <summary>Gets whether it changed anything of the system.</summary>
    bool ContainsSystemUpdates { get; }
}
