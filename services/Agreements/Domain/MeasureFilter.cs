using GeoGraph.Core;

namespace GeoGraph.Agreements;

/// <summary>Which measures to list; a filter that is null keeps all.</summary>
internal sealed record MeasureFilter
{
    public EntityId? ImposedById { get; init; }

    /// <summary>Keeps measures that name the origin or name none; members of blocs are not resolved.</summary>
    public EntityId? OriginId { get; init; }
    public HsCode? Code { get; init; }
    public DateOnly? On { get; init; }

    /// <summary>The version known on the date; null for the settled one.</summary>
    public DateOnly? KnownAt { get; init; }
    public string Authority { get; init; } = "";

    public bool Fits(Measure measure) =>
        (ImposedById is not { } imposer || measure.ImposedById == imposer)
        && (OriginId is not { } origin || Names(measure.Origins, origin))
        && (Code is not { } code || measure.Goods.MayInclude(code))
        && (On is not { } date || measure.Effective.Contains(date))
        && (Authority.Length == 0 || measure.Authority == Authority)
        && measure.IsKnown(KnownAt);

    private static bool Names(OriginScope origins, EntityId origin) =>
        !origins.ExcludeIds.Contains(origin) && (origins.IncludeIds.Count == 0 || origins.IncludeIds.Contains(origin));
}
