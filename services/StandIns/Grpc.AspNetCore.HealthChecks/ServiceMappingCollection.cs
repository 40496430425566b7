using System.Collections;

namespace Grpc.AspNetCore.HealthChecks;

/// <summary>Service mappings, one per name.</summary>
public sealed class ServiceMappingCollection : ICollection<ServiceMapping>
{
    private readonly List<ServiceMapping> mappings = [];

    public int Count => mappings.Count;

    public bool IsReadOnly => false;

    /// <summary>Says which checks speak for a service, in place of what was said before.</summary>
    public void Map(string name, Func<HealthCheckMapContext, bool> predicate)
    {
        mappings.RemoveAll(mapping => mapping.Name == name);
        mappings.Add(new ServiceMapping(name, predicate));
    }

    /// <summary>Adds a mapping of a name that has none.</summary>
    public void Add(ServiceMapping item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (mappings.Exists(mapping => mapping.Name == item.Name))
            throw new ArgumentException($"The service '{item.Name}' is already mapped.", nameof(item));
        mappings.Add(item);
    }

    public void Clear() => mappings.Clear();

    public bool Contains(ServiceMapping item) => mappings.Contains(item);

    public void CopyTo(ServiceMapping[] array, int arrayIndex) => mappings.CopyTo(array, arrayIndex);

    public bool Remove(ServiceMapping item) => mappings.Remove(item);

    public IEnumerator<ServiceMapping> GetEnumerator() => mappings.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => mappings.GetEnumerator();
}
