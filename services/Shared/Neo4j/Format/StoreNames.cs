namespace GeoGraph.Neo4j.Format;

/// <summary>
/// What one store's labels and indexes are called, each of which begins with the store's own label. Several stores share a database,
/// each of one owner: <c>actors</c> has the label <c>Actors</c> on its nodes, and <c>ActorsAlias</c>, <c>ActorsName</c> … beside them.
/// </summary>
internal sealed class StoreNames
{
    /// <summary>The label of the node that holds a store's state; one a store, told apart by <c>owner</c>.</summary>
    public const string Store = "GeoGraphStore";

    /// <summary>The label of the node that readers look at; one a store, told apart by <c>owner</c>.</summary>
    public const string Head = "GeoGraphHead";

    /// <param name="owner">The owner: a lower-case letter and then at least one of lower-case letters and digits.</param>
    public StoreNames(string owner)
    {
        if (owner.Length < 2 || !char.IsAsciiLetterLower(owner[0]) || !char.IsAsciiLetterLower(owner[1]) || !owner.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)))
            throw new ArgumentException($"'{owner}' is not an owner: lower-case letters and digits, starting with two letters.", nameof(owner));
        Owner = owner;
        Label = char.ToUpperInvariant(owner[0]) + owner[1..];
    }

    /// <summary>The owner, as <c>actors</c>.</summary>
    public string Owner { get; }

    /// <summary>The label of each current node of the store, as <c>Actors</c>; it holds lower-case letters, which no node's own label does.</summary>
    public string Label { get; }

    /// <summary>Former versions of nodes.</summary>
    public string PastNode => Label + "PastNode";

    /// <summary>Former versions of relations.</summary>
    public string PastRelation => Label + "PastRelation";

    /// <summary>Former ids.</summary>
    public string Alias => Label + "Alias";

    /// <summary>Former versions of former ids.</summary>
    public string PastAlias => Label + "PastAlias";

    /// <summary>Names and ids to search, current and past.</summary>
    public string Name => Label + "Name";

    /// <summary>What each revision changed.</summary>
    public string Revision => Label + "Revision";

    /// <summary>What batches with a request id did.</summary>
    public string Receipt => Label + "Receipt";

    /// <summary>Full-text index (analyzer keyword) over <c>folded</c> of <see cref="Name"/>.</summary>
    public string NameIndex => Label + "NameFolded";

    /// <summary>Full-text index (analyzer keyword) over <c>ref_ids</c> of current nodes.</summary>
    public string NodeReferences => Label + "References";

    /// <summary>Full-text index (analyzer keyword) over <c>ref_ids</c> of <see cref="PastNode"/>.</summary>
    public string PastNodeReferences => PastNode + "References";

    /// <summary>Full-text index (analyzer keyword) over <c>ref_ids</c> of <see cref="PastRelation"/>.</summary>
    public string PastRelationReferences => PastRelation + "References";

    /// <summary>Full-text index (analyzer keyword) over <c>ref_ids</c> of current relations of one type.</summary>
    public string RelationReferences(string type) => Label + "References_" + type;
}
