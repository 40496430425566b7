using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>Which revisions of a customs territory's schedule the data holds.</summary>
/// <param name="Id">The record's id, as <c>tariff-schedule:us</c>.</param>
/// <param name="Title">The schedule's name.</param>
/// <param name="ImposedById">The state or bloc whose schedule it is.</param>
/// <param name="Revisions">Oldest first; each stands until the next.</param>
internal sealed record PublishedSchedule(string Id, string Title, EntityId ImposedById, IReadOnlyList<PublishedRevision> Revisions);

/// <summary>One published state of a schedule.</summary>
internal sealed record PublishedRevision(string Name, DateOnly EffectiveFrom);

/// <summary>The rows of a schedule beneath one four-digit heading.</summary>
/// <param name="Id">The record's id, as <c>tariff-heading:us-8457</c>.</param>
/// <param name="ImposedById">The state or bloc whose schedule it is.</param>
/// <param name="Lines">Its rows, each for a time.</param>
internal sealed record PublishedHeading(string Id, EntityId ImposedById, IReadOnlyList<NomenclatureLine> Lines);
