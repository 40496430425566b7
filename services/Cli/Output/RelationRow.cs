using GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Cli.Output;

/// <summary>One relation as a row: from, relation, to, what, valid, sources.</summary>
internal static class RelationRow
{
    /// <summary>The cells.</summary>
    public static string[] Of(Relation relation) =>
    [
        relation.FromId,
        Show.Word(relation.Type),
        relation.ToId,
        string.Join("; ", What(relation).Where(w => w.Length > 0)),
        Show.Span(relation.Valid),
        relation.Evidence is { Inferred: true } inferred ? $"inferred: {inferred.Inference}" : Show.Cite(relation.Evidence),
    ];

    private static IEnumerable<string> What(Relation relation)
    {
        yield return relation.Title;
        yield return relation.ProductId;
        yield return relation.InputGroup.Length > 0 ? $"into {relation.InputGroup}{(relation.Inessential ? " (inessential)" : "")}" : "";
        yield return relation.Share.Length > 0 ? Show.Share(relation.Share) : "";
        yield return relation.ValueUsdPerYear.Length > 0 ? $"{Show.Amount(relation.ValueUsdPerYear)} USD a year" : "";
        yield return relation.RequirementPerUnit.Length > 0 ? $"{relation.RequirementPerUnit} a unit" : "";
        yield return relation.CapacityUsdPerYear.Length > 0 ? $"at most {Show.Amount(relation.CapacityUsdPerYear)} USD a year" : "";
        yield return relation.Threshold;
        yield return relation.ControlledTowardsIds.Count > 0 ? $"towards {string.Join(", ", relation.ControlledTowardsIds)}" : "";
        yield return string.Join(", ", relation.Obligations.Select(Show.Word));
        foreach (var transit in relation.Transits)
            yield return $"{Show.Share(transit.Share)} through {transit.ChokepointId}{(transit.Inferred ? " (inferred)" : "")}";
    }
}
