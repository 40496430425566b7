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
        return new Wire.ListAlternativesResponse
        {
            Alternatives = { answer.Alternatives.Select(ToWire) },
            ShareWithinToday = answer.PresentShare.ToWire(),
            Basis = opened.ToBasis(
                answer.Basis.Measure, answer.Basis.Completeness, answer.Alternatives.SelectMany(alternative => alternative.Relations), Unknown(opened, question, answer)),
        };
    }

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
