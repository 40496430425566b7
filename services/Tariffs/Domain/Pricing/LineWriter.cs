using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>Writes the lines and the reasons of a settled case.</summary>
internal static class LineWriter
{
    /// <summary>The lines of the candidates that a filter takes, in order of type, authority and id.</summary>
    public static List<DutyLine> Lines(Settlement settlement, Predicate<int> takes)
    {
        var lines = new List<DutyLine>();
        foreach (var place in settlement.Plan.InOrderOfLines)
        {
            if (settlement.Standings[place].Applies && takes(place))
                lines.Add(Line(settlement, place));
        }
        return lines;
    }

    /// <summary>The line of one candidate that applies.</summary>
    public static DutyLine Line(Settlement settlement, int place)
    {
        var candidate = settlement.Candidates[place];
        var (duty, context) = (candidate.Compiled.Duty!, settlement.Context);
        var owed = settlement.Owed(place);
        var rate = duty is DutyExpression.AdValorem { Part: null } adValorem ? adValorem.Percent
            : context.Base == 0m ? 0m
            : Math.Round(owed / context.Base * 100m, 10, MidpointRounding.AwayFromZero);
        return new DutyLine(candidate.Measure, candidate.Compiled.DutyText, rate, context.Base, Settlement.ToCents(owed),
            DutyWords.Calculation(duty, context, owed), settlement.Bases.RuleOf(place)?.Title ?? "");
    }

    /// <summary>Why a candidate that does not apply is not charged.</summary>
    public static NotAppliedMeasure Reason(Candidate[] candidates, Standing standing, int place, Verdict verdict)
    {
        var candidate = candidates[place];
        var by = standing.By >= 0 ? candidates[standing.By].Measure : null;
        var (kind, reason) = standing.Kind switch
        {
            NotAppliedKind.Condition when !verdict.IsGoods => (NotAppliedKind.Condition, verdict.Reason),
            NotAppliedKind.Condition => (NotAppliedKind.Goods, "the code, however it is completed, is not among its goods"),
            NotAppliedKind.Precedence => (standing.Kind, $"superseded by {by!.Title}"),
            NotAppliedKind.Replaced => (standing.Kind, $"{by!.Title} takes its place"),
            NotAppliedKind.Stacking => (standing.Kind, $"{standing.Rule!.Title} ({by!.Title})"),
            NotAppliedKind.NothingRemains => (standing.Kind, standing.Rule is { } rule ? $"nothing of the value remains: {rule.Title}" : "the value that it is charged on is 0"),
            _ => (standing.Kind, ZeroRate(candidate.Compiled.Duty!)),
        };
        return new NotAppliedMeasure(candidate.Measure, kind, reason, standing.Rule?.Id.Value ?? by?.Id.Value ?? "");
    }

    private static string ZeroRate(DutyExpression duty) =>
        duty is DutyExpression.Floor floor ? $"already at or above {DecimalText.Print(floor.Percent)}%" : "rate is 0";
}

/// <summary>Why a candidate's conditions, or its goods, do not hold.</summary>
/// <param name="IsGoods">True where the goods do not.</param>
/// <param name="Reason">The failing condition's reason.</param>
internal readonly record struct Verdict(bool IsGoods, string Reason);
