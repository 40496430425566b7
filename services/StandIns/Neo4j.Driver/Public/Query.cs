#nullable disable

using Neo4j.Driver.Internal;

namespace Neo4j.Driver;

/// <summary>A Cypher text and its parameters.</summary>
public class Query
{
    /// <summary>A query without parameters.</summary>
    public Query(string text)
        : this(text, (IDictionary<string, object>)null)
    {
    }

    /// <summary>A query whose parameters are the public properties of an object.</summary>
    public Query(string text, object parameters)
        : this(text, ParameterValues.From(parameters))
    {
    }

    /// <summary>A query with parameters by name.</summary>
    public Query(string text, IDictionary<string, object> parameters)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        Parameters = parameters ?? new Dictionary<string, object>();
    }

    /// <summary>Gets the Cypher text.</summary>
    public string Text { get; }

    /// <summary>Gets the parameters by name.</summary>
    public IDictionary<string, object> Parameters { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
