namespace GeoGraph.Scenarios.Duties;

/// <summary>Answers worked out from the texts of the law, each with its source: rates by origin, the days on which the law changes, and how duties meet.</summary>
[Collection(World.Collection)]
public class WorkedDutyTests(World world)
{
    private static readonly Dictionary<string, DutyCase> s_cases = DutyCheck.Read(Path.Combine(Checkout.Root, "tests", "scenarios", "duty-cases.json"));

    /// <summary>The ids of the cases.</summary>
    public static TheoryData<string> Ids => [.. s_cases.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public Task Priced(string id) => DutyCheck.Priced(s_cases[id], world);
}
