#nullable disable

namespace Neo4j.Driver;

/// <summary>A place in a query.</summary>
public interface IInputPosition
{
    /// <summary>Gets the character, from 0.</summary>
    int Offset { get; }

    /// <summary>Gets the line, from 1.</summary>
    int Line { get; }

    /// <summary>Gets the column, from 1.</summary>
    int Column { get; }
}
