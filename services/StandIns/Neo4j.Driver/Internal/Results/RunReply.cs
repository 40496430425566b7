using Neo4j.Driver.Internal.Messages;

namespace Neo4j.Driver.Internal.Results;

/// <summary>The answer to RUN: keys and number of the result.</summary>
internal sealed class RunReply(ResultCursor cursor) : Reply
{
    protected override void OnSuccess() => cursor.OnStarted(Metadata);

    protected override void OnFailure(Exception error) => cursor.OnFailed(error);
}
