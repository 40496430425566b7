using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>
/// The end of one agreement, as it meets measures. What rests on it by its legal basis, and what carries it out, lasts until that date. What is claimed under it can be claimed no longer: preferences end with
/// their last claim, and other measures no longer spare the goods that had one. An additional duty that asks for the origin goes on.
/// </summary>
internal sealed class AgreementEnding
{
    private readonly LawEnd _end;
    private readonly AgreementClaims _claims;
    private readonly string _date;

    /// <summary>Prepares the end of an agreement.</summary>
    public AgreementEnding(CompiledSchedule schedule, LawEnd end)
    {
        (_end, _claims) = (end, AgreementClaims.Of(schedule, end.AgreementId));
        _date = end.EndedOn.ToString("yyyy-MM-dd", null);
    }

    /// <summary>True where a measure changes by the end, at whatever date.</summary>
    public bool Touches(Measure measure) =>
        Rests(measure) || (!_claims.None && measure.Conditions.Any(condition => condition.AnyOf.Any(test => IsEnded(measure, test) || IsSpared(test))));

    /// <summary>The measure after the end; null where nothing is left of it.</summary>
    public Measure? After(Measure measure)
    {
        if (Rests(measure))
            return Cut(measure);
        var conditions = new List<Condition>();
        foreach (var condition in measure.Conditions)
        {
            if (condition.AnyOf.Any(IsSpared))
            {
                conditions.Add(condition with { AnyOf = [.. condition.AnyOf, EntryDate(FactOperator.AtLeast)] });
                continue;
            }
            conditions.Add(condition);
            if (!condition.AnyOf.Any(test => IsEnded(measure, test)))
                continue;
            var left = condition.AnyOf.Select(test => IsEnded(measure, test) ? _claims.LeftOf(test) : test).OfType<FactTest>().ToList();
            if (left.Count == 0)
                return Cut(measure);
            conditions.Add(new Condition([.. left, EntryDate(FactOperator.Less)], $"{_end.AgreementId} ended on {_date}; {condition.Reason}"));
        }
        return measure with { Conditions = conditions };
    }

    private bool Rests(Measure measure) => measure.LegalBasisId == _end.AgreementId.Value || measure.ImplementsIds.Contains(_end.AgreementId);

    private static bool Gives(Measure measure) => measure.Type is MeasureType.TariffPreference or MeasureType.Suspension;

    private bool IsEnded(Measure measure, FactTest test) =>
        Gives(measure) && test.Operator is FactOperator.EqualTo or FactOperator.OneOf && !test.Value.Trim().Equals("false", StringComparison.OrdinalIgnoreCase) && _claims.Concern(test);

    // A test that keeps a measure from goods with a claim holds of all goods once there is none.
    private bool IsSpared(FactTest test) => _claims.Concern(test)
        && (test.Operator == FactOperator.NotEqualTo ? !IsNo(test) && _claims.LeftOf(test) is null : test.Operator == FactOperator.EqualTo && IsNo(test));

    private static bool IsNo(FactTest test) => test.Value.Trim().Equals("false", StringComparison.OrdinalIgnoreCase);

    private FactTest EntryDate(FactOperator compared) => new(FactNames.EntryDate, compared, _date, WhenAbsent.Unknown);

    private Measure? Cut(Measure measure)
    {
        if (Before(measure.Effective) is not { } effective)
            return null;
        var collected = measure.Collected is { } period ? Before(period) : null;
        return measure.Collected is not null && collected is null ? null : measure with { Effective = effective, Collected = collected };
    }

    private ValidPeriod? Before(ValidPeriod period) =>
        period.From >= _end.EndedOn ? null : new ValidPeriod(period.From, period.To < _end.EndedOn ? period.To : _end.EndedOn);
}
