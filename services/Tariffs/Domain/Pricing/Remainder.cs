namespace GeoGraph.Tariffs;

/// <summary>
/// What an answer tells beside what is owed: why measures do not apply, and what was assumed. Made once for all answers of a reading that
/// come out alike. Not changed once made, but for what a mapping keeps in it.
/// </summary>
internal sealed class Remainder
{
    private readonly Standing[] _standings;
    private readonly PlacesByFact _turned;

    /// <summary>Takes what is told, and for what it is told.</summary>
    /// <param name="standings">Where each candidate stands.</param>
    /// <param name="turned">For each assumed fact on which something turns that is owed, the places that it turns.</param>
    /// <param name="notApplied">Why measures do not apply.</param>
    /// <param name="assumptions">What was assumed.</param>
    public Remainder(
        Standing[] standings, PlacesByFact turned, IReadOnlyList<NotAppliedMeasure> notApplied, IReadOnlyList<DutyAssumption> assumptions)
    {
        (_standings, _turned) = ((Standing[])standings.Clone(), turned.Copy());
        (NotApplied, Assumptions) = (notApplied, assumptions);
    }

    /// <summary>Why measures do not apply.</summary>
    public IReadOnlyList<NotAppliedMeasure> NotApplied { get; }

    /// <summary>What was assumed.</summary>
    public IReadOnlyList<DutyAssumption> Assumptions { get; }

    /// <summary>What a mapping made of it, so that it is made once. Any thread may set it; all make the same.</summary>
    public object? Written { get; set; }

    /// <summary>True where it tells of a case that came out like this.</summary>
    public bool IsFor(Standing[] standings, PlacesByFact turned) => standings.AsSpan().SequenceEqual(_standings) && turned.IsSame(_turned);
}
