using System.Text.RegularExpressions;
using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Cli.Output;

/// <summary>What follows from a change, on the screen.</summary>
internal static partial class ConsequenceReport
{
    private static readonly (Finding.FindingOneofCase Kind, string Title)[] Groups =
    [
        (Finding.FindingOneofCase.InputLoss, "Inputs that stop or fall short"),
        (Finding.FindingOneofCase.LandedCost, "Landed costs that change"),
        (Finding.FindingOneofCase.SourcingShift, "Sourcing that shifts"),
        (Finding.FindingOneofCase.ChokepointLoad, "Chokepoints that carry more or less"),
    ];

    /// <summary>The findings, grouped, each group with the largest first.</summary>
    public static async Task ShowAsync(Session session, IReadOnlyList<Finding> findings, Basis basis, CancellationToken cancellationToken)
    {
        await session.Names.LoadAsync(findings.SelectMany(finding => Ids().Matches(finding.Sentence)).Select(id => id.Value), cancellationToken);
        foreach (var (kind, title) in Groups)
        {
            var group = findings.Where(finding => finding.FindingCase == kind).ToList();
            if (group.Count == 0)
                continue;
            session.Screen.Line(title);
            session.Screen.Table([">USD", "What follows"], group.Select(finding => new[] { Amount(finding), Named(finding.Sentence, session.Names) }), "");
        }
        if (findings.Count == 0)
            session.Screen.Line("Nothing follows from it in the data.");
        await BasisReport.ShowAsync(session, basis, cancellationToken);
    }

    /// <summary>A sentence with names in the place of ids.</summary>
    public static string Named(string sentence, ActorNames names) => Ids().Replace(sentence, id => names.Of(id.Value));

    private static string Amount(Finding finding) => finding.AmountUsd.Length == 0 ? "?" : Show.Amount(finding.AmountUsd);

    [GeneratedRegex(@"\b(?:state|firm|facility|product|chokepoint|bloc):[^\s,;:()]*[^\s,;:().]")]
    private static partial Regex Ids();
}
