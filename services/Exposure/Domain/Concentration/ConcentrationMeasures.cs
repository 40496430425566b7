using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Tracing;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Concentration;

/// <summary>A question of concentration.</summary>
/// <param name="Of">The buyer.</param>
/// <param name="Group">Its input group; the product's id for a state's imports.</param>
/// <param name="By">By what parts are told apart.</param>
/// <param name="Depth">Direct or looked through.</param>
/// <param name="Blocs">The blocs to compare, the first that fits counts; needed for, and only for, <see cref="ConcentrationBy.Bloc"/>.</param>
internal sealed record ConcentrationQuestion(EntityId Of, string Group, ConcentrationBy By, ConcentrationDepth Depth, IReadOnlyList<EntityId> Blocs);

/// <summary>How concentrated an input group is.</summary>
internal static class ConcentrationMeasures
{
    private static readonly Measure Direct = new(
        "direct-concentration",
        "HHI = sum s^2, s = a key's share of the input group",
        "Between 0 (countless suppliers) and 1 (a single one).");

    private static readonly Measure LookThrough = new(
        "look-through-concentration",
        "HHI = sum s^2, s = a key's share of the origins; origin(g) = sum s*origin(supplier), a supplier without inputs is its own origin; several input groups weigh by value",
        "Assumes that a supplier's inputs go into all of its sales in the same proportion.");

    /// <summary>The measure of a depth.</summary>
    public static Measure MeasureOf(ConcentrationDepth depth) => depth == ConcentrationDepth.Direct ? Direct : LookThrough;

    /// <summary>The parts of the group and their concentration.</summary>
    /// <exception cref="GeoGraphException">NotFound where node, group or bloc is absent; InvalidRequest where limits or blocs break their rules.</exception>
    public static ConcentrationAnswer Of(GraphView view, ConcentrationQuestion question, TraceLimits limits, CancellationToken cancellationToken)
    {
        var keys = new PartKeys(view, question.By, Check(view, question, limits));
        var groups = GroupSelection.Resolve(view, question.Of, question.Group);
        var reach = question.Depth == ConcentrationDepth.Direct ? limits with { MaxTier = 1 } : limits;
        var cone = ConeBuilder.Build(view, groups[..1], reach, GroupSplit.ByValue, cancellationToken);
        var origins = question.Depth == ConcentrationDepth.Direct
            ? OriginShares.Direct(cone, cone.Roots[0])
            : OriginShares.Through(cone, cone.Roots[0], reach, cancellationToken);
        return new ConcentrationParts(view, cone, keys, origins, question.Depth).Answer(
            MeasureOf(question.Depth), reach, cancellationToken,
            ("of", question.Of.Value), ("group", question.Group), ("by", question.By.ToString().ToUpperInvariant()), ("blocs", string.Join(',', question.Blocs)));
    }

    private static List<int> Check(GraphView view, ConcentrationQuestion question, TraceLimits limits)
    {
        var violations = new Violations();
        limits.Check(violations);
        if (question.By == ConcentrationBy.Bloc != question.Blocs.Count > 0)
            violations.Add("blocs", string.Join(',', question.Blocs), "names the blocs to compare where, and only where, parts are told apart by bloc");
        var blocs = question.Blocs.Select(bloc => GroupSelection.FindNode(view, bloc)).ToList();
        foreach (var bloc in blocs.Where(bloc => view.Graph.KindOf(bloc) != NodeKind.Bloc))
            violations.Add("blocs", view.Graph.NodeId(bloc).Value, "names blocs");
        violations.ThrowIfAny();
        return blocs;
    }
}
