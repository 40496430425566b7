using GeoGraph.Core;

namespace GeoGraph.Actors;

/// <summary>Which relations are wanted. All conditions hold together; an empty set and null mean no condition.</summary>
internal sealed record RelationFilter
{
    public IReadOnlyCollection<RelationType> Types { get; init; } = [];
    public IReadOnlyCollection<EntityId> From { get; init; } = [];
    public IReadOnlyCollection<EntityId> To { get; init; } = [];
    public IReadOnlyCollection<EntityId> Touching { get; init; } = [];
    public IReadOnlyCollection<EntityId> RefersTo { get; init; } = [];
    public IReadOnlyCollection<EntityId> Ids { get; init; } = [];
    public DateOnly? AsOf { get; init; }
}
