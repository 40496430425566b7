namespace Grpc.AspNetCore.HealthChecks;

/// <summary>A service name and the checks that speak for it.</summary>
public sealed class ServiceMapping(string name, Func<HealthCheckMapContext, bool> healthCheckPredicate)
{
    public string Name { get; } = name ?? throw new ArgumentNullException(nameof(name));

    /// <summary>Chooses the checks.</summary>
    public Func<HealthCheckMapContext, bool> HealthCheckPredicate { get; } =
        healthCheckPredicate ?? throw new ArgumentNullException(nameof(healthCheckPredicate));
}

/// <summary>A health check to choose or not.</summary>
public sealed class HealthCheckMapContext(string name, IEnumerable<string> tags)
{
    public string Name { get; } = name;

    public IEnumerable<string> Tags { get; } = tags;
}
