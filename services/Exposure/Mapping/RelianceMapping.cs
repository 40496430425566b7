using GeoGraph.Core;
using GeoGraph.Exposure.Reliance;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>Questions of reliance: called, and answered as the contract writes it.</summary>
internal static class RelianceMapping
{
    public static Wire.GetRelianceResponse Answer(OpenedQuestion question, RelianceQuestion asked)
    {
        var answer = RelianceMeasures.Of(question.View, asked, question.Limits, question.CancellationToken);
        var page = question.Cut(answer.Figures);
        return new Wire.GetRelianceResponse
        {
            Reliances = { page.Items.Select(ToWire) },
            Tolerance = DecimalText.Print(answer.ErrorBound),
            Basis = question.ToBasis(
                answer.Basis.Measure, answer.Basis.Completeness, page.Items.SelectMany(figure => figure.Chain?.Relations ?? []), Unknown(answer, page.Items), page.HasMore,
                ("tolerance", DecimalText.Print(asked.Tolerance)), ("max_sweeps", asked.MaxSweeps.ToString(null, null))),
        };
    }

    /// <summary>Gross and value-added reliance, and what is supplied directly.</summary>
    public static IEnumerable<Figure> Figures(Wire.GetRelianceResponse answer) => answer.Reliances.SelectMany(reliance => (Figure[])
    [
        Figure.Of(reliance.Gross, "", reliance.OnId, "gross"),
        Figure.Of(reliance.ValueAdded, "", reliance.OnId, "value added"),
        Figure.Of(reliance.Direct, "", reliance.OnId, "direct"),
    ]);

    private static Wire.Reliance ToWire(RelianceFigure figure) => new()
    {
        OnId = figure.On.Value,
        Direct = DecimalText.Print(figure.Direct),
        Gross = DecimalText.Print(figure.Gross),
        GrossIsLeast = figure.GrossIsLeast,
        ValueAdded = figure.ValueAdded is { IsExact: true } added ? DecimalText.Print(added.AtLeast) : "",
    };

    private static IEnumerable<string> Unknown(RelianceAnswer answer, IReadOnlyList<RelianceFigure> listed)
    {
        foreach (var finding in answer.Findings)
            yield return $"{finding.Node} has {finding.Detail}.";
        if (answer.TotalFindings > answer.Findings.Count)
            yield return string.Create(null, $"The data leave figures open at {answer.TotalFindings - answer.Findings.Count} further actors.");
        if (listed.Any(figure => figure.GrossIsLeast))
            yield return "Behind what is unknown, gross reliances are the least that they can be.";
    }
}
