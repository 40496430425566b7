using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>One row of a schedule, for a time.</summary>
internal sealed record NomenclatureLine
{
    /// <summary>The code: 4, 6, 8 or 10 digits without dots.</summary>
    public required string Digits { get; init; }

    /// <summary>The row's text after those of the rows that it is printed beneath, joined by ": ".</summary>
    public string Description { get; init; } = "";

    /// <summary>The units of quantity that an entry states, as published.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>The text of the ordinary rate; empty where the row bears none of its own.</summary>
    public string General { get; init; } = "";

    /// <summary>The headings of chapters 98 and 99 that the row's notes name.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>When the row stood like this; open at the beginning in the first revision at hand.</summary>
    public ValidPeriod Valid { get; init; }

    /// <summary>The code with its dots.</summary>
    public string Code => HsCode.Parse(Digits).ToString();

    /// <summary>Every code beneath the row.</summary>
    public CodeSpan Span => CodeSpan.OfPrefix(Digits);
}
