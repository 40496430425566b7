namespace Grpc.AspNetCore.HealthChecks;

/// <summary>How health checks become the statuses of gRPC services.</summary>
public sealed class GrpcHealthChecksOptions
{
    /// <summary>Which checks speak for which service. At first every check speaks for the server as a whole, the name "".</summary>
    public ServiceMappingCollection Services { get; } = [];

    /// <summary>Whether Check answers from the last published report instead of running the checks. Default: false.</summary>
    public bool UseHealthChecksCache { get; set; }

    /// <summary>Whether Watch calls go on while the application stops, instead of ending with NOT_SERVING. Default: false.</summary>
    public bool SuppressCompletionOnShutdown { get; set; }
}
