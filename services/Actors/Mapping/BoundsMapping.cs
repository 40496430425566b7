using GeoGraph.Core.Graph;
using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Actors.Mapping;

/// <summary>Reads the bounds of walks.</summary>
internal static class BoundsMapping
{
    private const int MaxRoots = 1000;

    public static NeighbourhoodQuery ReadWalk(this RequestFields fields, Wire.GetNeighbourhoodRequest request)
    {
        RequestFields.AtMost("root_ids", request.RootIds.Count, MaxRoots);
        if (request.RootIds.Count == 0)
            fields.Violations.Add("root_ids", "", "a walk starts from at least one actor");
        return new NeighbourhoodQuery
        {
            Roots = fields.Ids("root_ids", request.RootIds),
            Direction = ReadDirection(fields, request.Direction),
            Types = [.. fields.ReadTypes("types", request.Types_).Select(type => RelationShape.Of(type)?.GraphType ?? "")],
            MaxDepth = fields.Limit("max_depth", request.MaxDepth, 1, GraphLimits.MaxDepth),
            MaxNodes = fields.Limit("max_actors", request.MaxActors, 1000, GraphLimits.MaxNeighbourhoodNodes),
            AsOf = fields.Date("as_of", request.AsOf),
        };
    }

    private static Direction ReadDirection(RequestFields fields, Wire.WalkDirection wire)
    {
        if (!Enum.IsDefined(wire))
            fields.Violations.Add("direction", wire.ToString(), "a direction is one of the contract's");
        return wire switch
        {
            Wire.WalkDirection.Forward => Direction.Forward,
            Wire.WalkDirection.Backward => Direction.Backward,
            _ => Direction.Either,
        };
    }
}
