using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>What two entries and questions share whose slice is the same.</summary>
/// <param name="Importer">The state entered.</param>
/// <param name="Origin">The state of origin.</param>
/// <param name="ExportCountry">The state that the goods are exported from; null for the origin.</param>
/// <param name="Code">The code as the entry writes it.</param>
/// <param name="EntryDate">The date of entry.</param>
/// <param name="KnownAt">The law as known on this date; null for the settled view.</param>
/// <param name="Clock">Which date of a measure decides.</param>
/// <param name="Scenarios">The scenarios, in their order, each with its length; empty for none.</param>
/// <param name="Part">What a part of an entry is priced by that quotas divide, as <see cref="QuotaPart.Key"/>; null for a whole entry.</param>
internal readonly record struct SliceKey(
    EntityId Importer, EntityId Origin, EntityId? ExportCountry, string Code, DateOnly EntryDate, DateOnly? KnownAt, DutyClock Clock, string Scenarios, string? Part)
{
    /// <summary>The key of an entry and a question.</summary>
    public static SliceKey Of(Entry entry, DutyQuestion question) => new(
        entry.Importer, entry.Origin, entry.ExportCountry, entry.Code, entry.EntryDate, question.KnownAt, question.Clock,
        question.ScenarioIds is { Count: > 0 } ids ? string.Concat(ids.Select(id => $"{id.Length}:{id}")) : "", entry.Part?.Key);
}
