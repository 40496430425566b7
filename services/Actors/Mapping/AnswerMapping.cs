using GeoGraph.Actors.Storage;
using GeoGraph.Core;
using GeoGraph.Core.Graph;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Actors.Mapping;

/// <summary>Answers to questions across actors, as the contract writes them.</summary>
internal static class AnswerMapping
{
    public static Wire.ListCommitmentsResponse ToWire(Commitments commitments, Revision revision)
    {
        var wire = new Wire.ListCommitmentsResponse { RevisionToken = ActorsMapping.Token(revision) };
        wire.Commitments.Add(commitments.Binding.Select(ToWire));
        wire.NotBinding.Add(commitments.NotBinding.Select(forum =>
        {
            var membership = new Wire.ForumMembership { BlocId = forum.BlocId.Value, Reason = forum.Reason };
            membership.MemberIds.Add(forum.MemberIds.Select(id => id.Value));
            return membership;
        }));
        return wire;
    }

    public static Wire.GetNeighbourhoodResponse ToWire(Neighbourhood found, Revision revision)
    {
        var wire = new Wire.GetNeighbourhoodResponse { RevisionToken = ActorsMapping.Token(revision), Completeness = CompletenessMapping.ToWire(found.Nodes.Count, found.DepthReached, found.NodesCut) };
        wire.Completeness.ExploredRelations = found.Relations.Count;
        wire.Actors.Add(found.Nodes.Select(item => new Wire.ActorAtDepth { Actor = ActorsMapping.ToWire(ActorNodes.ToActor(item.Node)), Depth = item.Depth }));
        wire.Relations.Add(found.Relations.Select(edge => ActorsMapping.ToWire(RelationEdges.ToRelation(edge))));
        return wire;
    }

    private static Wire.Commitment ToWire(Commitment commitment)
    {
        var wire = new Wire.Commitment
        {
            BoundId = commitment.BoundMembership.From.Value,
            BlocId = commitment.BoundMembership.To.Value,
            BoundMembership = ActorsMapping.ToWire(commitment.BoundMembership),
            TowardsMembership = ActorsMapping.ToWire(commitment.TowardsMembership),
        };
        wire.Obligations.Add(commitment.BoundMembership.Obligations.Select(obligation => (Wire.Obligation)obligation));
        return wire;
    }
}
