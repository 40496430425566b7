namespace GeoGraph.Tariffs;

/// <summary>
/// Finds what an answer took to be so because the entry does not say, fact by fact: those on which something would turn that is
/// owed. Each value of a fact that turns some condition is tried out in the cases that owe least and most.
/// </summary>
internal sealed class Assumptions(Reading reading, Settlement settlement, Entry entry)
{
    private SortedSet<string>? _bases;
    private bool _isAlikeAtAnyValue;

    /// <summary>Tries out what turns the one case, which is settled. What does not depend on how much the entry is worth is tried out once.</summary>
    public void TryOne()
    {
        Begin();
        if (reading.Turned is { } known)
            settlement.Turned.Take(known);
        else
            TryFixed();
        foreach (var flip in reading.Flips)
        {
            if (!IsProportional(flip))
                TryOut(flip);
        }
        TryMoving(reading.Moving, reading.Applies, 0);
    }

    /// <summary>Tries out what turns the case set up last, which is settled.</summary>
    /// <param name="number">The case.</param>
    /// <param name="applies">For each candidate whether it applies in it.</param>
    /// <param name="completion">The way in which it completes a short code.</param>
    public void Try(int number, bool[] applies, int completion)
    {
        Begin();
        if (!reading.HasFixedCases)
        {
            TryMoving(reading.Assumed, applies, completion);
            return;
        }
        foreach (var flip in reading.FlipsIn(number, applies, entry, settlement.Context.Facts, completion))
            TryOut(flip);
        TryMoving(reading.Moving, applies, completion);
    }

    /// <summary>The assumptions in words, in order of fact.</summary>
    public IReadOnlyList<DutyAssumption> InWords() =>
        [.. settlement.Turned.All().OrderBy(row => row.Fact, StringComparer.Ordinal).Select(row => new DutyAssumption(
            row.Fact, [.. row.Places.Select(place => settlement.Candidates[place].Measure.Id.Value)], Text(row.Fact, row.Places)))];

    // What comes out alike at any value is kept for the next entry.
    private void TryFixed()
    {
        _isAlikeAtAnyValue = !reading.StatesContents;
        foreach (var flip in reading.Flips)
        {
            if (IsProportional(flip))
                TryOut(flip);
        }
        if (_isAlikeAtAnyValue)
            reading.Turned = settlement.Turned.Copy();
    }

    private bool IsProportional(Flip flip) => settlement.Plan.IsProportional(flip.Before) && settlement.Plan.IsProportional(flip.Applies);

    private void Begin()
    {
        settlement.Kept.Take(settlement);
        if (!settlement.Context.AssumesContents)
            return;
        foreach (var fact in settlement.Context.AssumedContents)
            TakeBase(fact);
    }

    private void TakeBase(string fact)
    {
        (_bases ??= []).Add(fact);
        for (var i = 0; i < settlement.Candidates.Length; i++)
        {
            if (settlement.Standings[i].Applies && settlement.Candidates[i].IsChargedBy(fact))
                settlement.Turned.Add(fact, i);
        }
    }

    private void TryMoving(IEnumerable<AssumedFact> facts, bool[] applies, int completion)
    {
        foreach (var assumed in facts)
        {
            foreach (var flip in reading.FlipsOf(assumed, applies, entry, settlement.Context.Facts, completion))
                TryOut(flip);
        }
    }

    private void TryOut(Flip flip)
    {
        if (settlement.Turned.HasAll(flip.Fact, flip.Turning))
            return;
        settlement.Context.Facts.Try(flip.Fact, flip.Trial);
        settlement.Settle(flip.Applies);
        if (settlement.Kept.IsOtherwiseOwed(settlement))
            Take(flip);
        _isAlikeAtAnyValue = _isAlikeAtAnyValue && settlement.Kept.IsToldAlikeAtAnyValue(settlement, flip);
        settlement.Context.Facts.StopTrying(flip.Fact);
    }

    private void Take(Flip flip)
    {
        foreach (var place in flip.Turning)
        {
            if (flip.Applies[place] != flip.Before[place] || settlement.Kept.Differs(settlement, place))
                settlement.Turned.Add(flip.Fact, place);
        }
    }

    private string Text(string fact, int[] places)
    {
        if (_bases is not null && _bases.Contains(fact))
            return $"{fact} is not stated: {(FactNames.IsContent(fact) ? "the whole value is taken to be that content" : "it is taken to be 0")}";
        return AssumedWords.Of(fact, places.SelectMany(place => settlement.Candidates[place].Compiled.Conditions).SelectMany(condition => condition.AnyOf)
            .Where(test => test.Test.Fact == fact && test.WhenAbsent != Truth.Unknown));
    }
}
