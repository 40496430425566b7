using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Actors.Mapping;

/// <summary>Reads relations and filters on them, noting every rule that they break.</summary>
internal static class RelationFieldsMapping
{
    public static Relation ReadRelation(this RequestFields fields, string field, Wire.Relation wire)
    {
        var relation = new Relation
        {
            Id = fields.Id(field + ".id", wire.Id),
            Type = (RelationType)wire.Type,
            From = fields.Id(field + ".from_id", wire.FromId),
            To = fields.Id(field + ".to_id", wire.ToId),
            Valid = fields.Period(field + ".valid", wire.Valid),
            Evidence = fields.ReadEvidence(field + ".evidence", wire.Evidence),
            Share = fields.Share(field + ".share", wire.Share),
            ValueUsdPerYear = fields.NotNegative(field + ".value_usd_per_year", wire.ValueUsdPerYear),
            ProductId = fields.OptionalId(field + ".product_id", wire.ProductId),
            InputGroup = wire.InputGroup,
            Inessential = wire.Inessential,
            Transits = [.. wire.Transits.Select((transit, i) => ReadTransit(fields, RequestFields.At(field + ".transits", i), transit))],
            Obligations = [.. wire.Obligations.Select(obligation => (Obligation)obligation)],
            RequirementPerUnit = fields.NotNegative(field + ".requirement_per_unit", wire.RequirementPerUnit),
            CapacityUsdPerYear = fields.NotNegative(field + ".capacity_usd_per_year", wire.CapacityUsdPerYear),
            Threshold = wire.Threshold,
            ControlledTowardsIds = fields.Ids(field + ".controlled_towards_ids", wire.ControlledTowardsIds),
            Title = wire.Title,
            AnnouncedOn = fields.Date(field + ".announced_on", wire.AnnouncedOn),
        };
        RelationRules.Check(relation, field, fields.Violations);
        return relation;
    }

    public static RelationFilter ReadFilter(this RequestFields fields, Wire.ListRelationsRequest request) => new()
    {
        Types = fields.ReadTypes("types", request.Types_),
        From = fields.IdSet("from_ids", request.FromIds),
        To = fields.IdSet("to_ids", request.ToIds),
        Touching = fields.IdSet("touching_ids", request.TouchingIds),
        RefersTo = fields.IdSet("refers_to_ids", request.RefersToIds),
        Ids = fields.IdSet("ids", request.Ids),
        AsOf = fields.Date("as_of", request.AsOf),
    };

    public static IReadOnlyList<RelationType> ReadTypes(this RequestFields fields, string field, IReadOnlyList<Wire.RelationType> wire)
    {
        for (var i = 0; i < wire.Count; i++)
        {
            if (RelationShape.Of((RelationType)wire[i]) is null)
                fields.Violations.Add(RequestFields.At(field, i), wire[i].ToString(), "a relation type is one of the contract's");
        }
        return [.. wire.Select(type => (RelationType)type)];
    }

    public static IReadOnlyList<ActorKind> ReadKinds(this RequestFields fields, string field, IReadOnlyList<Wire.ActorKind> wire)
    {
        for (var i = 0; i < wire.Count; i++)
        {
            if (wire[i] == Wire.ActorKind.Unspecified || !Enum.IsDefined(wire[i]))
                fields.Violations.Add(RequestFields.At(field, i), wire[i].ToString(), "an actor kind is one of the contract's");
        }
        return [.. wire.Select(kind => (ActorKind)kind)];
    }

    private static Transit ReadTransit(RequestFields fields, string field, Wire.Transit wire)
    {
        if (wire.Share.Length == 0)
            fields.Violations.Add(field + ".share", "", "a transit says which share of the flow passes");
        return new Transit
        {
            ChokepointId = fields.Id(field + ".chokepoint_id", wire.ChokepointId),
            Share = fields.Share(field + ".share", wire.Share) ?? 0m,
            Inferred = wire.Inferred,
            Inference = wire.Inference,
        };
    }
}
