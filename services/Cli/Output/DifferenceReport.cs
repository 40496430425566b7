using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Exposure.V1;
using Google.Protobuf;

namespace GeoGraph.Cli.Output;

/// <summary>What a scenario changes of an answer, below the baseline: every figure that differs, before, under it, and by how much.</summary>
internal static class DifferenceReport
{
    private const string Separator = " / ";

    /// <summary>Shows the differences of a response that has them; nothing where its question assumed nothing.</summary>
    public static async Task ShowAsync(Session session, IMessage response, CancellationToken cancellationToken)
    {
        if (response.Descriptor.FindFieldByName("under_scenario")?.Accessor.GetValue(response) is not IMessage scenario
            || scenario.Descriptor.FindFieldByName("basis").Accessor.GetValue(scenario) is not Basis basis)
        {
            return;
        }
        var differences = (IEnumerable<Difference>)response.Descriptor.FindFieldByName("differences").Accessor.GetValue(response);
        session.Screen.Line();
        session.Screen.Heading($"Under the scenario: {string.Join("; ", basis.ScenarioNames)}");
        await session.Names.LoadAsync(differences.SelectMany(difference => Parts(difference.Figure)).Where(IsActor), cancellationToken);
        session.Screen.Table(
            ["Figure", ">Baseline", ">Scenario", ">Change"],
            differences.Select(difference => new[]
            {
                string.Join(Separator, Parts(difference.Figure).Select(session.Names.Of)), Shown(difference.Baseline), Shown(difference.Scenario), Signed(difference.Change),
            }),
            "Nothing differs.");
        foreach (var unknown in basis.Unknown)
            session.Screen.Bullet($"Unknown under the scenario: {unknown}");
    }

    private static string[] Parts(string figure) => figure.Split(Separator);

    // Relations and agreements have names of their own kinds, which are shown as they are.
    private static bool IsActor(string part) =>
        part.Split(':')[0] is "firm" or "facility" or "state" or "bloc" or "product" or "chokepoint";

    private static string Shown(string number) => number.Length == 0 ? "-" : Show.Number(number);

    private static string Signed(string change) => change.Length == 0 ? "?" : change.StartsWith('-') ? Show.Number(change) : "+" + Show.Number(change);
}
