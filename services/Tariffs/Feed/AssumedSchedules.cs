using GeoGraph.Contracts.Tariffs.V1;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Wire;
using GeoGraph.Tariffs.Mapping;
using Google.Protobuf;

namespace GeoGraph.Tariffs.Feed;

/// <summary>
/// Schedules as questions assume them, made from the schedule that stands and kept by state and overlay, the least recently used dropped first. Never
/// published and never stored. Safe for concurrent use.
/// </summary>
internal sealed class AssumedSchedules(MeasureChecks checks)
{
    private const int MostKept = 16;
    private readonly RecentlyUsed<Kept> _kept = new(MostKept);

    /// <summary>The state under an overlay; the state itself where the overlay changes nothing, or breaks rules, which are then noted.</summary>
    /// <exception cref="Core.GeoGraphException"><see cref="Core.ErrorReason.NotFound"/> and <see cref="Core.ErrorReason.LimitExceeded"/>.</exception>
    public async Task<LoadedSchedule> OpenAsync(LoadedSchedule state, LawOverlay? overlay, RequestFields fields, CancellationToken cancellationToken)
    {
        if (overlay is null || overlay.RemovedMeasureIds.Count + overlay.EndedAgreements.Count + overlay.PutMeasures.Count == 0)
            return state;
        var bytes = overlay.ToByteString();
        if (_kept.Find(kept => Fits(kept, state, bytes)) is { } known)
            return known.Assumed;
        var before = fields.Violations.Found.Count;
        var change = OverlayMapping.ToDomain(overlay, fields);
        await checks.CheckAsync(overlay.PutMeasures, OverlayMapping.PutPath, fields.Violations, cancellationToken);
        if (fields.Violations.Found.Count > before)
            return state;
        var assumed = state.With(ScheduleOverlay.Apply(state.Schedule, change with { Put = OverlayMapping.Put(overlay) }));
        _kept.Add(new Kept(state.Schedule, state.TokenText, bytes, assumed));
        return assumed;
    }

    private static bool Fits(Kept kept, LoadedSchedule state, ByteString overlay) =>
        ReferenceEquals(kept.Base, state.Schedule) && kept.Token == state.TokenText && kept.Overlay.Equals(overlay);

    private sealed record Kept(CompiledSchedule Base, string Token, ByteString Overlay, LoadedSchedule Assumed);
}
