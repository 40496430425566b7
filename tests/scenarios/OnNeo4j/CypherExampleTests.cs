using Neo4j.Driver;

namespace GeoGraph.Scenarios.OnNeo4j;

/// <summary>Every question of the README, run in the database as it stands there; its rows are those that the services answer, asked over gRPC.</summary>
[RequiresNeo4j]
public sealed class CypherExampleTests(CypherExamples world) : IClassFixture<CypherExamples>
{
    /// <summary>Numbers and questions.</summary>
    public static TheoryData<int, string> Questions
    {
        get
        {
            var questions = new TheoryData<int, string>();
            foreach (var example in CypherExample.All)
                questions.Add(example.Number, example.Question);
            return questions;
        }
    }

    [Fact]
    public void There_are_twenty() => Assert.Equal(Enumerable.Range(1, CypherExample.Count), CypherExample.All.Select(example => example.Number));

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task An_example_answers_as_the_services_do(int number, string question)
    {
        var example = CypherExample.All.Single(candidate => candidate.Number == number && candidate.Question == question);
        await using var driver = GraphDatabase.Driver(world.Server.Bolt, AuthTokens.Basic(Neo4jServer.User, Neo4jServer.Password));
        var answer = await driver.ExecutableQuery(example.Cypher).ExecuteAsync();
        var expected = await ExampleAnswers.Of(number)(world.Session);

        Assert.NotEmpty(expected);
        Assert.Equal(expected.Order(StringComparer.Ordinal), answer.Result.Select(row => Row(row.Keys.Select(key => row[key]))).Order(StringComparer.Ordinal));
        Assert.False(answer.Summary.Counters.ContainsUpdates);
    }

    [OfficialClientFact]
    public async Task The_official_JavaScript_client_reads_the_same()
    {
        var theirs = await OfficialClient.ResultsAsync(world.Server, CypherExample.All.Select(example => example.Cypher));
        await using var driver = GraphDatabase.Driver(world.Server.Bolt, AuthTokens.Basic(Neo4jServer.User, Neo4jServer.Password));
        foreach (var example in CypherExample.All)
        {
            var ours = OfficialClient.Told((await driver.ExecutableQuery(example.Cypher).ExecuteAsync()).Result);
            Assert.Equal(theirs[example.Number - 1]!.ToJsonString(), ours.ToJsonString());
        }
    }

    private static string Row(IEnumerable<object?> values) => string.Join(" | ", values.Select(Text));

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        bool truth => truth ? "true" : "false",
        IEnumerable<object?> list => $"[{string.Join(", ", list.Select(Text))}]",
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
    };
}
