using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>
/// For a code too short to tell whether measures cover it: the ways to complete it that measures tell apart. Each stands for
/// all codes that the same measures cover.
/// </summary>
internal static class CodeCompletions
{
    private const int Most = 200;

    /// <summary>Finds the ways, and notes for every candidate covered in part which of them it covers.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.InvalidRequest"/>: there are too many ways to go through.</exception>
    public static void Fill(CompiledSchedule schedule, CodeSpan code, Candidates found, DateOnly asOf, DateOnly? knownAt)
    {
        var open = found.Live.FindAll(candidate => candidate.Coverage == Coverage.Partial);
        if (open.Count == 0)
            return;
        var patterns = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var first in Edges(schedule, code, open))
        {
            var cover = new GoodsCover(schedule, new CodeSpan(first, first), asOf, knownAt);
            var pattern = string.Create(open.Count, (open, cover), static (text, state) =>
            {
                for (var i = 0; i < text.Length; i++)
                    text[i] = state.cover.Of(state.open[i].Compiled.Goods, out _) == Coverage.None ? '0' : '1';
            });
            patterns.TryAdd(pattern, first);
        }
        if (patterns.Count > Most)
            TooShort(code);
        var ways = patterns.OrderBy(pair => pair.Value).ToArray();
        found.Completions.AddRange(ways.Select(way => new CodeSpan(way.Value, way.Value)));
        for (var i = 0; i < open.Count; i++)
            open[i].CoveredAt = Array.ConvertAll(ways, way => way.Key[i] == '1');
    }

    private static SortedSet<long> Edges(CompiledSchedule schedule, CodeSpan code, List<Candidate> open)
    {
        var edges = new SortedSet<long> { code.First };
        foreach (var goods in open.Select(candidate => candidate.Compiled.Goods))
        {
            goods.Include.AddEdges(code, edges);
            goods.Exclude.AddEdges(code, edges);
            foreach (var list in goods.IncludeLists.Concat(goods.ExcludeLists))
                schedule.Lists[list].AddEdges(code, edges);
        }
        return edges;
    }

    private static void TooShort(CodeSpan code)
    {
        var violations = new Violations();
        violations.Add("hts", $"{code.First}", $"measures tell more than {Most} groups of codes beneath it apart; give at least two digits more");
        violations.ThrowIfAny();
    }
}
