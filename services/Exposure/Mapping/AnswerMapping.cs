using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Hosting.Wire;
using Common = GeoGraph.Contracts.Common.V1;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>The parts that several answers share. Figures are already rounded to twelve places; their text is the shortest.</summary>
internal static class AnswerMapping
{
    /// <summary>The share, or the least that it can be; empty where nothing is known of it.</summary>
    public static string ToWire(this ShareRange share) => IsUnknown(share) ? "" : DecimalText.Print(share.AtLeast);

    /// <summary>The most that the share can be; empty where it is exact or nothing is known of it.</summary>
    public static string ToWireAtMost(this ShareRange share) => share.IsExact || IsUnknown(share) ? "" : DecimalText.Print(share.AtMost);

    /// <summary>True where nothing is known: the share may be all or nothing.</summary>
    private static bool IsUnknown(ShareRange share) => share is { AtLeast: 0m, AtMost: 1m };

    public static Wire.Chain ToWire(this Chain chain) => new()
    {
        RelationIds = { chain.Relations.Select(id => id.Value) },
        ActorIds = { chain.Nodes.Select(id => id.Value) },
        Share = chain.Share is { } share ? DecimalText.Print(share) : chain.AtMost < 1m ? DecimalText.Print(chain.AtMost) : "",
        ShareIsBound = chain.Share is null && chain.AtMost < 1m,
        Tier = chain.Tier,
        Inferred = chain.Inferred,
    };

    /// <summary>Everything that a chain rests on.</summary>
    public static IEnumerable<EntityId> Rests(this Chain chain) => chain.Relations.Concat(chain.Placement);

    /// <summary>What an answer rests on.</summary>
    /// <param name="question">The question, of the side that is answered.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="completeness">How much of the graph it covers.</param>
    /// <param name="relations">What it rests on, in any order.</param>
    /// <param name="unknown">What the data does not state, in sentences.</param>
    /// <param name="hasMore">True where <see cref="OpenedQuestion.Cut"/> left results for a further page.</param>
    /// <param name="parameters">What it was computed with beyond the fields of the request, as defaults that the measure takes.</param>
    public static Wire.Basis ToBasis(
        this OpenedQuestion question, Measure measure, Completeness completeness, IEnumerable<EntityId> relations, IEnumerable<string> unknown,
        bool hasMore = false, params IEnumerable<(string Name, string Value)> parameters)
    {
        var ids = relations.Distinct().Order().ToList();
        var inferred = ids.Count(id => question.Loaded.Graph.IsInferred(id, measure.ReadsPassages));
        var isCut = hasMore || question.Part?.CompleteTiers is not null;
        var covered = isCut ? completeness with { PrunedBy = completeness.PrunedBy | PrunedBy.Limit } : completeness;
        return new Wire.Basis
        {
            Measure = measure.Name,
            Formula = measure.Formula,
            Note = measure.Note,
            AsOf = question.View.AsOf.ToWire(),
            RevisionToken = question.View.Revisions.ToString(),
            RelationIds = { ids.Select(id => id.Value) },
            InferredShare = DecimalText.Print(ids.Count == 0 ? 0m : ShareRange.Round((decimal)inferred / ids.Count)),
            Completeness = covered.ToWire(hasMore ? question.Page.Next(question.Loaded.Token) : ""),
            Unknown = { unknown },
            Parameters = { question.Parameters(parameters) },
            ScenarioNames = { question.Assumed.Names },
            Neighbourhood = question.Part?.Text ?? "",
        };
    }

    private static Common.Completeness ToWire(this Completeness completeness, string cursor)
    {
        var wire = new Common.Completeness
        {
            Complete = completeness.IsComplete,
            ExploredNodes = completeness.ExploredNodes,
            ExploredRelations = completeness.ExploredRelations,
            Cursor = cursor,
        };
        if (completeness.PrunedBy.HasFlag(PrunedBy.Depth))
            wire.PrunedBy.Add(Common.Pruning.Depth);
        if (completeness.PrunedBy.HasFlag(PrunedBy.Limit))
            wire.PrunedBy.Add(Common.Pruning.Limit);
        if (completeness.PrunedBy.HasFlag(PrunedBy.Deadline))
            wire.PrunedBy.Add(Common.Pruning.Deadline);
        if (completeness.PrunedBy.HasFlag(PrunedBy.Confidence))
            wire.PrunedBy.Add(Common.Pruning.Confidence);
        return wire;
    }
}
