using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>A rule of origin with its goods read.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Goods">Its goods.</param>
internal sealed record CompiledOriginRule(OriginRule Rule, CompiledGoods Goods);

/// <summary>A rule that covers a code on a date.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Coverage">How much of the code it covers.</param>
/// <param name="Width">Width of the narrowest span that covers the code; smaller is more specific.</param>
internal sealed record OriginRuleMatch(OriginRule Rule, Coverage Coverage, long Width);

/// <summary>Rules of origin by goods and date. Immutable.</summary>
internal sealed class OriginRuleTable
{
    private readonly CompiledOriginRule[] _rules;
    private readonly SpanTree<int> _index;
    private readonly int[] _everywhere;

    private OriginRuleTable(CompiledOriginRule[] rules, ListSet lists)
    {
        _rules = rules;
        _index = SpanTree<int>.Empty.With([], [.. rules.SelectMany((rule, number) => SpansOf(rule, lists).Select(span => new OwnedSpan<int>(span, number)))]);
        _everywhere = [.. Enumerable.Range(0, rules.Length).Where(number => rules[number].Goods.Everything)];
    }

    /// <summary>Every usable rule, in order of id.</summary>
    public IEnumerable<OriginRule> All => _rules.Select(compiled => compiled.Rule);

    /// <summary>Compiles rules; those whose goods cannot be read, or that come twice, are left out and reported.</summary>
    public static OriginRuleTable Compile(IReadOnlyList<OriginRule> rules, ListSet lists, List<CompileProblem> problems)
    {
        var usable = new List<CompiledOriginRule>(rules.Count);
        foreach (var rule in rules.OrderBy(rule => rule.Id))
        {
            var mistakes = new List<string>();
            var goods = MeasureCompiler.Goods(rule.Goods, lists.Numbers, mistakes);
            if (usable.Count > 0 && usable[^1].Rule.Id == rule.Id)
                mistakes.Add("another rule has this id; the first one given is used");
            if (mistakes.Count == 0)
                usable.Add(new CompiledOriginRule(rule, goods));
            else
                problems.Add(new CompileProblem(ProblemKind.Refused, rule.Id.Value, string.Join("; ", mistakes) + "."));
        }
        return new OriginRuleTable([.. usable], lists);
    }

    /// <summary>The rules that cover a code, wholly or in part, on a date, in order of id.</summary>
    public List<OriginRuleMatch> Find(CompiledSchedule schedule, HsCode code, DateOnly asOf)
    {
        var numbers = new List<int>(_everywhere);
        _index.Find(CodeSpan.OfPrefix(code.Digits), numbers);
        var cover = new GoodsCover(schedule, CodeSpan.OfPrefix(code.Digits), asOf, null);
        var found = new List<OriginRuleMatch>();
        foreach (var number in numbers.Distinct().Order())
        {
            var (rule, goods) = (_rules[number].Rule, _rules[number].Goods);
            if (!rule.Valid.Contains(asOf))
                continue;
            var coverage = cover.Of(goods, out var width);
            if (coverage != Coverage.None)
                found.Add(new OriginRuleMatch(rule, coverage, width));
        }
        return found;
    }

    private static IEnumerable<CodeSpan> SpansOf(CompiledOriginRule rule, ListSet lists) =>
        rule.Goods.Include.All.Concat(rule.Goods.IncludeLists.SelectMany(list => lists.Spans[list].All)).Select(dated => dated.Span);
}
