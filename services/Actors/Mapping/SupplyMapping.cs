using GeoGraph.Actors.Storage;
using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Core.Graph.Supply;
using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Actors.Mapping;

/// <summary>Questions about supply, and their answers as the contract writes them.</summary>
internal static class SupplyMapping
{
    private const int DefaultTiers = 8;
    private const int MaxIds = 1000;
    private static readonly string Supplies = ActorView.GraphTypeOf(RelationType.Supplies);
    private static readonly string ExportsTo = ActorView.GraphTypeOf(RelationType.ExportsTo);

    // Who owns all that is met, at any remove; then where it lies, and which blocs it and its states belong to.
    private static readonly FurtherWalk[] Surroundings =
    [
        new(Direction.Backward, [ActorView.GraphTypeOf(RelationType.Owns)], GraphLimits.MaxDepth),
        new(Direction.Forward, [ActorView.GraphTypeOf(RelationType.LocatedIn), ActorView.GraphTypeOf(RelationType.MemberOf)], 2),
    ];

    public static SupplyReachQuery ReadReach(this RequestFields fields, Wire.ListUpstreamRequest request) => new()
    {
        Of = Supplied(fields, "of_id", fields.Id("of_id", request.OfId)),
        Types = [Supplies],
        FirstTypes = [ExportsTo],
        MaxTiers = fields.Limit("max_tiers", request.MaxTiers, DefaultTiers, GraphLimits.MaxDepth),
        Limit = fields.Limit("limit", request.Limit, GraphLimits.DefaultPageSize, GraphLimits.MaxPageSize),
        AsOf = fields.Date("as_of", request.AsOf),
    };

    public static SharedSupplyQuery ReadShared(this RequestFields fields, Wire.ListSharedSuppliersRequest request)
    {
        RequestFields.AtMost("of_ids", request.OfIds.Count, SharedSupplyQuery.MaxOf);
        var of = fields.Ids("of_ids", request.OfIds);
        for (var i = 0; i < of.Count; i++)
            Supplied(fields, RequestFields.At("of_ids", i), of[i]);
        if (request.OfIds.Distinct().Count() < Math.Max(2, request.OfIds.Count))
            fields.Violations.Add("of_ids", string.Join(", ", request.OfIds), "suppliers are shared by at least two actors, each named once");
        return new SharedSupplyQuery
        {
            Of = of,
            Types = [Supplies],
            FirstTypes = [ExportsTo],
            MaxTiers = fields.Limit("max_tiers", request.MaxTiers, DefaultTiers, GraphLimits.MaxDepth),
            Limit = fields.Limit("limit", request.Limit, GraphLimits.DefaultPageSize, GraphLimits.MaxPageSize),
            AsOf = fields.Date("as_of", request.AsOf),
        };
    }

    public static SupplyPartQuery ReadPart(this RequestFields fields, Wire.GetSupplyGraphRequest request)
    {
        RequestFields.AtMost("of_ids", request.OfIds.Count, MaxIds);
        RequestFields.AtMost("named_ids", request.NamedIds.Count, MaxIds);
        return new SupplyPartQuery
        {
            Of = fields.Ids("of_ids", request.OfIds),
            Named = fields.Ids("named_ids", request.NamedIds),
            Types = [Supplies, ExportsTo],
            MaxDepth = fields.Limit("max_depth", request.MaxDepth, DefaultTiers, GraphLimits.MaxDepth),
            MaxNodes = fields.Limit("max_actors", request.MaxActors, 10_000, GraphLimits.MaxNeighbourhoodNodes),
            Further = Surroundings,
            Roles = RelationEdges.FlowRoles,
        };
    }

    public static Wire.ListUpstreamResponse ToWire(SupplyReach reach, Revision revision)
    {
        var wire = new Wire.ListUpstreamResponse
        {
            OfId = reach.Of.Value,
            Total = reach.Total,
            Completeness = CompletenessMapping.ToWire(reach.Total + 1, reach.DepthReached, reach.IsCut),
            RevisionToken = ActorsMapping.Token(revision),
        };
        wire.Tiers.Add(reach.Tiers.Select(tier =>
        {
            var told = new Wire.UpstreamTier { Tier = tier.Tier, Actors = tier.Count };
            told.ActorIds.Add(tier.Nodes.Select(id => id.Value));
            return told;
        }));
        return wire;
    }

    public static Wire.ListSharedSuppliersResponse ToWire(SharedSupply shared, Revision revision)
    {
        var wire = new Wire.ListSharedSuppliersResponse
        {
            Total = shared.Total,
            Completeness = CompletenessMapping.ToWire(shared.Total, shared.DepthReached, shared.Nodes.Count < shared.Total),
            RevisionToken = ActorsMapping.Token(revision),
        };
        wire.OfIds.Add(shared.Of.Select(id => id.Value));
        wire.Suppliers.Add(shared.Nodes.Select(node =>
        {
            var told = new Wire.SharedSupplier { ActorId = node.Id.Value };
            told.Tiers.Add(node.Tiers);
            return told;
        }));
        return wire;
    }

    public static Wire.GetSupplyGraphResponse ToWire(SupplyPart part, Revision revision)
    {
        var wire = new Wire.GetSupplyGraphResponse
        {
            Completeness = CompletenessMapping.ToWire(part.Walk.Count, part.DepthReached, part.NodesCut),
            RevisionToken = ActorsMapping.Token(revision),
        };
        wire.Completeness.ExploredRelations = part.Relations.Count;
        wire.Actors.Add(part.Walk.Select(met => new Wire.ActorAtDepth { Actor = ActorsMapping.ToWire(ActorNodes.ToActor(met.Node)), Depth = met.Depth }));
        wire.FurtherActors.Add(part.Nodes.Select(node => ActorsMapping.ToWire(ActorNodes.ToActor(node))));
        wire.Relations.Add(part.Relations.Select(edge => ActorsMapping.ToWire(RelationEdges.ToRelation(edge))));
        wire.FormerIds.Add(part.Asked.Where(entry => entry.Key != entry.Value.Id).OrderBy(entry => entry.Key)
            .Select(entry => new Wire.Alias { AliasId = entry.Key.Value, SurvivorId = entry.Value.Id.Value }));
        return wire;
    }

    private static EntityId Supplied(RequestFields fields, string field, EntityId id)
    {
        if (id != default && !ActorKinds.AreSupplied.Contains(ActorKinds.Of(id)))
            fields.Violations.Add(field, id.Value, $"who is supplied is {ActorKinds.Words(ActorKinds.AreSupplied)}");
        return id;
    }
}
