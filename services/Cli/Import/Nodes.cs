namespace GeoGraph.Cli.Import;

/// <summary>A part of a YAML document that remembers where it stands.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Size">How many nodes it holds, itself and what aliases repeat included.</param>
internal abstract record Node(Place Place, long Size)
{
    /// <summary>The node as a person would name it in a message.</summary>
    public abstract string Shape { get; }

    /// <summary>The text of a scalar; empty for the others.</summary>
    public virtual string Written => "";
}

/// <summary>A scalar, with its text as written.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Text">The text, without quotes.</param>
/// <param name="Plain">True where it stands without quotes.</param>
internal sealed record ScalarNode(Place Place, string Text, bool Plain) : Node(Place, 1)
{
    /// <inheritdoc/>
    public override string Shape => IsNull ? "nothing" : "a single value";

    /// <inheritdoc/>
    public override string Written => Text;

    /// <summary>True for an empty value, <c>~</c> and <c>null</c> without quotes.</summary>
    public bool IsNull => Plain && (Text is "" or "~" or "null");
}

/// <summary>A list.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Size">How many nodes it holds.</param>
/// <param name="Items">Its items in order.</param>
internal sealed record ListNode(Place Place, long Size, IReadOnlyList<Node> Items) : Node(Place, Size)
{
    /// <inheritdoc/>
    public override string Shape => "a list";
}

/// <summary>A mapping, with duplicate keys kept so that they can be reported.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Size">How many nodes it holds.</param>
/// <param name="Entries">Keys and values in the order written.</param>
internal sealed record MapNode(Place Place, long Size, IReadOnlyList<KeyValuePair<ScalarNode, Node>> Entries) : Node(Place, Size)
{
    /// <inheritdoc/>
    public override string Shape => "a mapping";
}
