using GeoGraph.Cli;
using GeoGraph.Scenarios.Processes;

namespace GeoGraph.Scenarios;

/// <summary><c>geograph demo</c>, the first thing that a newcomer runs: a process that answers, and says the same every time.</summary>
public sealed class DemoTests
{
    [Fact]
    public async Task The_program_answers_three_questions_and_says_the_same_in_any_process()
    {
        var run = await Dotnet.RunAsync(Dotnet.Exec(typeof(CommandLine).Assembly, ["demo"]));
        Assert.True(run.ExitCode == 0, run.Error);
        foreach (var (day, duty) in new[] { ("2025-03-01", "42,000"), ("2025-04-20", "142,000"), ("2025-08-15", "242,000") })
            Assert.Matches($"(?m)^ *{day} +{duty}", run.Out);
        Assert.Contains("44.2%", run.Out, StringComparison.Ordinal);
        Assert.Matches(@"United States \(state:US\).*U\.?S\.?-Japan", run.Out.ReplaceLineEndings(" "));
        Assert.Contains("Quad does not bind", run.Out, StringComparison.Ordinal);
        Assert.Contains("Sources: ", run.Out, StringComparison.Ordinal);
        Assert.Equal(run, await CommandRun.AnsweredAsync("demo"));
    }
}
