using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Sourcing;

/// <summary>A question for alternatives within a bloc.</summary>
/// <param name="Of">The buyer.</param>
/// <param name="Group">Its input group; the product's id for a state's imports.</param>
/// <param name="Within">The bloc.</param>
/// <param name="Wanted">Obligations that a membership must carry, all of them; none asks for any membership.</param>
internal sealed record SourcingQuestion(EntityId Of, string Group, EntityId Within, Obligations Wanted);

/// <summary>Who within a bloc makes what an input group takes (friend-shoring).</summary>
internal static class SourcingMeasures
{
    private static readonly Measure Alternatives = new(
        "alternatives-within-bloc",
        "present share = sum s over suppliers in member states; alternatives = producers and suppliers of the group's products in member states on the date",
        "Who makes the product, not who has free capacity or would sell.");

    /// <summary>The alternatives and the share that comes from within the bloc now.</summary>
    /// <exception cref="GeoGraphException">NotFound where node, group or bloc is absent; InvalidRequest where <c>within</c> is no bloc or a limit is out of bounds.</exception>
    public static SourcingAnswer Within(GraphView view, SourcingQuestion question, TraceLimits limits, CancellationToken cancellationToken)
    {
        var violations = new Violations();
        limits.Check(violations);
        var bloc = GroupSelection.FindNode(view, question.Within);
        if (view.Graph.KindOf(bloc) != NodeKind.Bloc)
            violations.Add("within", question.Within.Value, "names a bloc");
        violations.ThrowIfAny();
        var shares = view.Shares(GroupSelection.Resolve(view, question.Of, question.Group)[0]);
        var search = new AlternativeSearch(view, GroupSelection.FindNode(view, question.Of), bloc, question.Wanted);
        var found = search.Find(shares, cancellationToken);
        var ordered = found.OrderByDescending(alternative => alternative.ShareOfWorldOutput ?? -1m).ThenBy(alternative => alternative.Node).ThenBy(alternative => alternative.Product);
        var pruned = (found.Count > limits.MaxResults ? PrunedBy.Limit : PrunedBy.Nothing) | (shares.LeftOut > 0 ? PrunedBy.Confidence : PrunedBy.Nothing);
        var basis = AnswerBasis.Of(view, Alternatives, new Completeness(pruned, search.ExploredNodes, search.ExploredRelations),
            ("of", question.Of.Value), ("group", question.Group), ("within", question.Within.Value), ("wanted", question.Wanted.ToString().ToUpperInvariant()));
        return new SourcingAnswer(basis, PresentShare(view, search, shares), [.. ordered.Take(limits.MaxResults)], found.Count);
    }

    private static ShareRange PresentShare(GraphView view, AlternativeSearch search, GroupShares shares)
    {
        var (known, maybe, observed) = (0m, shares.Unknown, 0m);
        foreach (var member in shares.Members)
        {
            var inside = search.PlaceInBloc(view.Graph.Flows.Supplier(member.Flow), out var isAmbiguous);
            if (member.Share is not { } share || inside is not { } place)
                continue;
            known += isAmbiguous ? 0m : share;
            maybe += isAmbiguous ? share : 0m;
            observed += isAmbiguous || place.Inferred || view.Graph.Flows.Flags(member.Flow).Inferred ? 0m : share;
        }
        return new ShareRange(known, known + maybe, observed).Rounded();
    }
}
