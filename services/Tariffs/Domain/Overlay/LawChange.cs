using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>An agreement, or the act that measures rest on, that is taken to end.</summary>
/// <param name="AgreementId">Its id.</param>
/// <param name="EndedOn">The first date on which what rests on it no longer applies.</param>
internal sealed record LawEnd(EntityId AgreementId, DateOnly EndedOn);

/// <summary>A change of the law that one question assumes. Removals come first, then ends, then what is put.</summary>
/// <param name="Removed">Measures that never were.</param>
/// <param name="Ended">Agreements that end.</param>
/// <param name="Put">Measures that are added, or take the place of those of their id.</param>
internal sealed record LawChange(IReadOnlyList<EntityId> Removed, IReadOnlyList<LawEnd> Ended, IReadOnlyList<Measure> Put)
{
    /// <summary>True where nothing changes.</summary>
    public bool None => Removed.Count + Ended.Count + Put.Count == 0;
}
