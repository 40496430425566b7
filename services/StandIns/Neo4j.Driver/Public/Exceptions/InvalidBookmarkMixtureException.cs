#nullable disable

namespace Neo4j.Driver;

/// <summary>Bookmarks of several databases are mixed.</summary>
public class InvalidBookmarkMixtureException : ClientException
{
    /// <summary>An error with a text.</summary>
    public InvalidBookmarkMixtureException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a text and what led to it.</summary>
    internal InvalidBookmarkMixtureException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
