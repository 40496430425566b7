using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Feed;
using GeoGraph.Hosting.Wire;
using Actors = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>What actors and relations that a scenario puts must keep to, as a write to actors would.</summary>
internal static class ScenarioRowMapping
{
    private static readonly string[] Producers = ["firm", "facility", "state"];

    /// <summary>The kind of an actor, which its id may say alone; null where a violation is noted.</summary>
    public static NodeKind? ReadKind(this RequestFields fields, string field, Actors.Actor wire)
    {
        if (!EntityId.TryParse(wire.Id, out var id))
        {
            fields.Violations.Add(field + ".id", wire.Id, EntityId.Rule);
            return null;
        }
        var kind = Enum.GetValues<NodeKind>().Cast<NodeKind?>().FirstOrDefault(candidate => Word(candidate!.Value) == id.Kind);
        if (kind is null)
            fields.Violations.Add(field + ".id", wire.Id, "the id of an actor that a scenario puts begins with state:, bloc:, person:, firm:, facility:, product: or chokepoint:");
        if (kind is not null && wire.Kind != Actors.ActorKind.Unspecified && KindMapping.ToKind(wire.Kind) != kind)
            fields.Violations.Add(field + ".kind", wire.Kind.ToString(), "the kind is the one that the id says, or unspecified");
        return kind;
    }

    /// <summary>The kind of a relation; null where a violation is noted.</summary>
    public static RelationKind? ReadKind(this RequestFields fields, string field, Actors.Relation wire)
    {
        if (KindMapping.ToKind(wire.Type) is { } kind)
            return kind;
        fields.Violations.Add(field + ".type", wire.Type.ToString(), "a scenario puts relations of a type that exposure questions read: any but HOLDS_OFFICE");
        return null;
    }

    /// <summary>Notes ends, product and group that the kind of relation does not have.</summary>
    public static void CheckEnds(this RequestFields fields, string field, RelationRow row)
    {
        var (from, to) = Ends(row.Kind);
        fields.CheckEnd(field + ".from_id", row.From, from);
        fields.CheckEnd(field + ".to_id", row.To, to);
        var isFlow = row.Kind is RelationKind.Supplies or RelationKind.ExportsTo;
        if (row.Kind == RelationKind.ExportsTo && row.Product is null)
            fields.Violations.Add(field + ".product_id", "", "an export names its product");
        if (row.Kind == RelationKind.Supplies && row.Product is null && row.InputGroup is null)
            fields.Violations.Add(field + ".input_group", "", "a supply names the input group of the buyer, or its product");
        if (isFlow && row.From == row.To && row.From != default)
            fields.Violations.Add(field + ".to_id", row.To.Value, "a flow joins two different actors");
        if (!isFlow && row.Transits.Count > 0)
            fields.Violations.Add(field + ".transits", "", "only a supply or an export passes chokepoints");
        for (var i = 0; i < row.Transits.Count; i++)
            fields.CheckEnd(RequestFields.At(field + ".transits", i) + ".chokepoint_id", row.Transits[i].Chokepoint, ["chokepoint"]);
    }

    /// <summary>Notes stocks without a group, and several of one group.</summary>
    public static void CheckStocks(this RequestFields fields, string field, IReadOnlyList<Actors.Stock> wire)
    {
        var groups = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < wire.Count; i++)
        {
            var at = RequestFields.At(field + ".stocks", i);
            if (wire[i].InputGroup.Length == 0 || !groups.Add(wire[i].InputGroup))
                fields.Violations.Add(at + ".input_group", wire[i].InputGroup, "a stock names its input group, and a group has at most one");
            if (wire[i].Days.Length == 0)
                fields.Violations.Add(at + ".days", "", "a stock lasts a number of days, zero or more");
        }
    }

    private static void CheckEnd(this RequestFields fields, string field, EntityId id, string[] kinds)
    {
        if (id != default && !kinds.Contains(id.Kind))
            fields.Violations.Add(field, id.Value, $"the id is of a {string.Join(", ", kinds)}");
    }

    private static (string[] From, string[] To) Ends(RelationKind kind) => kind switch
    {
        RelationKind.MemberOf => (["state", "firm", "bloc"], ["bloc"]),
        RelationKind.LocatedIn => (["firm", "facility", "chokepoint"], ["state"]),
        RelationKind.Owns => (["firm", "state", "person"], ["firm", "facility"]),
        RelationKind.Produces => (Producers, ["product"]),
        RelationKind.Supplies => (Producers, Producers),
        RelationKind.ExportsTo => (["state"], ["state"]),
        RelationKind.Requires => (["product"], ["product"]),
        _ => (["state"], ["product"]),
    };

    private static string Word(NodeKind kind) => kind.ToString().ToLowerInvariant();
}
