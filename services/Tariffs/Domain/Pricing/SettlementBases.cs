namespace GeoGraph.Tariffs;

/// <summary>
/// The value that each candidate of a settlement is charged on: the full value, a content, or what splitting rules leave.
/// A content counts once, however many measures are charged on it.
/// </summary>
internal sealed class SettlementBases
{
    private readonly Settlement _settlement;
    private readonly List<(int Place, string Content, StackingRule Rule)> _splits = [];

    /// <summary>Prepares the bases of a settlement.</summary>
    public SettlementBases(Settlement settlement) => _settlement = settlement;

    /// <summary>The value with all duties, once they are known.</summary>
    public decimal DutyInclusive { get; set; }

    /// <summary>Forgets all splits.</summary>
    public void Clear()
    {
        _splits.Clear();
        DutyInclusive = _settlement.Context.FullValue;
    }

    /// <summary>Takes a content's value away from what a candidate is charged on; the empty content is the whole value.</summary>
    public void SplitOff(int place, string content, StackingRule rule)
    {
        foreach (var split in _splits)
        {
            if (split.Place == place && split.Content == content)
                return;
        }
        _splits.Add((place, content, rule));
    }

    /// <summary>The first splitting rule that touched a candidate's base; null where none did.</summary>
    public StackingRule? RuleOf(int place)
    {
        foreach (var split in _splits)
        {
            if (split.Place == place)
                return split.Rule;
        }
        return null;
    }

    /// <summary>The value that a candidate is charged on; not negative.</summary>
    public decimal Of(int place)
    {
        var full = _settlement.Context.FullValue;
        var dutyBase = _settlement.Candidates[place].Measure.Base;
        return dutyBase.Kind switch
        {
            DutyBaseKind.FullValue => full,
            DutyBaseKind.DutyInclusive => DutyInclusive,
            DutyBaseKind.ContentValue => Math.Min(ContentValue(dutyBase.Content), Remaining(place)),
            DutyBaseKind.ValueLessShare => Math.Max(0m, Remaining(place) - (full * Share(dutyBase.Content))),
            _ => Remaining(place),
        };
    }

    /// <summary>Notes in the context that a candidate's base rests on a fact that is not stated.</summary>
    public void NoteAssumption(int place)
    {
        if (_settlement.Candidates[place].Measure.Base.FactName is { } fact && _settlement.Context.Facts.Number(fact) is null)
            _settlement.Context.AssumedContents.Add(fact);
    }

    /// <summary>What a candidate of the first group takes off the base of the second: its content, or the whole value.</summary>
    public string ContentOf(int place) =>
        _settlement.Candidates[place].Measure.Base is { Kind: DutyBaseKind.ContentValue } dutyBase ? dutyBase.Content : "";

    private decimal Remaining(int place)
    {
        var remaining = _settlement.Context.FullValue;
        foreach (var split in _splits)
        {
            if (split.Place == place)
                remaining -= split.Content.Length == 0 ? _settlement.Context.FullValue : ContentValue(split.Content);
        }
        return Math.Max(0m, remaining);
    }

    private decimal ContentValue(string content)
    {
        var full = _settlement.Context.FullValue;
        return Math.Min(full, _settlement.Context.Facts.Number(FactNames.ContentValue + content) ?? full);
    }

    private decimal Share(string fact) => Math.Clamp(_settlement.Context.Facts.Number(fact) ?? 0m, 0m, 1m);
}
