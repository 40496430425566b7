using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Concentration;
using GeoGraph.Exposure.Views;
using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>Questions of concentration: read, called for every group asked about, and answered as the contract writes it.</summary>
internal static class ConcentrationMapping
{
    /// <summary>By what shares are summed, with the rules between level and blocs.</summary>
    public static ConcentrationBy ReadLevel(this RequestFields fields, Wire.GetConcentrationRequest request)
    {
        if (!Enum.IsDefined(request.Level))
            fields.Violations.Add("level", request.Level.ToString(), "a level is one of the contract's");
        if (request.Level == Wire.ConcentrationLevel.Bloc && request.BlocIds.Count == 0)
            fields.Violations.Add("bloc_ids", "", "summing by bloc names at least one");
        if (request.Level != Wire.ConcentrationLevel.Bloc && request.BlocIds.Count > 0)
            fields.Violations.Add("bloc_ids", string.Join(',', request.BlocIds), "blocs are named only for summing by bloc");
        return request.Level switch
        {
            Wire.ConcentrationLevel.State => ConcentrationBy.State,
            Wire.ConcentrationLevel.Bloc => ConcentrationBy.Bloc,
            Wire.ConcentrationLevel.Owner => ConcentrationBy.UltimateOwner,
            Wire.ConcentrationLevel.Firm => ConcentrationBy.Firm,
            _ => ConcentrationBy.Supplier,
        };
    }

    public static Wire.GetConcentrationResponse Answer(
        OpenedQuestion question, EntityId of, string? group, ConcentrationBy by, ConcentrationDepth depth, IReadOnlyList<EntityId> blocs)
    {
        var (view, limits) = (question.View, question.Limits);
        var groups = GroupSelection.Resolve(view, of, group).DistinctBy(view.Graph.Groups.Name).OrderBy(view.Graph.Groups.Name, StringComparer.Ordinal).ToList();
        var page = question.Cut(groups);
        var answered = page.Items;
        var answers = answered.Select(asked => ConcentrationMeasures.Of(
            view, new ConcentrationQuestion(of, view.Graph.Groups.Name(asked), by, depth, blocs), limits, question.CancellationToken)).ToList();
        var isCut = answers.Exists(answer => answer.Parts.Any(part => part.HasMoreChains));
        var completeness = new Completeness(
            answers.Aggregate(isCut ? PrunedBy.Limit : PrunedBy.Nothing, (pruned, answer) => pruned | answer.Basis.Completeness.PrunedBy),
            answers.Sum(answer => answer.Basis.Completeness.ExploredNodes),
            answers.Sum(answer => answer.Basis.Completeness.ExploredRelations));
        var unknown = depth == ConcentrationDepth.Direct ? UnknownMapping.Sentences(view, answered) : UnknownMapping.Upstream(question, [.. answered]);
        var relations = answers.SelectMany(answer => answer.Parts).SelectMany(part => part.Chains.SelectMany(AnswerMapping.Rests).Concat(part.Placement));
        return new Wire.GetConcentrationResponse
        {
            Groups = { answered.Zip(answers, (asked, answer) => ToWire(view.Graph.Groups.Name(asked), answer)) },
            Basis = question.ToBasis(ConcentrationMeasures.MeasureOf(depth), completeness, relations, unknown, page.HasMore),
        };
    }

    /// <summary>By input, how concentrated it is and who holds how much.</summary>
    public static IEnumerable<Figure> Figures(Wire.GetConcentrationResponse answer) => answer.Groups.SelectMany(group => (IEnumerable<Figure>)
    [
        Figure.Of(group.Hhi, group.HhiAtMost, group.InputGroup, "hhi"),
        .. group.Holders.Select(holder => Figure.Of(holder.Share, "", group.InputGroup, holder.Id)),
        Figure.Of(group.UnknownShare, "", group.InputGroup, "unknown"),
    ]);

    private static Wire.GroupConcentration ToWire(string group, ConcentrationAnswer answer)
    {
        var isUnknown = answer.UnknownShare == 1m;
        return new Wire.GroupConcentration
        {
            InputGroup = group,
            Hhi = isUnknown ? "" : DecimalText.Print(answer.HhiAtLeast),
            HhiAtMost = isUnknown || answer.HhiAtLeast == answer.HhiAtMost ? "" : DecimalText.Print(answer.HhiAtMost),
            UnknownShare = DecimalText.Print(answer.UnknownShare),
            Holders = { answer.Parts.Select(part => new Wire.Holder { Id = part.Key.Value, Share = ShareOf(part.Share) }) },
        };
    }

    // A holder of whose share nothing is known is listed without one.
    private static string ShareOf(ShareRange share) => share is { AtLeast: 0m, AtMost: > 0m } ? "" : DecimalText.Print(share.AtLeast);
}
