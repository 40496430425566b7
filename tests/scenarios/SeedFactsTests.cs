using System.Text.Json;
using GeoGraph.Scenarios.Facts;

namespace GeoGraph.Scenarios;

/// <summary>Every fact of the sources that the starter data was written from is in the graph, with its words; facts.json says how each is checked.</summary>
[Collection(World.Collection)]
public class SeedFactsTests(World world)
{
    private static readonly Dictionary<string, List<JsonElement>> s_facts = Load();

    /// <summary>The ids of the facts.</summary>
    public static TheoryData<string> Ids => [.. s_facts.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Holds(string fact)
    {
        var kinds = Kinds(new Questions(world.Session));
        Assert.NotEmpty(s_facts[fact]);
        foreach (var check in s_facts[fact].Select(json => new FactCheck(json)))
        {
            Assert.True(kinds.TryGetValue(check.Kind, out var holds), $"{check}: {check.Kind} is no kind of check");
            try
            {
                await holds(check);
            }
            catch (Exception failure) when (failure is not FormatException)
            {
                Assert.Fail($"{check}\n{failure.Message}");
            }
            check.EnsureAllAsked();
        }
    }

    [Fact]
    public void No_fact_is_left_out()
    {
        string[] expected =
        [
            .. Numbered("R", 29), .. Numbered("T", 10), .. Numbered("Q", 22), .. Numbered("A", 16), .. Numbered("M", 28),
            .. Numbered("C", 8), .. Numbered("S", 17), "TIMELINE", .. Numbered("X", 14),
        ];
        Assert.Equal(expected.Order(), s_facts.Keys.Order());
    }

    private static IEnumerable<string> Numbered(string letter, int last) => Enumerable.Range(1, last).Select(n => $"{letter}{n:00}");

    private static Dictionary<string, Func<FactCheck, Task>> Kinds(Questions ask)
    {
        var (claims, actors, records, talks) = (new ClaimChecks(ask), new ActorChecks(ask), new RecordChecks(ask), new NegotiationChecks(ask));
        return new Dictionary<string, Func<FactCheck, Task>>
        {
            ["claim"] = claims.ClaimAsync,
            ["same_assertion"] = claims.SameAssertionAsync,
            ["said_by"] = claims.SaidByAsync,
            ["arithmetic"] = claims.ArithmeticAsync,
            ["descending"] = claims.DescendingAsync,
            ["actor"] = actors.ActorAsync,
            ["search"] = actors.SearchAsync,
            ["members"] = actors.MembersAsync,
            ["commitments"] = actors.CommitmentsAsync,
            ["relation"] = actors.RelationAsync,
            ["path"] = actors.PathAsync,
            ["search_records"] = records.SearchRecordsAsync,
            ["agreement_status"] = records.AgreementStatusAsync,
            ["clause"] = records.ClauseAsync,
            ["origin_rule"] = records.OriginRuleAsync,
            ["event"] = records.EventAsync,
            ["timeline"] = records.TimelineAsync,
            ["measure"] = records.MeasureAsync,
            ["negotiation"] = talks.NegotiationAsync,
            ["negotiators"] = talks.NegotiatorsAsync,
            ["last_round"] = talks.LastRoundAsync,
        };
    }

    private static Dictionary<string, List<JsonElement>> Load()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "tests", "scenarios", "facts.json")));
        return file.RootElement.GetProperty("facts").EnumerateArray()
            .ToDictionary(f => f.GetProperty("id").GetString()!, f => f.GetProperty("checks").EnumerateArray().Select(c => c.Clone()).ToList());
    }
}
