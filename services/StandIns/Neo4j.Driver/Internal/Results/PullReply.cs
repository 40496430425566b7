using Neo4j.Driver.Internal.Messages;
using Neo4j.Driver.Internal.PackStream;

namespace Neo4j.Driver.Internal.Results;

/// <summary>The answer to PULL or DISCARD: records, and whether there are more.</summary>
internal sealed class PullReply(ResultCursor cursor) : Reply
{
    private bool _dropped;

    // What a stopped query still sends is dropped: somebody else may be reading what lies in memory.
    public override void Record(ref PackStreamReader reader)
    {
        if (Interruption is null) cursor.OnRecord(ref reader);
        else _dropped = true;
    }

    protected override void OnSuccess()
    {
        if (_dropped) cursor.OnFailed(Interruption!);
        else cursor.OnBatchEnded(Metadata);
    }

    protected override void OnFailure(Exception error) => cursor.OnFailed(error);
}
