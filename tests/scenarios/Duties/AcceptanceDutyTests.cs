using System.Text.Json;

namespace GeoGraph.Scenarios.Duties;

/// <summary>Worked answers from outside this project: the same lines with rate, base and amount, and the same total to the cent.</summary>
[Collection(World.Collection)]
public sealed class AcceptanceDutyTests(World world)
{
    private const string File = "acceptance/duties.json";

    private static readonly Dictionary<string, DutyCase> s_cases = Load();

    /// <summary>The cases; none where the file is absent.</summary>
    internal static IReadOnlyCollection<DutyCase> Cases => s_cases.Values;

    /// <summary>The ids of the cases.</summary>
    public static TheoryData<string> Ids => [.. s_cases.Keys];

    [SharedDataTheory(File)]
    [MemberData(nameof(Ids))]
    public Task Priced(string id) => PricedCheck.RunAsync(world.Session, s_cases[id]);

    // The cases of a file that is absent are none; the theory is then skipped by name.
    private static Dictionary<string, DutyCase> Load()
    {
        if (SharedData.ReasonToSkip(File) is not null)
            return [];
        using var file = JsonDocument.Parse(System.IO.File.ReadAllText(SharedData.PathOf(File)));
        return file.RootElement.EnumerateArray().Select(json => new DutyCase(json.Clone())).ToDictionary(c => c.Id);
    }
}
