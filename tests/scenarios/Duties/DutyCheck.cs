using System.Text.Json;
using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Scenarios.Duties;

/// <summary>Holds answers against cases: the same lines with rate, base and amount, the ordinary duty first, and the same total to the cent.</summary>
internal static class DutyCheck
{
    /// <summary>The cases of a file, by id.</summary>
    /// <param name="path">A file as duties.json.</param>
    public static Dictionary<string, DutyCase> Read(string path)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(path));
        return file.RootElement.EnumerateArray().Select(json => new DutyCase(json.Clone())).ToDictionary(c => c.Id);
    }

    /// <summary>Prices a case and fails with the whole answer where it is another than expected.</summary>
    /// <param name="expected">The case.</param>
    /// <param name="world">The running services with the starter data.</param>
    public static Task Priced(DutyCase expected, World world) => Priced(expected, world.Session);

    /// <summary>Prices a case and fails with the whole answer where it is another than expected.</summary>
    /// <param name="expected">The case.</param>
    /// <param name="session">Clients of the services.</param>
    public static async Task Priced(DutyCase expected, Session session)
    {
        var response = await session.Tariffs.CalculateDutyAsync(expected.Request(session.Read));
        var (result, shown) = (response.Result, $"{expected.Id}: {Describe(response.Result)}");
        Assert.True(result.Outcome == Outcome.Determined, shown);
        Assert.True(ExpectedLine.Decimal(result.TotalDuty) == expected.Total, $"total {expected.Total} is expected\n{shown}");
        Assert.True(result.Lines.Count == expected.Lines.Count, $"{expected.Lines.Count} lines are expected: {string.Join("; ", expected.Lines)}\n{shown}");
        Assert.True(expected.Lines[0].Matches(result.Lines[0]), $"the ordinary duty comes first: {expected.Lines[0]}\n{shown}");
        var left = result.Lines.Skip(1).ToList();
        // A line that names its heading takes that one; what is left goes to the others.
        foreach (var line in expected.Lines.Skip(1).OrderByDescending(line => line.NamesHeading))
            Assert.True(left.FindIndex(line.Matches) is >= 0 and var at && RemoveAt(left, at), $"no line is {line}\n{shown}");
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
