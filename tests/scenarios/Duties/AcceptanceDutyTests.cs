namespace GeoGraph.Scenarios.Duties;

/// <summary>Worked answers from outside this project.</summary>
[Collection(World.Collection)]
public class AcceptanceDutyTests(World world)
{
    private const string File = "acceptance/duties.json";

    // The cases of a file that is absent are none; the theory is then skipped by name.
    private static readonly Dictionary<string, DutyCase> s_cases = SharedData.ReasonToSkip(File) is null ? DutyCheck.Read(SharedData.PathOf(File)) : [];

    /// <summary>The ids of the cases.</summary>
    public static TheoryData<string> Ids => [.. s_cases.Keys];

    [SharedDataTheory(File)]
    [MemberData(nameof(Ids))]
    public Task Priced(string id) => DutyCheck.Priced(s_cases[id], world);
}
