namespace Neo4j.Driver.Internal.Messages;

/// <summary>The answer to a RESET: up to it the server drops what it was sent.</summary>
internal sealed class ResetReply : Reply;
