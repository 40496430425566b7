using System.Collections.Immutable;

namespace GeoGraph.Core;

/// <summary>
/// The one exception that leaves domain and store code: a documented reason, a sentence for a person, and the facts as
/// metadata. A driver's error is at most the inner exception and never part of the message.
/// </summary>
public sealed class GeoGraphException : Exception
{
    /// <summary>Makes an error.</summary>
    /// <param name="reason">Why the request is refused.</param>
    /// <param name="message">A sentence that names the field, the value and the rule.</param>
    /// <param name="metadata">The facts that vary in the message, by the keys documented for the reason.</param>
    /// <param name="inner">What caused it, for the log only.</param>
    public GeoGraphException(ErrorReason reason, string message, IEnumerable<KeyValuePair<string, string>>? metadata = null, Exception? inner = null)
        : base(message, inner)
    {
        Reason = reason;
        Metadata = metadata is null ? ImmutableSortedDictionary<string, string>.Empty : metadata.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    /// <summary>Why the request is refused.</summary>
    public ErrorReason Reason { get; }

    /// <summary>The facts that vary in the message.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Every field violation, for <see cref="ErrorReason.InvalidRequest"/>; else empty.</summary>
    public IReadOnlyList<FieldViolation> Violations { get; private init; } = [];

    /// <summary>An <see cref="ErrorReason.InvalidRequest"/> with all its violations.</summary>
    public static GeoGraphException Invalid(IReadOnlyList<FieldViolation> violations) =>
        new(ErrorReason.InvalidRequest, string.Join("; ", violations.Take(10)) + (violations.Count > 10 ? $"; and {violations.Count - 10} more" : ""))
        {
            Violations = [.. violations],
        };

    /// <summary>A <see cref="ErrorReason.NotFound"/> of the thing <paramref name="id"/>, a <paramref name="resourceType"/>.</summary>
    public static GeoGraphException NotFound(string resourceType, string id) =>
        new(ErrorReason.NotFound, $"there is no {resourceType} '{id}'.", [new("resource_type", resourceType), new("resource_name", id)]);

    /// <summary>A <see cref="ErrorReason.LimitExceeded"/> with the given and allowed numbers.</summary>
    public static GeoGraphException OverLimit(string field, long given, long allowed) =>
        new(ErrorReason.LimitExceeded, $"{field} is {given}; at most {allowed} is allowed.",
            [new("field", field), new("given", given.ToString(null, null)), new("allowed", allowed.ToString(null, null))]);
}
