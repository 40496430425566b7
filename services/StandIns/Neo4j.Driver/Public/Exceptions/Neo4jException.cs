#nullable disable

namespace Neo4j.Driver;

/// <summary>An error of the driver or of the server.</summary>
public class Neo4jException : Exception
{
    /// <summary>An error without a text.</summary>
    public Neo4jException()
    {
    }

    /// <summary>An error with a text.</summary>
    public Neo4jException(string message)
        : this(null, message, null)
    {
    }

    /// <summary>An error with a code of the server and a text.</summary>
    public Neo4jException(string code, string message)
        : this(code, message, null)
    {
    }

    /// <summary>An error with a text and what led to it.</summary>
    public Neo4jException(string message, Exception innerException)
        : this(null, message, innerException)
    {
    }

    /// <summary>An error with a code of the server, a text and what led to it.</summary>
    public Neo4jException(string code, string message, Exception innerException)
        : base(message, innerException)
    {
        Code = code;
    }

    /// <summary>Gets whether the same transaction may do better when tried again.</summary>
    public virtual bool IsRetriable => false;

    /// <summary>Gets or sets the code of the server, such as Neo.ClientError.Statement.SyntaxError; null for errors of the driver.</summary>
    public string Code { get; set; }

    /// <summary>Gets the five characters of the GQL status; null before Bolt 5.7.</summary>
    public string GqlStatus { get; internal set; }

    /// <summary>Gets the text of the GQL status; null before Bolt 5.7.</summary>
    public string GqlStatusDescription { get; internal set; }

    /// <summary>Gets whose fault it is in terms of GQL; null where the server does not say.</summary>
    public string GqlClassification { get; internal set; }

    /// <summary>Gets whose fault it is as the server names it; null where it does not say.</summary>
    public string GqlRawClassification { get; internal set; }

    /// <summary>Gets further facts; null before Bolt 5.7.</summary>
    public Dictionary<string, object> GqlDiagnosticRecord { get; internal set; }
}
