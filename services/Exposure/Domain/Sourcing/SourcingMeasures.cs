using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Tracing;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Sourcing;

/// <summary>A question for alternatives.</summary>
/// <param name="Of">The buyer.</param>
/// <param name="Group">Its input group; the product's id for a state's imports. Null where <see cref="Product"/> is asked for.</param>
/// <param name="Within">The bloc; null for anywhere.</param>
/// <param name="Wanted">Obligations that a membership must carry, all of them; none asks for any membership.</param>
internal sealed record SourcingQuestion(EntityId Of, string? Group, EntityId? Within, Obligations Wanted)
{
    /// <summary>The product to source, where no group is named.</summary>
    public EntityId? Product { get; init; }
}

/// <summary>Who within a bloc makes what an input group takes (friend-shoring).</summary>
internal static class SourcingMeasures
{
    private static readonly Measure Alternatives = new(
        "alternatives-within-bloc",
        "present share = sum s over suppliers in member states; alternatives = producers and suppliers of the products, in member states on the date where a bloc is named",
        "Who makes the product, not who has free capacity or would sell.");

    /// <summary>The alternatives and the share that comes from within the bloc now.</summary>
    /// <exception cref="GeoGraphException">NotFound where node, group, product or bloc is absent; InvalidRequest where <c>within</c> is no bloc or a limit is out of bounds.</exception>
    public static SourcingAnswer Within(GraphView view, SourcingQuestion question, TraceLimits limits, CancellationToken cancellationToken)
    {
        var bloc = Check(view, question, limits);
        var groups = GroupsOf(view, question);
        var search = new AlternativeSearch(view, GroupSelection.FindNode(view, question.Of), bloc, question.Wanted);
        var found = search.Find(Products(view, question, groups), groups, cancellationToken);
        var ordered = found.OrderByDescending(alternative => alternative.SuppliesNow)
            .ThenByDescending(alternative => alternative.ShareOfWorldOutput ?? -1m).ThenBy(alternative => alternative.Node).ThenBy(alternative => alternative.Product);
        var leftOut = groups.Sum(shares => shares.LeftOut) + search.LeftOut;
        var pruned = (found.Count > limits.MaxResults ? PrunedBy.Limit : PrunedBy.Nothing) | (leftOut > 0 ? PrunedBy.Confidence : PrunedBy.Nothing);
        var basis = AnswerBasis.Of(view, Alternatives, new Completeness(pruned, search.ExploredNodes, search.ExploredRelations),
            ("of", question.Of.Value), ("group", question.Group ?? ""), ("product", question.Product?.Value ?? ""),
            ("within", question.Within?.Value ?? ""), ("wanted", question.Wanted.ToString().ToUpperInvariant()));
        var present = bloc is not null && groups.Count == 1 ? PresentShare(view, search, groups[0]) : ShareRange.Unknown;
        return new SourcingAnswer(basis, present, [.. ordered.Take(limits.MaxResults)], found.Count);
    }

    private static int? Check(GraphView view, SourcingQuestion question, TraceLimits limits)
    {
        var violations = new Violations();
        limits.Check(violations);
        if (question.Group is null == question.Product is null)
            violations.Add("group", question.Group, "either an input group or a product is named");
        var bloc = question.Within is { } within ? GroupSelection.FindNode(view, within) : (int?)null;
        if (bloc is { } node && view.Graph.KindOf(node) != NodeKind.Bloc)
            violations.Add("within", view.Graph.NodeId(node).Value, "names a bloc");
        violations.ThrowIfAny();
        return bloc;
    }

    /// <summary>The group asked about, or the buyer's groups into which the product goes.</summary>
    private static List<GroupShares> GroupsOf(GraphView view, SourcingQuestion question)
    {
        var groups = GroupSelection.Resolve(view, question.Of, question.Group);
        if (question.Product is not { } product)
            return [view.Shares(groups[0])];
        if (view.Graph.FindProduct(product) is null && view.Graph.FindNode(product) is null)
            throw GeoGraphException.NotFound("product", product.Value);
        var wanted = new ProductMatch(view.Graph, product);
        return groups.ConvertAll(view.Shares).FindAll(shares => shares.Members.Any(member => wanted.Is(view.Graph.Flows.Product(member.Flow))));
    }

    private static SortedSet<EntityId> Products(GraphView view, SourcingQuestion question, List<GroupShares> groups) => question.Product is { } asked ? Covered(view, asked)
        : [.. groups.SelectMany(shares => shares.Members).Select(member => view.Graph.Flows.Product(member.Flow)).Where(product => product >= 0).Select(product => view.Graph.Products[product])];

    // The product, and those whose HS codes lie beneath its own.
    private static SortedSet<EntityId> Covered(GraphView view, EntityId asked)
    {
        var match = new ProductMatch(view.Graph, asked);
        return [asked, .. view.Graph.Products.Where((_, number) => match.Is(number))];
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
