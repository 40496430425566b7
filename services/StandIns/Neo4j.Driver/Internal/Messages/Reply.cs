using Neo4j.Driver.Internal.PackStream;

namespace Neo4j.Driver.Internal.Messages;

/// <summary>
/// What the server answers to one message: records as far as the message asks for them, and then success or failure.
/// </summary>
internal class Reply : IAwaiting
{
    private volatile bool _reached;

    /// <inheritdoc/>
    public bool Reached => _reached;

    /// <inheritdoc/>
    public virtual bool WantsMore => false;

    /// <summary>Gets what a success says.</summary>
    public Dictionary<string, object?> Metadata { get; private set; } = [];

    /// <summary>Gets why it did not succeed; null before the end and after a success.</summary>
    public Exception? Error { get; private set; }

    /// <summary>Gets or sets what is said in place of the server's error once somebody has stopped the message.</summary>
    public Exception? Interruption { get; set; }

    /// <summary>Takes a record.</summary>
    public virtual void Record(ref PackStreamReader reader) =>
        throw new ProtocolException("The server sent a record where none was asked for.");

    public void Succeed(Dictionary<string, object?> metadata)
    {
        Metadata = metadata;
        OnSuccess();
        _reached = true;
    }

    public void Fail(Exception error)
    {
        Error = Interruption ?? error;
        OnFailure(Error);
        _reached = true;
    }

    public void ThrowIfFailed()
    {
        if (Error is not null) throw Error;
    }

    protected virtual void OnSuccess()
    {
    }

    protected virtual void OnFailure(Exception error)
    {
    }
}
