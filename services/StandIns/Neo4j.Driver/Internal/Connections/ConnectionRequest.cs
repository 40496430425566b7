namespace Neo4j.Driver.Internal.Connections;

/// <summary>What a connection is wanted for.</summary>
/// <param name="Mode">Whether it is to write.</param>
/// <param name="Database">The database; null for the user's own.</param>
/// <param name="ImpersonatedUser">On whose behalf; null for the one who signs in.</param>
/// <param name="Bookmarks">What the server has to have seen.</param>
/// <param name="Auth">Credentials; null for the driver's.</param>
internal sealed record ConnectionRequest(
    AccessMode Mode, string? Database, string? ImpersonatedUser, BookmarkSet Bookmarks, AuthToken? Auth);
