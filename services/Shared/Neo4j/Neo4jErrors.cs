using System.Net.Sockets;
using GeoGraph.Core;
using Neo4j.Driver;

namespace GeoGraph.Neo4j;

/// <summary>Turns the driver's errors and the database's codes into the seam's errors; the driver's error stays inside, for the log.</summary>
internal static class Neo4jErrors
{
    /// <summary>Tells that a statement broke a uniqueness constraint.</summary>
    public const string ConstraintBroken = "Neo.ClientError.Schema.ConstraintValidationFailed";

    /// <summary>True for what the driver throws where a connection, a statement or the server fails.</summary>
    public static bool IsForeign(Exception error) => error is Neo4jException or NotSupportedException or IOException or SocketException
        or System.Security.Authentication.AuthenticationException or TimeoutException or ObjectDisposedException or InvalidOperationException or OperationCanceledException;

    /// <summary>True where the connection went away, so that nobody knows whether a commit on its way was carried out.</summary>
    public static bool IsLostConnection(Exception error) =>
        error is ServiceUnavailableException or SessionExpiredException or ConnectionReadTimeoutException or IOException or SocketException or ObjectDisposedException
        || error.InnerException is { } inner && IsLostConnection(inner);

    /// <summary>What leaves the store for an error of the driver.</summary>
    public static Exception Translate(Exception error, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return new OperationCanceledException("the call was cancelled.", error, cancellationToken);
        if (error is AggregateException { InnerExceptions: [var only] })
            return Translate(only, cancellationToken);
        if (Code(error) is { } code && OfCode(code, error) is { } known)
            return known;
        return error switch
        {
            global::Neo4j.Driver.AuthenticationException or TokenExpiredException => Unavailable("the database refuses the credentials.", error),
            NotSupportedException or ProtocolException or UnsupportedFeatureException =>
                Unavailable("what answers at the database's address is not a Neo4j server of version 5 or later.", error),
            SecurityException or System.Security.Authentication.AuthenticationException =>
                Unavailable("the connection to the database cannot be secured as its address asks, or the user may not do this.", error),
            ConnectionReadTimeoutException => Unavailable("the database does not answer in time.", error),
            TimeoutException => Unavailable("the database has no connection free.", error),
            _ => Unavailable("the database does not answer.", error),
        };
    }

    /// <summary>A <see cref="ErrorReason.StoreUnavailable"/>.</summary>
    public static GeoGraphException Unavailable(string message, Exception? inner = null) => new(ErrorReason.StoreUnavailable, message, inner: inner);

    /// <summary>The database's code; null where the error came about on this side.</summary>
    public static string? Code(Exception error) => error switch
    {
        Neo4jException { Code: { Length: > 0 } code } => code,
        { InnerException: Neo4jException inner } => Code(inner),
        _ => null,
    };

    private static GeoGraphException? OfCode(string code, Exception error) => code switch
    {
        "Neo.ClientError.Security.Unauthorized" or "Neo.ClientError.Security.AuthenticationRateLimit" or "Neo.ClientError.Security.TokenExpired"
            or "Neo.ClientError.Security.CredentialsExpired" => Unavailable("the database refuses the credentials.", error),
        "Neo.ClientError.Security.Forbidden" => Unavailable("the database does not let this user do that.", error),
        "Neo.ClientError.Database.DatabaseNotFound" => Unavailable("the server has no database of the name given.", error),
        "Neo.ClientError.Transaction.TransactionTimedOut" or "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration" => OverTime(error),
        "Neo.TransientError.Transaction.DeadlockDetected" or "Neo.ClientError.Transaction.LockAcquisitionTimeout" or "Neo.TransientError.Transaction.LockAcquisitionTimeout"
            or "Neo.TransientError.Transaction.LockClientStopped" or "Neo.ClientError.Transaction.LockClientStopped" or "Neo.TransientError.Transaction.Outdated" =>
            new GeoGraphException(ErrorReason.WriteConflict, "another writer holds the store; try again.", inner: error),
        "Neo.TransientError.Transaction.Terminated" or "Neo.ClientError.Transaction.Terminated" => Unavailable("the database ended the transaction.", error),
        "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase" or "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase" =>
            Unavailable("the database takes no writes now.", error),
        _ when IsMemory(code) => new GeoGraphException(ErrorReason.LimitExceeded, "the request needs more memory than the database allows a transaction; ask for less at once, or write in smaller batches.",
            [new("field", "memory")], error),
        _ when IsDisk(code, error) => Unavailable("the database could not write; its disk is full or failing.", error),
        _ => null,
    };

    private static bool IsMemory(string code) => code.StartsWith("Neo.TransientError.General.", StringComparison.Ordinal)
        && code.EndsWith("MemoryError", StringComparison.Ordinal) || code.EndsWith("TransactionMemoryLimit", StringComparison.Ordinal);

    private static bool IsDisk(string code, Exception error)
    {
        if (!code.StartsWith("Neo.DatabaseError.", StringComparison.Ordinal))
            return false;
        return code.Contains("CommitFailed", StringComparison.Ordinal) || code.Contains("TransactionLogError", StringComparison.Ordinal)
            || error.ToString().Contains("No space left", StringComparison.OrdinalIgnoreCase);
    }

    private static GeoGraphException OverTime(Exception error) => new(ErrorReason.LimitExceeded,
        "the request takes longer than the database may work on it; ask for less at once, or raise the store's time limit.", [new("field", "time")], error);
}
