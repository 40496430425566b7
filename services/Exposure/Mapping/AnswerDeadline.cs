using GeoGraph.Exposure.Answers;

namespace GeoGraph.Exposure.Mapping;

/// <summary>
/// When the work on an answer ends by itself, so that the answer, with what was found by then, still reaches its caller: a tenth of the time before the deadline, at least 20 ms
/// and at most 1 s before it. A question of two sides gives the first one half of the time.
/// </summary>
internal sealed class AnswerDeadline
{
    private static readonly TimeSpan ShortestRest = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(1);

    private readonly TimeSpan? _work;

    /// <summary>Divides the time from now to the deadline.</summary>
    /// <param name="time">Tells the time.</param>
    /// <param name="deadline">The caller's, in UTC; the greatest time for none.</param>
    public AnswerDeadline(TimeProvider time, DateTime deadline)
    {
        if (deadline == DateTime.MaxValue)
            return;
        var now = time.GetUtcNow();
        var left = new DateTimeOffset(deadline, TimeSpan.Zero) - now;
        var work = left - Rest(left);
        _work = work;
        OfAll = new WorkEnd(time, now + work);
        OfBaseline = new WorkEnd(time, now + (work / 2));
        OfScenario = new WorkEnd(time, now + work);
    }

    /// <summary>The end of a question of the baseline alone; null for never.</summary>
    public WorkEnd? OfAll { get; }

    /// <summary>The end of the baseline, where the scenario follows; null for never.</summary>
    public WorkEnd? OfBaseline { get; }

    /// <summary>The end of the scenario; null for never.</summary>
    public WorkEnd? OfScenario { get; }

    /// <summary>A source that is cancelled with the call, and when all of the work has to end.</summary>
    public CancellationTokenSource CancelsWork(CancellationToken call)
    {
        var ending = CancellationTokenSource.CreateLinkedTokenSource(call);
        if (_work is { } work)
            ending.CancelAfter(work > TimeSpan.Zero ? work : TimeSpan.Zero);
        return ending;
    }

    private static TimeSpan Rest(TimeSpan left) => left / 10 < ShortestRest ? ShortestRest : left / 10 > LongestRest ? LongestRest : left / 10;
}
