using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>The lowest duty that another origin owes under an authority.</summary>
/// <param name="Amount">What it owes on the same base, not rounded.</param>
/// <param name="Measure">The measure that it owes it by.</param>
/// <param name="Origin">Whose duty it is, in words.</param>
internal sealed record Followed(decimal Amount, Measure Measure, string Origin);

/// <summary>
/// What other origins owe under the authority of a measure that follows the lowest of them. Origins are those that measures of the authority name, and every
/// other one together. Rates within quotas, rates that turn on facts which the entry does not state, and what others owe only by following are not followed.
/// </summary>
internal sealed class Rivals
{
    private readonly (string Origin, CompiledMeasure[] Measures)[] _origins;

    private Rivals((string Origin, CompiledMeasure[] Measures)[] origins) => _origins = origins;

    /// <summary>Gives each live candidate that follows others what it takes to follow them.</summary>
    public static void Attach(CompiledSchedule schedule, Entry entry, DutyQuestion question, Candidates candidates)
    {
        foreach (var candidate in candidates.Live)
        {
            if (candidate.Compiled.Duty is DutyExpression.MostFavoured)
                candidate.Rivals = Of(schedule, entry, question, candidate.Measure);
        }
    }

    /// <summary>The lowest duty of another origin for an entry; null where none is known.</summary>
    public Followed? Lowest(DutyContext context)
    {
        var (replaced, lowest) = (context.Replaced, (Followed?)null);
        foreach (var (origin, measures) in _origins)
        {
            var applying = Array.FindAll(measures, measure =>
                Verdicts.Of(measure, context.Facts, Verdicts.NoneOpen) == Truth.True && !DutyEvaluator.LacksQuantity(measure.Duty!, context.Quantities));
            if (applying.Length > 0 && Owed(applying, 0, context) is var owed && (lowest is null || owed < lowest.Amount))
                lowest = new Followed(owed, applying[0].Measure, origin);
        }
        context.Replaced = replaced;
        return lowest;
    }

    private static Rivals Of(CompiledSchedule schedule, Entry entry, DutyQuestion question, Measure follower)
    {
        var code = HsCode.Parse(entry.Code).Digits;
        var cover = new GoodsCover(schedule, CodeSpan.OfPrefix(code), entry.EntryDate, question.KnownAt);
        var met = new List<CompiledMeasure>();
        schedule.FindMeasures(follower.ImposedById, code, met);
        var measures = met.Where(measure => measure.Measure.Authority == follower.Authority && measure.Duty is not null && measure.Refusal is null
            && LawInForce.Holds(measure.Measure, question, entry.EntryDate) && schedule.Quotas.Within(measure.Measure.Id).Count == 0
            && cover.Of(measure.Goods, out _) == Coverage.Full).OrderBy(measure => measure.Measure.Id).ToArray();
        var named = measures.SelectMany(measure => measure.Origins.Concat(measure.NotOrigins)).Distinct().Where(id => id != entry.Origin && id != entry.Importer).Order();
        var origins = named.Select(id => (id.Value, Covering(measures, id.Kind == "bloc" ? [id] : schedule.Memberships.GroupsOf(id, entry.EntryDate))))
            .Append(("every other origin", Covering(measures, [])));
        return new Rivals([.. origins.Where(row => row.Item2.Length > 0)]);
    }

    // The highest precedence first.
    private static CompiledMeasure[] Covering(CompiledMeasure[] measures, IReadOnlyList<EntityId> origins) =>
        [.. measures.Where(measure => measure.CoversOrigin(origins)).OrderByDescending(measure => measure.Measure.Precedence)];

    // Of the measures from a place on only the highest precedence is owed; a cap limits what comes after it, and a clause is that without following.
    private static decimal Owed(CompiledMeasure[] measures, int from, DutyContext context)
    {
        if (from >= measures.Length)
            return 0m;
        var precedence = measures[from].Measure.Precedence;
        var next = from;
        while (next < measures.Length && measures[next].Measure.Precedence == precedence)
            next++;
        var sum = 0m;
        for (var i = from; i < next; i++)
        {
            var duty = measures[i].Duty!;
            var limited = duty is DutyExpression.Cap or DutyExpression.MostFavoured ? Owed(measures, next, context) : 0m;
            context.Replaced = limited;
            sum += duty is DutyExpression.MostFavoured ? limited : DutyEvaluator.Amount(duty, context);
        }
        return sum;
    }
}
