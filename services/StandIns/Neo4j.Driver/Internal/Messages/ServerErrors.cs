namespace Neo4j.Driver.Internal.Messages;

/// <summary>Makes exceptions of what the server says in a failure.</summary>
internal static class ServerErrors
{
    /// <summary>The exception with its code and, from Bolt 5.7 on, its GQL status and causes.</summary>
    public static Neo4jException From(Dictionary<string, object?> failure)
    {
        var code = Renamed(failure.Text("neo4j_code") ?? failure.Text("code"));
        var message = failure.Text("message") ?? "The server did not say what failed.";
        var cause = failure.Map("cause") is { } inner ? Cause(inner) : null;
        return WithStatus(Typed(code, message, cause), failure, code);
    }

    // Servers of Bolt 5 use these names; some that speak it through a proxy still use the old ones.
    private static string? Renamed(string? code) => code switch
    {
        "Neo.TransientError.Transaction.Terminated" => "Neo.ClientError.Transaction.Terminated",
        "Neo.TransientError.Transaction.LockClientStopped" => "Neo.ClientError.Transaction.LockClientStopped",
        _ => code,
    };

    private static Neo4jException Cause(Dictionary<string, object?> failure)
    {
        var deeper = failure.Map("cause") is { } inner ? Cause(inner) : null;
        return WithStatus(new Neo4jException(null, failure.Text("message"), deeper), failure, null);
    }

    private static Neo4jException Typed(string? code, string message, Exception? cause) => code switch
    {
        null => new DatabaseException(null, message, cause),
        "Neo.ClientError.Security.Unauthorized" => new AuthenticationException(message, cause),
        "Neo.ClientError.Security.AuthorizationExpired" => new AuthorizationException(message, cause),
        "Neo.ClientError.Security.TokenExpired" => new TokenExpiredException(message, cause),
        "Neo.ClientError.Security.Forbidden" => new ForbiddenException(message, cause),
        "Neo.ClientError.Database.DatabaseNotFound" => new FatalDiscoveryException(message, cause),
        "Neo.ClientError.Transaction.InvalidBookmark" => new InvalidBookmarkException(message, cause),
        "Neo.ClientError.Transaction.InvalidBookmarkMixture" => new InvalidBookmarkMixtureException(message, cause),
        "Neo.ClientError.Statement.ArgumentError" => new StatementArgumentException(message, cause),
        "Neo.ClientError.Statement.TypeError" => new TypeException(message, cause),
        "Neo.ClientError.Cluster.NotALeader" or "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase" =>
            new SessionExpiredException(message, cause),
        _ when code.StartsWith("Neo.ClientError.Security.", StringComparison.Ordinal) => new UnknownSecurityException(message, cause),
        _ when code.StartsWith("Neo.ClientError.Request.Invalid", StringComparison.Ordinal) => new ProtocolException(code, message, cause),
        _ when code.StartsWith("Neo.ClientError.", StringComparison.Ordinal) => new ClientException(code, message, cause),
        _ when code.StartsWith("Neo.TransientError.", StringComparison.Ordinal) => new TransientException(code, message, cause),
        _ => new DatabaseException(code, message, cause),
    };

    private static Neo4jException WithStatus(Neo4jException error, Dictionary<string, object?> failure, string? code)
    {
        var diagnostics = failure.Map("diagnostic_record");
        error.Code = code;
        error.GqlStatus = failure.Text("gql_status");
        error.GqlStatusDescription = failure.Text("description");
        error.GqlDiagnosticRecord = diagnostics;
        error.GqlRawClassification = diagnostics?.Text("_classification");
        error.GqlClassification = error.GqlRawClassification is "CLIENT_ERROR" or "DATABASE_ERROR" or "TRANSIENT_ERROR"
            ? error.GqlRawClassification
            : error.GqlStatus is null ? null : "UNKNOWN";
        return error;
    }
}
