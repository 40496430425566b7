using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>Finds the measures that an entry meets, by the index, and sorts them by date, knowledge and status.</summary>
internal sealed class CandidateFinder
{
    private readonly CompiledSchedule _schedule;
    private readonly Entry _entry;
    private readonly DutyQuestion _question;
    private readonly List<EntityId> _origins;
    private readonly string _digits;
    private readonly CodeSpan _code;
    private readonly GoodsCover _cover;

    /// <summary>Prepares to find.</summary>
    public CandidateFinder(CompiledSchedule schedule, Entry entry, DutyQuestion question)
    {
        (_schedule, _entry, _question) = (schedule, entry, question);
        _origins = schedule.Memberships.GroupsOf(entry.Origin, entry.EntryDate);
        _digits = HsCode.Parse(entry.Code).Digits;
        _code = CodeSpan.OfPrefix(_digits);
        _cover = new GoodsCover(schedule, _code, entry.EntryDate, question.KnownAt);
    }

    /// <summary>Finds the candidates.</summary>
    public Candidates Find()
    {
        var found = new Candidates();
        foreach (var imposer in _schedule.Memberships.GroupsOf(_entry.Importer, _entry.EntryDate))
        {
            foreach (var candidate in Covering(imposer, static type => type is not (MeasureType.ExportControl or MeasureType.BoundRate)))
                Sort(candidate, found);
            found.Bounds.AddRange(Covering(imposer, static type => type == MeasureType.BoundRate)
                .Where(bound => bound.Compiled.Refusal is null && LawInForce.Holds(bound.Measure, _question, _entry.EntryDate)));
        }
        found.Live.Sort(static (left, right) => left.Measure.Id.CompareTo(right.Measure.Id));
        FindControls(_entry.Origin, found);
        if (_entry.ExportCountry is { } exportCountry && exportCountry != _entry.Origin)
            FindControls(exportCountry, found);
        CodeCompletions.Fill(_schedule, _code, found, _entry.EntryDate, _question.KnownAt);
        return found;
    }

    // In order of id.
    private List<Candidate> Covering(EntityId imposer, Predicate<MeasureType> takes)
    {
        var met = new List<CompiledMeasure>(64);
        _schedule.FindMeasures(imposer, _digits, met);
        var covering = new List<Candidate>(met.Count);
        foreach (var measure in met)
        {
            if (takes(measure.Measure.Type) && Cover(measure) is { } candidate)
                covering.Add(candidate);
        }
        covering.Sort(static (left, right) => left.Measure.Id.CompareTo(right.Measure.Id));
        return covering;
    }

    private Candidate? Cover(CompiledMeasure compiled)
    {
        if (!compiled.CoversOrigin(_origins))
            return null;
        var coverage = _cover.Of(compiled.Goods, out var width);
        return coverage == Coverage.None ? null : new Candidate { Compiled = compiled, Coverage = coverage, Width = width };
    }

    private void Sort(Candidate candidate, Candidates found)
    {
        var measure = candidate.Measure;
        if (!MeasureDates.Contains(measure, _question.Clock, _entry.EntryDate))
            Bar(candidate, NotAppliedKind.Date, found);
        else if (!Visibility.Sees(measure, _question.KnownAt))
            Bar(candidate, NotAppliedKind.NotKnown, found);
        else if (measure.Status != MeasureStatus.Law && !_question.AsksFor(measure.ScenarioIds))
            Bar(candidate, NotAppliedKind.Status, found);
        else if (_question.AsksFor(measure.VoidInScenarioIds))
            Bar(candidate, NotAppliedKind.Scenario, found);
        else if (candidate.Compiled.Refusal is not null)
            found.Refused.Add(candidate);
        else
            found.Live.Add(candidate);
    }

    // What is out by date is told only where this version of the law is the one seen, it is law, and it can be evaluated.
    private void Bar(Candidate candidate, NotAppliedKind kind, Candidates found)
    {
        var measure = candidate.Measure;
        if (kind == NotAppliedKind.Date && (measure.Status != MeasureStatus.Law || candidate.Compiled.Refusal is not null || !Visibility.Sees(measure, _question.KnownAt)))
            return;
        var isAhead = MeasureDates.Of(measure, _question.Clock).From > _entry.EntryDate;
        found.Barred.Add(new BarredCandidate(candidate, kind, isAhead, BarReasons.Of(measure, kind, _entry.EntryDate, _question)));
    }

    private void FindControls(EntityId imposer, Candidates found)
    {
        foreach (var candidate in Covering(imposer, static type => type == MeasureType.ExportControl))
        {
            var measure = candidate.Measure;
            if (measure.Status == MeasureStatus.Law && MeasureDates.Contains(measure, _question.Clock, _entry.EntryDate) && Visibility.Sees(measure, _question.KnownAt))
                found.Controls.Add(candidate);
        }
    }
}
