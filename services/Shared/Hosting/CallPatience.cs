namespace GeoGraph.Hosting;

/// <summary>How long a call may wait for a state that is still to come, so that the answer to the caller says why it did not.</summary>
internal static class CallPatience
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Nine tenths of what the call's deadline leaves, at most 10 s.</summary>
    /// <param name="deadline">The call's deadline, in universal time; the greatest date for none.</param>
    /// <param name="time">The clock.</param>
    public static TimeSpan Until(DateTime deadline, TimeProvider time)
    {
        if (deadline == DateTime.MaxValue)
            return Longest;
        var left = (deadline - time.GetUtcNow().UtcDateTime) * 0.9;
        return left > Longest ? Longest : left < TimeSpan.Zero ? TimeSpan.Zero : left;
    }
}
