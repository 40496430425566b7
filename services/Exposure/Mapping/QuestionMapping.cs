using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Views;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Wire;
using Google.Protobuf;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>What every question shares, read.</summary>
/// <param name="AsOf">The date.</param>
/// <param name="Evidence">Which evidence counts.</param>
/// <param name="Limits">How far to go.</param>
/// <param name="Point">From which state of actors.</param>
/// <param name="Scenarios">What is assumed.</param>
/// <param name="Page">Which part of the results is asked for.</param>
internal sealed record SharedQuestion(
    DateOnly AsOf, EvidenceRule Evidence, TraceLimits Limits, ReadPoint Point, AssumedScenarios Scenarios, AnswerPage Page);

/// <summary>Reads what every question shares, noting every violation.</summary>
internal static class QuestionMapping
{
    private const int DefaultTiers = 8;
    private const int MaxTiers = 32;
    private const int DefaultResults = 100;
    private const int MaxResults = 10_000;
    private const int MostChains = 1_000;

    /// <exception cref="GeoGraphException"><see cref="ErrorReason.LimitExceeded"/> and <see cref="ErrorReason.InvalidPageToken"/>.</exception>
    public static SharedQuestion ReadQuestion(this RequestFields fields, IMessage request, Wire.Question? question)
    {
        question ??= new Wire.Question();
        var results = fields.Limit("question.limit", question.Limit, DefaultResults, MaxResults);
        var page = AnswerPage.Read(request, question.Cursor, results);
        var limits = new TraceLimits
        {
            MaxTier = fields.Limit("question.max_tiers", question.MaxTiers, DefaultTiers, MaxTiers),
            MaxResults = page.ResultsToFind,
            MaxChains = Math.Min(results, MostChains),
        };
        if (!Enum.IsDefined(question.MinConfidence))
            fields.Violations.Add("question.min_confidence", question.MinConfidence.ToString(), "a confidence is one of the contract's");
        var asOf = fields.RequiredDate("question.as_of", question.AsOf);
        var point = fields.Read(question.Read, ServiceNames.Actors, "question.read");
        return new SharedQuestion(
            asOf, new EvidenceRule((Confidence)question.MinConfidence, IncludeInferred: true), limits, page.State is { } state ? ReadPoint.Exact(state) : point,
            fields.ReadScenarios(question.Scenarios, asOf), page);
    }
}
