using Neo4j.Driver.Internal.Messages;

namespace GeoGraph.Neo4jDriver.Tests.Connections;

public sealed class ServerErrorTests
{
    [Theory]
    [InlineData("Neo.ClientError.Security.Unauthorized", typeof(AuthenticationException), false)]
    [InlineData("Neo.ClientError.Security.AuthorizationExpired", typeof(AuthorizationException), true)]
    [InlineData("Neo.ClientError.Security.TokenExpired", typeof(TokenExpiredException), false)]
    [InlineData("Neo.ClientError.Security.Forbidden", typeof(ForbiddenException), false)]
    [InlineData("Neo.ClientError.Security.CredentialsExpired", typeof(UnknownSecurityException), false)]
    [InlineData("Neo.ClientError.Database.DatabaseNotFound", typeof(FatalDiscoveryException), false)]
    [InlineData("Neo.ClientError.Transaction.InvalidBookmark", typeof(InvalidBookmarkException), false)]
    [InlineData("Neo.ClientError.Statement.ArgumentError", typeof(StatementArgumentException), false)]
    [InlineData("Neo.ClientError.Statement.TypeError", typeof(TypeException), false)]
    [InlineData("Neo.ClientError.Statement.SyntaxError", typeof(ClientException), false)]
    [InlineData("Neo.ClientError.Schema.ConstraintValidationFailed", typeof(ClientException), false)]
    [InlineData("Neo.ClientError.Request.Invalid", typeof(ProtocolException), false)]
    [InlineData("Neo.ClientError.Request.InvalidFormat", typeof(ProtocolException), false)]
    [InlineData("Neo.ClientError.Cluster.NotALeader", typeof(SessionExpiredException), true)]
    [InlineData("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", typeof(SessionExpiredException), true)]
    [InlineData("Neo.TransientError.Transaction.DeadlockDetected", typeof(TransientException), true)]
    [InlineData("Neo.TransientError.General.DatabaseUnavailable", typeof(TransientException), true)]
    [InlineData("Neo.DatabaseError.General.UnknownError", typeof(DatabaseException), false)]
    public void A_code_has_its_exception(string code, Type type, bool isRetriable)
    {
        foreach (var key in new[] { "code", "neo4j_code" })
        {
            var error = ServerErrors.From(new() { [key] = code, ["message"] = "what happened" });
            Assert.Equal((type, code, "what happened", isRetriable), (error.GetType(), error.Code, error.Message, error.IsRetriable));
        }
    }

    [Theory]
    [InlineData("Neo.TransientError.Transaction.Terminated", "Neo.ClientError.Transaction.Terminated")]
    [InlineData("Neo.TransientError.Transaction.LockClientStopped", "Neo.ClientError.Transaction.LockClientStopped")]
    public void A_transaction_that_somebody_ended_is_not_tried_again_under_its_old_name_either(string old, string current)
    {
        var error = ServerErrors.From(new() { ["code"] = old, ["message"] = "" });
        Assert.Equal((typeof(ClientException), current, false), (error.GetType(), error.Code, error.IsRetriable));
    }

    [Fact]
    public void A_status_and_its_causes_come_along()
    {
        var error = ServerErrors.From(new()
        {
            ["neo4j_code"] = "Neo.ClientError.Statement.SyntaxError",
            ["message"] = "old words",
            ["gql_status"] = "42000",
            ["description"] = "error: syntax error",
            ["diagnostic_record"] = new Dictionary<string, object?> { ["_classification"] = "CLIENT_ERROR" },
            ["cause"] = new Dictionary<string, object?> { ["gql_status"] = "42001", ["message"] = "deeper", ["description"] = "error: invalid syntax" },
        });
        Assert.Equal(("42000", "error: syntax error", "CLIENT_ERROR"), (error.GqlStatus, error.GqlStatusDescription, error.GqlClassification));
        var cause = Assert.IsType<Neo4jException>(error.InnerException);
        Assert.Equal(("42001", "deeper", "UNKNOWN"), (cause.GqlStatus, cause.Message, cause.GqlClassification));
    }
}
