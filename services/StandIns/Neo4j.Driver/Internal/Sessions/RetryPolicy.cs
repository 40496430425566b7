namespace Neo4j.Driver.Internal.Sessions;

/// <summary>Tries work again after passing errors, after 1 s, 2 s, 4 s and so on, each a fifth more or less.</summary>
internal sealed class RetryPolicy(TimeSpan longest, ILogger logger)
{
    private const double Jitter = 0.2;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeProvider Clock = TimeProvider.System;

    /// <summary>Runs work until it succeeds, fails for good, or the time is over.</summary>
    /// <exception cref="ServiceUnavailableException">The time is over; the errors are within.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var started = Clock.GetTimestamp();
        var delay = FirstDelay;
        var errors = new List<Exception>();
        while (true)
        {
            try
            {
                return await work().ConfigureAwait(false);
            }
            catch (Neo4jException error) when (error.IsRetriable)
            {
                errors.Add(error);
            }
            var elapsed = Clock.GetElapsedTime(started);
            if (elapsed >= longest) throw GivenUp(errors, elapsed);
            var pause = delay * (1 - Jitter + (2 * Jitter * Random.Shared.NextDouble()));
            logger.Warn(errors[^1], "Attempt {0} failed; trying again in {1}", errors.Count, pause);
            await Task.Delay(pause, Clock, cancellationToken).ConfigureAwait(false);
            delay *= 2;
        }
    }

    private static ServiceUnavailableException GivenUp(List<Exception> errors, TimeSpan elapsed) => new(
        $"Failed {errors.Count} times in {elapsed.TotalMilliseconds:F0} ms; the last time: {errors[^1].Message}", new AggregateException(errors));
}
