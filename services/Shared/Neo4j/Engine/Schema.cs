using GeoGraph.Neo4j.Format;

namespace GeoGraph.Neo4j.Engine;

/// <summary>
/// The constraints and indexes, as the project's README describes them. Each is created where it is absent, so creating them again, or from two processes at once, does no harm.
/// A store's node is written after all of them, so that a store that is there has them.
/// </summary>
internal static class Schema
{
    /// <summary>Kept on the store's node; a store with a higher one was written by a newer GeoGraph.</summary>
    public const int Version = 1;

    // What refers to a thing is asked for seldom and written often: the index follows writes on its own, and a search waits for it.
    private const string KeywordInBackground =
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'keyword', `fulltext.eventually_consistent`: true}}";

    private const string Keyword = "OPTIONS {indexConfig: {`fulltext.analyzer`: 'keyword'}}";

    /// <summary>What every database needs that holds a store.</summary>
    public static IEnumerable<SchemaItem> ForDatabase() =>
        [Unique(StoreNames.Store, "owner"), Unique(StoreNames.Head, "owner"), Unique(WordClaims.Label, "word")];

    /// <summary>What one store needs.</summary>
    public static IEnumerable<SchemaItem> ForStore(StoreNames names) =>
    [
        Unique(names.Label, "id"),
        Unique(names.Alias, "id"),
        Unique(names.Receipt, "request_id"),
        .. Ranges(names.PastNode, "id", "until"),
        .. Ranges(names.PastRelation, "id", "from_id", "to_id", "until"),
        Range(names.PastRelation, "type", "id"),
        .. Ranges(names.PastAlias, "id", "survivor", "until"),
        .. Ranges(names.Alias, "survivor"),
        .. Ranges(names.Name, "node", "until"),
        .. Ranges(names.Revision, "number"),
        .. Ranges(names.Receipt, "revision"),
        FullText(names.NameIndex, $"(v:{names.Name})", "folded", Keyword),
        FullText(names.NodeReferences, $"(v:{names.Label})", "ref_ids", KeywordInBackground),
        FullText(names.PastNodeReferences, $"(v:{names.PastNode})", "ref_ids", KeywordInBackground),
        FullText(names.PastRelationReferences, $"(v:{names.PastRelation})", "ref_ids", KeywordInBackground),
    ];

    /// <summary>What a label of nodes needs. <see cref="Core.Graph.GraphRules"/> let the label through, so it is a word.</summary>
    public static IEnumerable<SchemaItem> ForLabel(string label) => [Unique(label, "id")];

    /// <summary>What a type of relations needs.</summary>
    public static IEnumerable<SchemaItem> ForType(StoreNames names, string type) =>
    [
        Constraint($"{type}_relation_id", $"FOR ()-[v:`{type}`]-() REQUIRE v.id IS UNIQUE"),
        FullText(names.RelationReferences(type), $"()-[v:`{type}`]-()", "ref_ids", KeywordInBackground),
    ];

    private static SchemaItem Unique(string label, string property) => Constraint($"{label}_{property}", $"FOR (v:`{label}`) REQUIRE v.{property} IS UNIQUE");

    private static SchemaItem Constraint(string name, string what) => new(name, $"CREATE CONSTRAINT `{name}` IF NOT EXISTS {what}");

    private static IEnumerable<SchemaItem> Ranges(string label, params string[] properties) => properties.Select(property => Range(label, property));

    // One index over several properties together.
    private static SchemaItem Range(string label, params string[] properties)
    {
        var name = $"{label}_{string.Join('_', properties)}";
        return new(name, $"CREATE INDEX `{name}` IF NOT EXISTS FOR (v:`{label}`) ON ({string.Join(", ", properties.Select(static property => "v." + property))})");
    }

    private static SchemaItem FullText(string name, string pattern, string property, string options) =>
        new(name, $"CREATE FULLTEXT INDEX `{name}` IF NOT EXISTS FOR {pattern} ON EACH [v.{property}] {options}");
}

/// <summary>One constraint or index.</summary>
/// <param name="Name">What it is called; a constraint's index is called alike.</param>
/// <param name="Statement">What creates it where it is absent.</param>
internal readonly record struct SchemaItem(string Name, string Statement);
