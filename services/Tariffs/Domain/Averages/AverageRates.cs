using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>
/// Mean rates over the lines of an importer's schedule and origins, date by date. Rows come as they are asked for, so that memory does not grow
/// with their number. Not thread-safe; one use.
/// </summary>
/// <param name="schedule">The law.</param>
/// <param name="question">What is asked; see <see cref="AverageRules"/>.</param>
/// <param name="weights">Trade, closed; without any there are simple means only.</param>
internal sealed class AverageRates(CompiledSchedule schedule, AverageQuestion question, TradeWeights weights)
{
    private readonly AverageNotes _notes = new();

    /// <summary>What the means leave out, in sentences; whole once all rows were taken.</summary>
    public IReadOnlyList<string> NotEvaluated => _notes.Write();

    /// <summary>The rows, by date, then origin, authority and goods.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.DataMissing"/>: the data has no schedule of the importer, or no state.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IEnumerable<AverageRow> Rows(CancellationToken cancellationToken) =>
        question.Dates.Order().SelectMany(asOf => RowsOn(asOf, cancellationToken));

    private IEnumerable<AverageRow> RowsOn(DateOnly asOf, CancellationToken cancellationToken)
    {
        var nomenclature = AverageLines.NomenclatureOf(schedule, question.Importer, asOf);
        var lines = new AverageLines(nomenclature, question, asOf);
        var live = new LiveMeasures(schedule, question.Importer, asOf, question.Question);
        var origins = OriginsOn(asOf);
        var rates = RateTable.Of(live, lines.Codes, origins, schedule.Memberships, new PairPricer(schedule, question, live), cancellationToken);
        var day = new AverageDay(asOf, rates, AverageCells.Of(lines.Codes, rates.Kinds, question.Goods), question);
        Note(lines, asOf);
        _notes.Take(live, schedule, nomenclature);
        _notes.Take(rates, day.Cells);
        if (weights.Count == 0)
            return day.Rows(cancellationToken);
        NoteOrigins(origins, asOf);
        return day.Rows(weights, new WeightSpread(lines.Schedule, lines.IsAsked, day.Cells), _notes, cancellationToken);
    }

    // Goods of the importer's own members are no imports.
    private IReadOnlyCollection<EntityId> OriginsOn(DateOnly asOf)
    {
        if (question.Origins.Count > 0)
            return question.Origins.ToHashSet();
        EntityId[] origins = [.. schedule.States
            .Where(state => state.Exists.Contains(asOf) && !schedule.Memberships.GroupsOf(state.Id, asOf).Contains(question.Importer)).Select(state => state.Id)];
        return origins.Length > 0 ? origins : throw new GeoGraphException(ErrorReason.DataMissing,
            $"the data has no state but {question.Importer} on {asOf:yyyy-MM-dd}; name the origins.", [new("missing", "origins"), new("importer", question.Importer.Value)]);
    }

    private void Note(AverageLines lines, DateOnly asOf)
    {
        foreach (var prefix in question.Prefixes.Where(prefix => !Array.Exists(lines.Codes, code => code.StartsWith(prefix, StringComparison.Ordinal))))
            _notes.Add($"no line of the schedule lies beneath {prefix} on {asOf:yyyy-MM-dd}.");
        foreach (var fact in question.Facts.Keys.Where(name => !schedule.FactKinds.ContainsKey(name) && FactRules.Of(name) is null))
            _notes.Add($"no measure in the data reads the fact {fact}.");
    }

    private void NoteOrigins(IReadOnlyCollection<EntityId> origins, DateOnly asOf)
    {
        var others = weights.Origins.Except(origins).ToArray();
        if (others.Length == 0)
            return;
        var value = others.SelectMany(weights.Of).Sum(weight => weight.Value);
        _notes.Add($"weights of {DecimalText.Print(value)} in all are of origins that are not asked for or not known on {asOf:yyyy-MM-dd}: {string.Join(", ", others.Take(10))}"
            + (others.Length > 10 ? $" and {others.Length - 10} more." : "."));
    }
}
