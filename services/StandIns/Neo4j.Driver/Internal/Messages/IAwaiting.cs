namespace Neo4j.Driver.Internal.Messages;

/// <summary>Somebody who waits for messages of the server.</summary>
internal interface IAwaiting
{
    /// <summary>Gets whether what is waited for has come.</summary>
    bool Reached { get; }

    /// <summary>Gets whether more messages are welcome, if they are there already.</summary>
    bool WantsMore { get; }
}
