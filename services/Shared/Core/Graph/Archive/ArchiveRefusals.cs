namespace GeoGraph.Core.Graph.Archive;

/// <summary>What a restoring is refused with, by every store alike.</summary>
public static class ArchiveRefusals
{
    /// <summary>The store holds something already.</summary>
    /// <param name="current">The store's newest revision.</param>
    public static GeoGraphException NotEmpty(Revision current) => new(ErrorReason.PreconditionFailed,
        $"the store is not empty, it is at revision {current}; an archive fills an empty store only.", [new("current", current.ToString())]);

    /// <summary>The store of a service holds something already.</summary>
    /// <param name="service">The owning service.</param>
    /// <param name="current">The store's newest revision.</param>
    public static GeoGraphException NotEmpty(string service, Revision current) => new(ErrorReason.PreconditionFailed,
        $"the target's graph of {service} is not empty, it is at revision {current}; an archive fills an empty store only.", [new("current", current.ToString()), new("service", service)]);
}
