using GeoGraph.Core;
using GeoGraph.Neo4j.Format;

namespace GeoGraph.Neo4j.Reading;

/// <summary>Pieces of statements that several reads share. Only labels and types of a catalogue stand in them, which are words; all else is a parameter.</summary>
internal static class Cypher
{
    /// <summary>
    /// The condition that <paramref name="variable"/> holds on <c>$date</c>. A missing bound compares as null, which stands for true here; written with OR, the planner
    /// may read an index once for each side and lose its order.
    /// </summary>
    public static string HoldsOn(string variable) => $"coalesce({variable}.valid_from <= $date, true) AND coalesce({variable}.valid_to > $date, true)";

    /// <summary>
    /// True where the database compares every id with <paramref name="after"/> as <see cref="EntityId"/> does. What it has stored it orders by code point, and so does an index; a
    /// parameter it compares by UTF-16, which differs where a character beyond U+FFFF meets one from U+E000 on.
    /// </summary>
    public static bool ComparesAlike(EntityId? after) => after is not { } id || id.Value.All(static character => character < '\uD800');

    /// <summary>The hint that <c>v</c> of a label or type is sought in its index, which takes <c>$after</c> by code point.</summary>
    public static string Seek(string label, string properties = "id") => $"USING INDEX SEEK v:`{label}`({properties})";

    /// <summary>Conditions with AND before each.</summary>
    public static string And(IEnumerable<string> conditions) => string.Concat(conditions.Select(static condition => " AND " + condition));

    /// <summary>Types as a relationship pattern takes them, as <c>:`OWNS`|`SUPPLIES`</c>.</summary>
    public static string OfTypes(IEnumerable<string> types) => ":" + string.Join('|', types.Select(static type => $"`{type}`"));

    /// <summary>Texts of ids, for a parameter.</summary>
    public static List<string> Texts(IEnumerable<EntityId> ids) => [.. ids.Select(static id => id.Value)];

    /// <summary>The columns of a version of a node that <c>v</c> holds, with its label or labels in <c>label</c>.</summary>
    public static readonly string NodeColumns = NodeFormat.Columns("v", "label");

    /// <summary>What an arm returns of a current relation <c>v</c>.</summary>
    public const string CurrentRelation = "v, type(v) AS type, startNode(v).id AS from_id, endNode(v).id AS to_id";

    /// <summary>What an arm returns of a past version <c>v</c> of a relation.</summary>
    public const string PastRelation = "v, v.type AS type, v.from_id AS from_id, v.to_id AS to_id";

    /// <summary>The columns of what <see cref="CurrentRelation"/> and <see cref="PastRelation"/> return.</summary>
    public static readonly string RelationColumns = RelationFormat.Columns("v", "type", "from_id", "to_id");
}
