namespace GeoGraph.Core;

/// <summary>
/// Why a request is refused. The same names stand in <c>protos/geograph/common/v1/error_reason.proto</c>, which documents
/// for each its status code, metadata keys and an example; a test holds the two together.
/// </summary>
public enum ErrorReason
{
    /// <summary>Fields break their rules; every violation is listed.</summary>
    InvalidRequest,

    /// <summary>A page token is not one of this list's, or the list's arguments changed since it was given.</summary>
    InvalidPageToken,

    /// <summary>The request is larger than the server's stated limit; the given and allowed sizes are in the metadata.</summary>
    LimitExceeded,

    /// <summary>A named thing is absent at the revision read.</summary>
    NotFound,

    /// <summary>A write wanted a thing to be absent, and it is present.</summary>
    AlreadyExists,

    /// <summary>A write's precondition (present, or unchanged since a revision) does not hold.</summary>
    PreconditionFailed,

    /// <summary>A relation's end is absent, so the relation cannot be written.</summary>
    DanglingRelation,

    /// <summary>A request id was used before with different content.</summary>
    RequestIdReused,

    /// <summary>Two writers changed the same store at once and this one lost; try again.</summary>
    WriteConflict,

    /// <summary>The revision asked for is older than the history that the store keeps; start over from an export.</summary>
    RevisionExpired,

    /// <summary>The revision asked for is later than any this replica has seen within the deadline.</summary>
    RevisionNotReached,

    /// <summary>The store does not answer; try again later.</summary>
    StoreUnavailable,

    /// <summary>A service that this answer needs does not answer; try again later.</summary>
    DependencyUnavailable,

    /// <summary>The service has not finished loading what it answers from; try again later.</summary>
    NotReady,

    /// <summary>The service works at its capacity; try again after the stated delay.</summary>
    Overloaded,

    /// <summary>The data needed for a correct answer is absent (for example a schedule for this importer); the message says which.</summary>
    DataMissing,

    /// <summary>A domain rule refuses; the rule is named.</summary>
    RuleViolated,

    /// <summary>A fault in the server. Carries no detail; the server's log has it under the trace id.</summary>
    Internal,
}
