namespace Neo4j.Driver.Internal.Sessions;

/// <summary>The connection broke while a commit was under way: nobody here knows whether it took place, so it is not tried again.</summary>
internal sealed class CommitUnknownException(string message, Exception inner) : ServiceUnavailableException(message, inner)
{
    public override bool IsRetriable => false;
}
