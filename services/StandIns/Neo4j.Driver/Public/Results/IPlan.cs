#nullable disable

namespace Neo4j.Driver;

/// <summary>A step of how a query runs.</summary>
public interface IPlan
{
    /// <summary>Gets the operator.</summary>
    string OperatorType { get; }

    /// <summary>Gets what the operator works with.</summary>
    IDictionary<string, object> Arguments { get; }

    /// <summary>Gets the variables that it knows.</summary>
    IList<string> Identifiers { get; }

    /// <summary>Gets the steps that it takes from.</summary>
    IList<IPlan> Children { get; }
}
