using System.Text.Json;
using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Scenarios.Duties;

/// <summary>Worked answers from outside this project: the same lines with rate, base and amount, and the same total to the cent.</summary>
[Collection(World.Collection)]
public sealed class AcceptanceDutyTests(World world)
{
    private const string File = "acceptance/duties.json";

    private static readonly Dictionary<string, DutyCase> s_cases = Load();

    /// <summary>The ids of the cases.</summary>
    public static TheoryData<string> Ids => [.. s_cases.Keys];

    [SharedDataTheory(File)]
    [MemberData(nameof(Ids))]
    public async Task Priced(string id)
    {
        var expected = s_cases[id];
        var response = await world.Session.Tariffs.CalculateDutyAsync(expected.Request(world.Session.Read));
        var (result, shown) = (response.Result, Describe(response.Result));
        Assert.True(result.Outcome == Outcome.Determined, shown);
        Assert.True(ExpectedLine.Decimal(result.TotalDuty) == expected.Total, $"total {expected.Total} is expected\n{shown}");
        Assert.True(result.Lines.Count == expected.Lines.Count, $"{expected.Lines.Count} lines are expected: {string.Join("; ", expected.Lines)}\n{shown}");
        Assert.True(expected.Lines[0].Matches(result.Lines[0]), $"the ordinary duty comes first: {expected.Lines[0]}\n{shown}");
        var left = result.Lines.Skip(1).ToList();
        foreach (var line in expected.Lines.Skip(1))
            Assert.True(left.FindIndex(line.Matches) is >= 0 and var at && RemoveAt(left, at), $"no line is {line}\n{shown}");
    }

    // The cases of a file that is absent are none; the theory is then skipped by name.
    private static Dictionary<string, DutyCase> Load()
    {
        if (SharedData.ReasonToSkip(File) is not null)
            return [];
        using var file = JsonDocument.Parse(System.IO.File.ReadAllText(SharedData.PathOf(File)));
        return file.RootElement.EnumerateArray().Select(json => new DutyCase(json.Clone())).ToDictionary(c => c.Id);
    }

    private static bool RemoveAt(List<DutyLine> lines, int at)
    {
        lines.RemoveAt(at);
        return true;
    }

    private static string Describe(DutyResult result) => string.Join('\n',
    [
        $"{result.Outcome}, total {result.TotalDuty} ({result.LowestTotal} to {result.HighestTotal}):",
        .. result.Lines.Select(l => $"  {l.Measure.Id} {l.Measure.Heading}: {l.RatePercent}% of {l.Base} = {l.Amount}"),
        .. result.MissingFacts.Select(m => $"  missing {m.Fact}: {m.Text}"),
        .. result.NotApplied.Select(n => $"  not {n.Measure.Id} {n.Measure.Heading}: {n.Kind}: {n.Reason}"),
        .. result.Assumptions.Select(a => $"  assumes {a.Fact}: {a.Text}"),
    ]);
}
