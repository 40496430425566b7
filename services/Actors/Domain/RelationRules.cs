using GeoGraph.Core;

namespace GeoGraph.Actors;

/// <summary>What a relation must keep to beyond the form of each field.</summary>
internal static class RelationRules
{
    /// <summary>Notes every rule that a relation breaks.</summary>
    /// <param name="relation">The relation.</param>
    /// <param name="field">Path of the relation in the request.</param>
    /// <param name="violations">Collects the violations.</param>
    public static void Check(Relation relation, string field, Violations violations)
    {
        if (RelationShape.Of(relation.Type) is not { } shape)
        {
            violations.Add(field + ".type", relation.Type.ToString(), "a relation has one of the contract's types");
            return;
        }
        if (relation.Id != default && relation.Id.Kind != shape.IdKind)
            violations.Add(field + ".id", relation.Id.Value, $"the id of {shape.GraphType} begins with {shape.IdKind}:");
        CheckEnd(relation.From, shape.From, $"{shape.GraphType} starts from", field + ".from_id", violations);
        CheckEnd(relation.To, shape.To, $"{shape.GraphType} ends on", field + ".to_id", violations);
        if (relation.From != default && relation.From == relation.To && relation.Type != RelationType.Supplies)
            violations.Add(field + ".to_id", relation.To.Value, $"{shape.GraphType} joins two different actors");
        CheckFlow(relation, shape, field, violations);
        CheckOnly(relation, field, violations);
        CheckTransits(relation, field, violations);
        CheckObligations(relation, field, violations);
        for (var i = 0; i < relation.ControlledTowardsIds.Count; i++)
            CheckEnd(relation.ControlledTowardsIds[i], [ActorKind.State, ActorKind.Bloc], "a control is aimed at", $"{field}.controlled_towards_ids[{i}]", violations);
    }

    private static void CheckEnd(EntityId id, IReadOnlyList<ActorKind> allowed, string what, string field, Violations violations)
    {
        if (id != default && !allowed.Contains(ActorKinds.Of(id)))
            violations.Add(field, id.Value, $"{what} {ActorKinds.Words(allowed)}");
    }

    private static void CheckFlow(Relation relation, RelationShape shape, string field, Violations violations)
    {
        if (relation.ProductId is { } product)
        {
            CheckEnd(product, [ActorKind.Product], "a flow is of", field + ".product_id", violations);
            if (!shape.IsFlow)
                violations.Add(field + ".product_id", product.Value, "only SUPPLIES and EXPORTS_TO have a product");
        }
        else if (shape.IsFlow)
        {
            violations.Add(field + ".product_id", "", $"{shape.GraphType} names its product");
        }
        if (relation.Type == RelationType.Supplies && relation.InputGroup.Length == 0)
            violations.Add(field + ".input_group", "", "SUPPLIES names the input group of the buyer");
    }

    private static void CheckOnly(Relation relation, string field, Violations violations)
    {
        Only(relation.InputGroup.Length > 0, ".input_group", relation.InputGroup, RelationType.Supplies);
        Only(relation.Inessential, ".inessential", "true", RelationType.Supplies, RelationType.Requires);
        Only(relation.Transits.Count > 0, ".transits", "", RelationType.Supplies, RelationType.ExportsTo);
        Only(relation.Obligations.Count > 0, ".obligations", "", RelationType.MemberOf);
        Only(relation.RequirementPerUnit is not null, ".requirement_per_unit", relation.RequirementPerUnit?.ToString(null, null), RelationType.Requires);
        Only(relation.CapacityUsdPerYear is not null, ".capacity_usd_per_year", relation.CapacityUsdPerYear?.ToString(null, null),
            RelationType.Supplies, RelationType.ExportsTo, RelationType.Produces);
        Only(relation.Threshold.Length > 0, ".threshold", relation.Threshold, RelationType.Controls);
        Only(relation.ControlledTowardsIds.Count > 0, ".controlled_towards_ids", "", RelationType.Controls);
        Only(relation.Title.Length > 0, ".title", relation.Title, RelationType.HoldsOffice);

        void Only(bool present, string name, string? value, params RelationType[] types)
        {
            if (present && !types.Contains(relation.Type))
                violations.Add(field + name, value, $"only {string.Join(", ", types.Select(type => RelationShape.Of(type)!.GraphType))} has it");
        }
    }

    private static void CheckTransits(Relation relation, string field, Violations violations)
    {
        var passed = new HashSet<EntityId>();
        for (var i = 0; i < relation.Transits.Count; i++)
        {
            var (transit, at) = (relation.Transits[i], $"{field}.transits[{i}]");
            CheckEnd(transit.ChokepointId, [ActorKind.Chokepoint], "a transit passes", at + ".chokepoint_id", violations);
            if (transit.ChokepointId != default && !passed.Add(transit.ChokepointId))
                violations.Add(at + ".chokepoint_id", transit.ChokepointId.Value, "a flow names a chokepoint once");
            if (transit.Inferred && transit.Inference.Length == 0)
                violations.Add(at + ".inference", "", "an inferred share says how it was taken");
            if (!transit.Inferred && transit.Inference.Length > 0)
                violations.Add(at + ".inference", transit.Inference, "an inference is given only where inferred is true");
        }
    }

    private static void CheckObligations(Relation relation, string field, Violations violations)
    {
        var seen = new HashSet<Obligation>();
        for (var i = 0; i < relation.Obligations.Count; i++)
        {
            var obligation = relation.Obligations[i];
            if (obligation == Obligation.Unspecified || !Enum.IsDefined(obligation))
                violations.Add($"{field}.obligations[{i}]", obligation.ToString(), "an obligation is defence, consultation or non-aggression");
            else if (!seen.Add(obligation))
                violations.Add($"{field}.obligations[{i}]", obligation.ToString(), "a membership names an obligation once");
        }
    }
}
