namespace GeoGraph.Scenarios.Commands;

/// <summary><c>geograph demo</c>: three answers from the services over the starter data. The duties are W01 to W06 of the acceptance cases.</summary>
public sealed class DemoCommandTests
{
    [Fact]
    public async Task Three_questions_are_answered_with_their_sources()
    {
        var run = await CommandRun.AnsweredAsync("demo");
        Assert.Contains("1. Who depends on the Taiwan Strait", run.Out, StringComparison.Ordinal);
        Assert.Contains("NVIDIA ← TSMC", run.Out, StringComparison.Ordinal);
        foreach (var (date, duty) in new[] { ("2025-03-01", "42,000.00"), ("2025-04-20", "142,000.00"), ("2025-08-15", "242,000.00"), ("2026-03-02", "262,000.00") })
            Assert.Matches($"(?m)^ *{date} +{duty} ", run.Out);
        Assert.Contains("agreed but not law; it applies only in", run.Out, StringComparison.Ordinal);
        Assert.Contains("United States (state:US)", run.Out, StringComparison.Ordinal);
        Assert.Contains("Quad does not bind (Australia, India, United States)", run.Out, StringComparison.Ordinal);
        Assert.Equal(2, run.Out.Split("\nSources: ").Length - 1);
        Assert.Equal("", run.Error);
    }
}
