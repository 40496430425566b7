#nullable disable

namespace Neo4j.Driver;

/// <summary>A whole result.</summary>
public sealed class EagerResult<T>
{
    internal EagerResult(T result, IResultSummary summary, string[] keys)
    {
        Result = result;
        Summary = summary;
        Keys = keys;
    }

    /// <summary>Gets the records, or what was made of them.</summary>
    public T Result { get; init; }

    /// <summary>Gets what the server says of the query.</summary>
    public IResultSummary Summary { get; init; }

    /// <summary>Gets the keys of the records.</summary>
    public string[] Keys { get; init; }

    /// <summary>Takes result, summary and keys apart.</summary>
    public void Deconstruct(out T result, out IResultSummary summary, out string[] keys)
    {
        result = Result;
        summary = Summary;
        keys = Keys;
    }
}
