using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Tariffs.V1;
using GeoGraph.Core;
using GeoGraph.Exposure.Scenarios;
using GeoGraph.Hosting.Wire;
using Google.Protobuf;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>What scenarios change of the law: for the tariffs service, which applies and checks it.</summary>
/// <param name="Overlay">Measures removed, agreements ended, measures put.</param>
/// <param name="ScenarioIds">Named scenarios of the law that are assumed.</param>
internal sealed record AssumedLaw(LawOverlay Overlay, IReadOnlyList<string> ScenarioIds)
{
    /// <summary>The law as it stands.</summary>
    public static readonly AssumedLaw None = new(new LawOverlay(), []);

    /// <summary>True where nothing of the law changes.</summary>
    public bool IsEmpty => Overlay.CalculateSize() == 0 && ScenarioIds.Count == 0;

    /// <summary>A question of the law under this change of it; the question given stays as it is.</summary>
    public DutyQuestion Applied(DutyQuestion? question)
    {
        var applied = question?.Clone() ?? new DutyQuestion();
        applied.ScenarioIds.AddRange(ScenarioIds.Except(applied.ScenarioIds, StringComparer.Ordinal).ToList());
        if (Overlay.CalculateSize() > 0)
            applied.Overlay = Overlay.Clone();
        return applied;
    }
}

/// <summary>
/// Reads what scenarios change of the law into one overlay, scenario after scenario. An overlay removes first, then ends, then puts; so what a later scenario
/// removes or ends of what an earlier one put is settled here.
/// </summary>
internal sealed class AssumedLawMapping(RequestFields fields, DateOnly asOf)
{
    private const int MaxNamed = 100;
    private const int MaxNameLength = 256;
    private readonly List<string> _named = [];
    private readonly SortedSet<string> _removed = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, DateOnly> _ended = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (Measure Measure, ValidPeriod Effective)> _put = new(StringComparer.Ordinal);

    /// <summary>All that was read.</summary>
    public AssumedLaw Law => new(
        new LawOverlay
        {
            RemovedMeasureIds = { _removed },
            EndedAgreements = { _ended.Select(end => new EndedAgreement { AgreementId = end.Key, EndedOn = end.Value.ToWire() }) },
            PutMeasures = { _put.Values.Select(put => put.Measure) },
        },
        [.. _named.Distinct(StringComparer.Ordinal)]);

    /// <summary>Takes named scenarios of the law.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.LimitExceeded"/>.</exception>
    public void ReadNamed(string field, IReadOnlyList<string> names)
    {
        RequestFields.AtMost(field, _named.Count + names.Count, MaxNamed);
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i].Length is 0 or > MaxNameLength)
                fields.Violations.Add(RequestFields.At(field, i), names[i], "a scenario of the law has a name of 1 to 256 characters");
        }
        _named.AddRange(names);
    }

    /// <summary>Takes a change of the law.</summary>
    public void Read(string field, Wire.ScenarioChange wire, ScenarioClaims claims)
    {
        switch (wire.ChangeCase)
        {
            case Wire.ScenarioChange.ChangeOneofCase.EndAgreement:
                End(field + ".end_agreement", wire.EndAgreement, claims);
                break;
            case Wire.ScenarioChange.ChangeOneofCase.PutMeasure:
                fields.Id(field + ".put_measure.id", wire.PutMeasure.Id);
                claims.Put(field + ".put_measure", wire.PutMeasure.Id, wire.PutMeasure.ToByteString().ToBase64());
                _put[wire.PutMeasure.Id] = (wire.PutMeasure, fields.Period(field + ".put_measure.effective", wire.PutMeasure.Effective));
                break;
            case Wire.ScenarioChange.ChangeOneofCase.RemoveMeasureId:
                fields.Id(field + ".remove_measure_id", wire.RemoveMeasureId);
                claims.Remove(field + ".remove_measure_id", wire.RemoveMeasureId);
                Remove(wire.RemoveMeasureId);
                break;
            default:
                throw new InvalidOperationException($"{wire.ChangeCase} is no change that is known.");
        }
    }

    private void End(string field, Wire.AgreementEnd wire, ScenarioClaims claims)
    {
        fields.Id(field + ".agreement_id", wire.AgreementId);
        var on = fields.Date(field + ".ended_on", wire.EndedOn) ?? asOf;
        claims.Holds(field, wire.AgreementId, "ended", on.ToString("yyyy-MM-dd", null));
        if (!_ended.TryGetValue(wire.AgreementId, out var earlier) || on < earlier)
            _ended[wire.AgreementId] = on;
        foreach (var (measure, effective) in _put.Values.Where(put => put.Measure.LegalBasisId == wire.AgreementId || put.Measure.ImplementsIds.Contains(wire.AgreementId)).ToList())
            _put[measure.Id] = EndedOn(measure, effective, on);
    }

    // Whether the law has a measure of this id beside the one that was put is not known here: the one put is made to apply nowhere, in the place of both.
    private void Remove(string id)
    {
        if (_put.TryGetValue(id, out var put))
            _put[id] = put with { Measure = Nowhere(put.Measure) };
        else
            _removed.Add(id);
    }

    private static (Measure Measure, ValidPeriod Effective) EndedOn(Measure measure, ValidPeriod effective, DateOnly on)
    {
        if (effective.From >= on)
            return (Nowhere(measure), effective);
        if (effective.To <= on)
            return (measure, effective);
        var ended = measure.Clone();
        var until = new ValidPeriod(effective.From, on);
        ended.Effective = until.ToWire();
        return (ended, until);
    }

    private static Measure Nowhere(Measure measure)
    {
        var shelved = measure.Clone();
        shelved.Status = MeasureStatus.Proposed;
        shelved.ScenarioIds.Clear();
        shelved.ScenarioIds.Add($"{measure.Id} is removed");
        return shelved;
    }
}
