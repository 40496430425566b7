using GeoGraph.Core;
using GeoGraph.Exposure.Tariffs;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>The embedded tariff: asked for, and its answer as the contract writes it.</summary>
internal static class EmbeddedTariffMapping
{
    private const string Embedded = "embedded";
    private const int MostUnknown = 1_000;

    public static async Task<Wire.GetEmbeddedTariffResponse> AnswerAsync(
        OpenedQuestion side, EntityId of, IReadOnlyDictionary<EntityId, decimal> stated, SideRatesMapping rates)
    {
        var cone = EmbeddedTariffMeasures.ConeOf(side.View, of, side.Limits, side.CancellationToken);
        var duties = await rates.OfAsync(side, cone.Flows, stated);
        var answer = EmbeddedTariffMeasures.Of(side.View, cone, duties, side.Limits, side.CancellationToken);
        var page = side.Cut(answer.Borders);
        return new Wire.GetEmbeddedTariffResponse
        {
            Embedded = TariffFigures.Text(answer.AtLeast),
            EmbeddedAtMost = answer.AtMost is { } most && most != answer.AtLeast ? TariffFigures.Text(most) : "",
            Borders = { page.Items.Select(ToWire) },
            Basis = rates.Seal(
                side.ToBasis(answer.Basis.Measure, answer.Basis.Completeness, page.Items.SelectMany(border => border.Chain.Rests()), answer.Unknown.Take(MostUnknown), page.HasMore, Parameters(answer)),
                side),
        };
    }

    /// <summary>The duty in all, and what each border adds to it.</summary>
    public static IEnumerable<Figure> Figures(Wire.GetEmbeddedTariffResponse answer) =>
        answer.Borders.Select(border => new Figure(border.RelationId, border.Embedded)).Prepend(new Figure(Embedded, answer.Embedded, answer.EmbeddedAtMost));

    private static IEnumerable<(string Name, string Value)> Parameters(EmbeddedAnswer answer) =>
        SideRatesMapping.Parameters.Append(("error_bound", answer.ErrorBound == 0m ? "" : DecimalText.Print(answer.ErrorBound)));

    private static Wire.BorderDuty ToWire(BorderFigure border) => new()
    {
        RelationId = border.Relation.Value,
        ImporterId = border.Importer?.Value ?? "",
        OriginId = border.Origin?.Value ?? "",
        Hs = string.Join(", ", border.Codes),
        Rate = TariffFigures.Text(border.Rate.AtLeast),
        RateAtMost = border.Rate.IsExact ? "" : TariffFigures.Text(border.Rate.AtMost),
        Share = TariffFigures.Text(border.Share),
        Embedded = TariffFigures.Text(border.Embedded),
        MeasureIds = { border.Rate.Measures },
        Chain = border.Chain.ToWire(),
        Missing = border.Rate.Missing,
    };
}
