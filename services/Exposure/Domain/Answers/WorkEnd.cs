namespace GeoGraph.Exposure.Answers;

/// <summary>The instant at which work ends by itself with what it has, well before its caller gives up on it. Safe for concurrent use.</summary>
/// <param name="time">Tells the time.</param>
/// <param name="at">The instant.</param>
internal sealed class WorkEnd(TimeProvider time, DateTimeOffset at)
{
    private volatile bool _isOver;

    /// <summary>True from the instant on; once true it stays so, so that one answer does not go on after it has left something out.</summary>
    public bool IsOver => _isOver || (_isOver = time.GetUtcNow() >= at);

    /// <summary>An end after a part of the time that is left, so that what comes after has the rest.</summary>
    /// <param name="part">The part, 0 to 1.</param>
    public WorkEnd After(double part)
    {
        var now = time.GetUtcNow();
        return at <= now ? this : new WorkEnd(time, now + ((at - now) * part));
    }
}
