using System.Text;

namespace GeoGraph.Tariffs;

/// <summary>What of an entry's facts decides conditions: two entries of a slice with the same key meet every condition alike.</summary>
/// <param name="ValueCell">Where the customs value lies among the thresholds of tests.</param>
/// <param name="Stated">The stated facts that tests or amounts read, each with its place and its length; empty where none is.</param>
internal readonly record struct ReadingKey(int ValueCell, string Stated);

/// <summary>The facts that the candidates of a slice read. Immutable.</summary>
internal sealed class FactsRead
{
    private readonly string[] _names;
    private readonly decimal[] _thresholds;

    /// <summary>Collects the facts; those that the slice itself fixes are left out.</summary>
    public FactsRead(Candidates candidates)
    {
        var all = candidates.Live.Concat(candidates.Barred.Select(barred => barred.Candidate)).ToArray();
        var tests = all.SelectMany(candidate => candidate.Compiled.Conditions).SelectMany(condition => condition.AnyOf).ToArray();
        _thresholds = [.. tests.Where(test => test.Test.Fact == FactNames.CustomsValue).SelectMany(test => test.Values)
            .Select(value => value.Number).OfType<decimal>().Distinct().Order()];
        _names = [.. tests.Select(test => test.Test.Fact).Concat(all.Select(candidate => candidate.Measure.Base.FactName).OfType<string>())
            .Concat(all.SelectMany(candidate => DutyEvaluator.ContentsOf(candidate.Compiled.Duty)))
            .Where(name => !FactNames.IsBuiltIn(name)).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The key of an entry.</summary>
    public ReadingKey KeyOf(Entry entry)
    {
        var cell = 0;
        var value = entry.Part?.WholeValue ?? entry.CustomsValue;
        foreach (var threshold in _thresholds)
            cell += value > threshold ? 2 : value == threshold ? 1 : 0;
        return new ReadingKey(cell, entry.Facts.Count == 0 ? "" : Stated(entry));
    }

    private string Stated(Entry entry)
    {
        StringBuilder? text = null;
        for (var i = 0; i < _names.Length; i++)
        {
            if (entry.Facts.TryGetValue(_names[i], out var value))
                (text ??= new StringBuilder()).Append(i).Append(':').Append(value.Length).Append(':').Append(value);
        }
        return text?.ToString() ?? "";
    }
}
