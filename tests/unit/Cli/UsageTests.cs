using GeoGraph.Cli;
using GeoGraph.Cli.Output;

namespace GeoGraph.UnitTests.Cli;

/// <summary>What no service need be asked for: help, wrong usage, and a server that does not answer.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("actors get tsmc", "\"tsmc\" is no id: kind:name, as firm:tsmc, or two letters for a state, as TW.")]
    [InlineData("actors list --as-of 2025-02-29", "\"2025-02-29\" is no date of the calendar as 2025-04-05")]
    [InlineData("closure --chokepoint chokepoint:suez --on 2025-02-29", "\"2025-02-29\" is no date of the calendar as 2025-04-05")]
    [InlineData("route --from TWKHH --to NLRTM --as-of 2025-02-29", "\"2025-02-29\" is no date of the calendar as 2025-04-05")]
    [InlineData("actors list --kind farm", "\"farm\" is none of state, bloc, person,")]
    [InlineData("actors list --limit 0", "\"0\" is no whole number from 1 to 10000")]
    [InlineData("actors search x --limit 5000", "\"5000\" is no whole number from 1 to 1000")]
    [InlineData("duty --importer US --origin TW --value 1", "Option '--hs' is required.")]
    [InlineData("duty --importer US --origin TW --hs 8457 --value 1 --fact loaded", "\"loaded\" is not written name=value")]
    [InlineData("duty --importer US --origin TW --hs 8457 --value 1 --fact a=1 --fact a=2", "\"a\" is given twice")]
    [InlineData("actors list --server here", "\"here\" is no address as http://host:port")]
    [InlineData("actors list --server exposure=http://127.0.0.1:1", "--server names no address of the actors service")]
    [InlineData("chokepoints --server http://127.0.0.1:1", "give --of, --at or both")]
    [InlineData("import geograph nowhere.yaml", "\"nowhere.yaml\" is no file and no folder")]
    [InlineData("nonsense", "Unrecognized command or argument 'nonsense'.")]
    public async Task Wrong_usage_says_what_is_expected_and_exits_with_2(string line, string expected)
    {
        var (code, output, error) = await RunAsync(line);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Contains("--help", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_a_refusal_without_a_stack_trace()
    {
        var (code, output, error) = await RunAsync("actors list --server http://127.0.0.1:1");
        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith("refused: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("demo")]
    [InlineData("serve")]
    [InlineData("import geograph")]
    [InlineData("actors")]
    [InlineData("actors search")]
    [InlineData("actors get")]
    [InlineData("actors list")]
    [InlineData("actors relations")]
    [InlineData("actors commitments")]
    [InlineData("agreements")]
    [InlineData("agreements get")]
    [InlineData("agreements search")]
    [InlineData("agreements claims")]
    [InlineData("agreements negotiations")]
    [InlineData("agreements timeline")]
    [InlineData("agreements measures")]
    [InlineData("duty")]
    [InlineData("rates")]
    [InlineData("chokepoints")]
    [InlineData("concentration")]
    [InlineData("exposure")]
    [InlineData("single-points")]
    [InlineData("alternatives")]
    [InlineData("disrupt")]
    [InlineData("disruptions")]
    [InlineData("cut-sets")]
    [InlineData("reliance")]
    [InlineData("maximum-flow")]
    [InlineData("reach")]
    [InlineData("bottlenecks")]
    [InlineData("brokers")]
    public async Task Every_command_has_help_with_an_example_of_itself(string command)
    {
        var (code, output, _) = await RunAsync($"{command} --help");
        Assert.Equal(0, code);
        Assert.Contains($"Examples:{Environment.NewLine}  geograph {command}".TrimEnd(), output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string line)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var terminal = new Terminal(output, error, IsInteractive: false, TimeProvider.System);
        var code = await CommandLine.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), terminal, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }
}
