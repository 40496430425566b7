using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Tariffs;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Impacts;

/// <summary>Works out what the step from one state to another means.</summary>
internal static class ImpactMeasure
{
    /// <summary>The impact.</summary>
    /// <param name="before">The state before.</param>
    /// <param name="after">The state after.</param>
    /// <param name="changed">What changed between them.</param>
    /// <param name="question">What is watched.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static Impact Of(ImpactState before, ImpactState after, IReadOnlyList<EntityId> changed, ImpactQuestion question, CancellationToken cancellationToken)
    {
        var (was, becomes) = (before.Graph.At(question.AsOf, EvidenceRule.All), after.Graph.At(question.AsOf, EvidenceRule.All));
        var inputs = ReferenceEquals(before.Graph.Graph, after.Graph.Graph) ? []
            : new TouchedInputs(was, becomes).Find(changed, question.Of, question.Limit, cancellationToken);
        return new Impact(after.Token, changed, Costs(before, after, (was, becomes), inputs, question, cancellationToken), inputs);
    }

    private static IReadOnlyList<CostChange> Costs(
        ImpactState before, ImpactState after, (GraphView Before, GraphView After) views, IReadOnlyList<TouchedInput> inputs, ImpactQuestion question, CancellationToken cancellationToken)
    {
        if (before.Law is null || after.Law is null)
            return [];
        var isMoved = after.Law.Rates.Any(rate => before.Law.Rates.TryGetValue(rate.Key, out var known) && (known.AtLeast != rate.Value.AtLeast || known.AtMost != rate.Value.AtMost));
        if (!isMoved && inputs.Count == 0)
            return [];
        // Where only flows changed, nobody but their buyers and those downstream can pay another duty.
        IReadOnlyList<EntityId>? of = question.Of.Count > 0 ? question.Of : isMoved ? null : [.. inputs.SelectMany(input => input.Dependents.Prepend(input.Buyer)).Distinct().Order()];
        var present = of?.Where(id => views.Before.Graph.FindNode(id) is not null || views.After.Graph.FindNode(id) is not null).ToList();
        if (present is { Count: 0 })
            return [];
        var limits = TraceLimits.Default with { MaxResults = question.Limit };
        var shock = TariffShockMeasures.Of(before.Law.On(views.Before), after.Law.On(views.After), new ShockQuestion(present, 1m), limits, cancellationToken);
        return [.. shock.Changes.Where(change => change.Changes)];
    }
}
