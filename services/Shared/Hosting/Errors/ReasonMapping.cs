using GeoGraph.Core;
using Grpc.Core;

namespace GeoGraph.Hosting.Errors;

/// <summary>How one reason leaves the server.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Code">The gRPC status code.</param>
/// <param name="RetryAfter">The delay named in RetryInfo; null where trying again does not help.</param>
internal sealed record ReasonMapping(ErrorReason Reason, StatusCode Code, TimeSpan? RetryAfter = null)
{
    /// <summary>Every reason, once.</summary>
    public static readonly IReadOnlyList<ReasonMapping> All =
    [
        new(ErrorReason.InvalidRequest, StatusCode.InvalidArgument),
        new(ErrorReason.InvalidPageToken, StatusCode.InvalidArgument),
        new(ErrorReason.LimitExceeded, StatusCode.InvalidArgument),
        new(ErrorReason.NotFound, StatusCode.NotFound),
        new(ErrorReason.AlreadyExists, StatusCode.AlreadyExists),
        new(ErrorReason.PreconditionFailed, StatusCode.FailedPrecondition),
        new(ErrorReason.DanglingRelation, StatusCode.FailedPrecondition),
        new(ErrorReason.RequestIdReused, StatusCode.FailedPrecondition),
        new(ErrorReason.WriteConflict, StatusCode.Aborted, TimeSpan.FromMilliseconds(100)),
        new(ErrorReason.RevisionExpired, StatusCode.OutOfRange),
        new(ErrorReason.RevisionNotReached, StatusCode.Unavailable, TimeSpan.FromMilliseconds(200)),
        new(ErrorReason.StoreUnavailable, StatusCode.Unavailable, TimeSpan.FromSeconds(1)),
        new(ErrorReason.DependencyUnavailable, StatusCode.Unavailable, TimeSpan.FromSeconds(1)),
        new(ErrorReason.NotReady, StatusCode.Unavailable, TimeSpan.FromSeconds(1)),
        new(ErrorReason.Overloaded, StatusCode.ResourceExhausted, TimeSpan.FromMilliseconds(500)),
        new(ErrorReason.DataMissing, StatusCode.FailedPrecondition),
        new(ErrorReason.RuleViolated, StatusCode.FailedPrecondition),
        new(ErrorReason.Internal, StatusCode.Internal),
    ];

    private static readonly Dictionary<ErrorReason, ReasonMapping> ByReason = All.ToDictionary(mapping => mapping.Reason);

    /// <summary>The reason on the wire, as <c>NOT_FOUND</c>.</summary>
    public string WireName { get; } =
        string.Concat(Reason.ToString().Select((letter, i) => i > 0 && char.IsUpper(letter) ? "_" + letter : letter.ToString())).ToUpperInvariant();

    /// <summary>The mapping of a reason.</summary>
    public static ReasonMapping Of(ErrorReason reason) => ByReason[reason];
}
