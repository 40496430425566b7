using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Sourcing;
using GeoGraph.Exposure.Views;
using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>Questions of other sources: called, and answered as the contract writes it.</summary>
internal static class AlternativeMapping
{
    public static Wire.ListAlternativesResponse Answer(OpenedQuestion opened, SourcingQuestion question)
    {
        var answer = SourcingMeasures.Within(opened.View, question, opened.Limits, opened.CancellationToken);
        var page = opened.Cut(answer.Alternatives);
        return new Wire.ListAlternativesResponse
        {
            Alternatives = { page.Items.Select(ToWire) },
            ShareWithinToday = answer.PresentShare.ToWire(),
            Basis = opened.ToBasis(
                answer.Basis.Measure, answer.Basis.Completeness, page.Items.SelectMany(alternative => alternative.Relations), Unknown(opened, question, answer), page.HasMore),
        };
    }

    /// <summary>The share within the alliance, and what each other source makes of the world's output.</summary>
    public static IEnumerable<Figure> Figures(Wire.ListAlternativesResponse answer) =>
    [
        new("share within today", answer.ShareWithinToday),
        .. answer.Alternatives.Select(alternative => Figure.Of(alternative.WorldOutputShare, "", alternative.SupplierId, alternative.ProductId, "world output")),
        .. answer.Alternatives.Select(alternative => new Figure($"{alternative.SupplierId} / {alternative.ProductId} / supplies", alternative.AlreadySupplies ? "1" : "0")),
    ];

    private static Wire.Alternative ToWire(Alternative alternative) => new()
    {
        SupplierId = alternative.Node.Value,
        StateId = alternative.State?.Value ?? "",
        ProductId = alternative.Product.Value,
        WorldOutputShare = alternative.ShareOfWorldOutput.ToWire(),
        AlreadySupplies = alternative.SuppliesNow,
        RelationIds = { alternative.Relations.Select(id => id.Value).Order(StringComparer.Ordinal) },
    };

    private static IEnumerable<string> Unknown(OpenedQuestion opened, SourcingQuestion question, SourcingAnswer answer)
    {
        if (question.Group is not null)
        {
            foreach (var sentence in UnknownMapping.Sentences(opened.View, GroupSelection.Resolve(opened.View, question.Of, question.Group)[..1]))
                yield return sentence;
        }
        if (question.Within is not { } bloc || answer.PresentShare.IsExact)
            yield break;
        if (answer.PresentShare == ShareRange.Unknown)
            yield return $"No source states which share of it {question.Of} takes from members of {bloc} today.";
        else
            yield return $"The share from members of {bloc} today is at least {DecimalText.Print(answer.PresentShare.AtLeast)} and at most {DecimalText.Print(answer.PresentShare.AtMost)}.";
    }
}
