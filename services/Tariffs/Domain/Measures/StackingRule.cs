using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>How two groups of measures meet.</summary>
internal enum StackingKind
{
    /// <summary>Where a measure of the first group is owed at more than 0, those of the second do not apply.</summary>
    Excludes,

    /// <summary>The first group is charged on a content's value, the second on what remains.</summary>
    SplitsContent,

    /// <summary>Of the first group only the measure with the highest duty applies.</summary>
    HighestOnly,

    /// <summary>Where a measure of the first group applies, even at 0, it replaces those of the second.</summary>
    InLieu,
}

/// <summary>How measures meet on one entry; dated law, as measures are. Fields as in <c>geograph.agreements.v1.StackingRule</c>.</summary>
internal sealed record StackingRule
{
    /// <summary>The id.</summary>
    public required EntityId Id { get; init; }

    /// <summary>The rule in a sentence, which answers give as the reason.</summary>
    public string Title { get; init; } = "";

    /// <summary>The state or bloc whose measures it orders.</summary>
    public required EntityId ImposedById { get; init; }

    /// <summary>How the groups meet.</summary>
    public required StackingKind Kind { get; init; }

    /// <summary>Authorities of the first group.</summary>
    public IReadOnlyList<string> First { get; init; } = [];

    /// <summary>Authorities of the second group; empty for <see cref="StackingKind.HighestOnly"/>.</summary>
    public IReadOnlyList<string> Second { get; init; } = [];

    /// <summary>Lower numbers are applied first.</summary>
    public int Order { get; init; }

    /// <summary>When entries are under the rule.</summary>
    public ValidPeriod Effective { get; init; }

    /// <summary>When the rule was known; null means always.</summary>
    public ValidPeriod? Known { get; init; }

    /// <summary>The act in its usual citation.</summary>
    public string LegalBasis { get; init; } = "";

    /// <summary>Narrows the first group to these headings; empty for all.</summary>
    public IReadOnlyList<string> FirstHeadings { get; init; } = [];

    /// <summary>Narrows the second group to these headings; empty for all.</summary>
    public IReadOnlyList<string> SecondHeadings { get; init; } = [];

    /// <summary>True where the measure is of the first group.</summary>
    public bool IsFirst(Measure measure) => In(First, FirstHeadings, measure);

    /// <summary>True where the measure is of the second group.</summary>
    public bool IsSecond(Measure measure) => In(Second, SecondHeadings, measure);

    private static bool In(IReadOnlyList<string> authorities, IReadOnlyList<string> headings, Measure measure) =>
        Has(authorities, measure.Authority) && (headings.Count == 0 || Has(headings, measure.Heading));

    private static bool Has(IReadOnlyList<string> words, string word)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (string.Equals(words[i], word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
