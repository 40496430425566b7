using GeoGraph.Core.Graph;
using GeoGraph.Hosting.Wire;
using Google.Protobuf.WellKnownTypes;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Actors.Mapping;

/// <summary>Reads the bounds of walks and watches.</summary>
internal static class BoundsMapping
{
    private const int MaxRoots = 1000;
    private static readonly TimeSpan DefaultCheckpoint = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestCheckpoint = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestCheckpoint = TimeSpan.FromHours(1);

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

    public static TimeSpan ReadCheckpointEvery(this RequestFields fields, Duration? wire)
    {
        if (wire is null)
            return DefaultCheckpoint;
        var seconds = wire.Seconds + (wire.Nanos / 1_000_000_000m);
        if (seconds >= (decimal)ShortestCheckpoint.TotalSeconds && seconds <= (decimal)LongestCheckpoint.TotalSeconds)
            return TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond));
        fields.Violations.Add("checkpoint_every", seconds.ToString(null, null) + " s", "checkpoints are 100 ms to 1 h apart");
        return DefaultCheckpoint;
    }

    private static Direction ReadDirection(RequestFields fields, Wire.WalkDirection wire)
    {
        if (!System.Enum.IsDefined(wire))
            fields.Violations.Add("direction", wire.ToString(), "a direction is one of the contract's");
        return wire switch
        {
            Wire.WalkDirection.Forward => Direction.Forward,
            Wire.WalkDirection.Backward => Direction.Backward,
            _ => Direction.Either,
        };
    }
}
