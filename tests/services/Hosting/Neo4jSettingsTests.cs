using GeoGraph.Actors;
using GeoGraph.Hosting.Stores;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GeoGraph.ServiceTests.Hosting;

public sealed class Neo4jSettingsTests
{
    private const string Secret = "s3cret-of-the-graph";

    [Fact]
    public void Everything_that_is_wrong_is_named_at_once()
    {
        var problems = Problems(
            new("GeoGraph:Neo4j:Uri", "http://graph:7687"), new("GeoGraph:Neo4j:Database", ""), new("GeoGraph:Neo4j:MaxConnections", "1"), new("GeoGraph:Neo4j:ReadTimeout", "00:00:00"));

        Assert.Contains("GeoGraph:Neo4j:Uri is 'http://graph:7687'", problems, StringComparison.Ordinal);
        Assert.Contains("no password is set: GEOGRAPH_NEO4J_PASSWORD", problems, StringComparison.Ordinal);
        foreach (var name in (string[])["Database", "MaxConnections", "ReadTimeout"])
            Assert.Contains(name, problems, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("bolt://")]
    [InlineData("graph:7687")]
    [InlineData("bolt://graph:7687/database")]
    public void Address_that_is_none_is_refused(string uri) =>
        Assert.Contains("GeoGraph:Neo4j:Uri", Problems(new("GeoGraph:Neo4j:Uri", uri), new("GeoGraph:Neo4j:Password", Secret)), StringComparison.Ordinal);

    [Theory]
    [InlineData("--GeoGraph:Neo4j:Password", Secret)]
    [InlineData("--GeoGraph:Neo4j:Password=" + Secret)]
    [InlineData("/geograph:neo4j:password=" + Secret)]
    [InlineData("GeoGraph:Neo4j:Password=" + Secret)]
    public void Password_on_the_command_line_is_refused_with_the_reason_and_not_repeated(params string[] args)
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => ActorsHost.Build([.. args, "--GeoGraph:Store", "memory"], null));

        Assert.Contains("on the command line, which other users of the machine can read", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Password_in_the_address_is_refused_and_not_repeated()
    {
        var problems = Problems(new("GeoGraph:Neo4j:Uri", $"bolt://neo4j:{Secret}@graph:7687"), new("GeoGraph:Neo4j:Password", Secret));

        Assert.Contains("GeoGraph:Neo4j:Uri holds a user or a password", problems, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, problems, StringComparison.Ordinal);
    }

    [Fact]
    public void File_of_a_secret_that_is_absent_or_empty_is_refused()
    {
        var empty = Path.GetTempFileName();
        try
        {
            var problems = Problems(
                new("GeoGraph:Neo4j:Uri", "bolt+s://graph:7687"), new("GeoGraph:Neo4j:PasswordFile", empty), new("GeoGraph:Neo4j:BearerTokenFile", empty + ".absent"));

            Assert.Contains($"PasswordFile is '{empty}': the file is empty", problems, StringComparison.Ordinal);
            Assert.Contains($"BearerTokenFile is '{empty}.absent': there is no such file", problems, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(empty);
        }
    }

    [Fact]
    public void Short_names_of_the_environment_are_understood_and_the_command_line_wins_over_them()
    {
        var variables = new Dictionary<string, string> { ["URI"] = "bolt://of-the-environment:7687", ["USER"] = "analyst", ["PASSWORD"] = Secret, ["DATABASE"] = "graph" };
        try
        {
            foreach (var (name, value) in variables)
                Environment.SetEnvironmentVariable("GEOGRAPH_NEO4J_" + name, value);
            using var app = (IDisposable)ActorsHost.Build(["--GeoGraph:Store", "neo4j", "--GeoGraph:Neo4j:Database", "other", "--GeoGraph:Listen", "http://127.0.0.1:0"], null);
            var options = ((WebApplication)app).Services.GetRequiredService<IOptions<Neo4jOptions>>().Value;

            Assert.Equal(("bolt://of-the-environment:7687", "analyst", Secret, "other"), (options.Uri, options.User, options.Password, options.Database));
        }
        finally
        {
            foreach (var name in variables.Keys)
                Environment.SetEnvironmentVariable("GEOGRAPH_NEO4J_" + name, null);
        }
    }

    private static string Problems(params KeyValuePair<string, string?>[] settings) =>
        string.Join('\n', Assert.Throws<OptionsValidationException>(() => ActorsHost.Build([], builder =>
        {
            builder.Configuration.AddInMemoryCollection([new("GeoGraph:Store", "neo4j"), .. settings]);
        })).Failures);
}
