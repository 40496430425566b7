using System.Text.RegularExpressions;
using GeoGraph.Contracts.Common.V1;

namespace GeoGraph.Cli.Import.Eto;

/// <summary>What facts of this data set rest on: its rows, and the sources that it names for its charts.</summary>
internal static partial class EtoEvidence
{
    /// <summary>The data set.</summary>
    public const string Title = "Advanced semiconductor supply chain dataset";

    /// <summary>Its publisher.</summary>
    public const string Publisher = "Emerging Technology Observatory (ETO), CSET, Georgetown University";

    /// <summary>Its licence, where the folder does not bring the text.</summary>
    public const string Licence = "Licensed under CC BY-NC 4.0 (http://creativecommons.org/licenses/by-nc/4.0/): name the publisher, no commercial use.";

    /// <summary>What the ids of sources of this data set begin with; it marks what this import wrote.</summary>
    public const string SourceIds = "eto:";

    /// <summary>Evidence by a row.</summary>
    /// <param name="table">The table, as provision.csv.</param>
    /// <param name="quote">The row's words; empty for none.</param>
    /// <param name="chart">The row of what the fact is about, whose chart names its own sources; null where the fact is no part of a chart.</param>
    public static Evidence Of(string table, string quote, EtoRow? chart = null)
    {
        var evidence = new Evidence { Confidence = Confidence.Reported };
        evidence.Sources.Add(new Source
        {
            Id = $"{SourceIds}{table}",
            Title = Title,
            Publisher = Publisher,
            Citation = $"{table}; licence CC BY-NC 4.0",
            Url = "https://eto.tech",
            Quote = quote,
        });
        if (chart is not null && ChartSource(chart) is { } source)
            evidence.Sources.Add(source);
        return evidence;
    }

    /// <summary>The evidence of a fact that follows from a row by a rule.</summary>
    public static Evidence Inferred(string table, string quote, string rule)
    {
        var evidence = Of(table, quote);
        evidence.Inferred = true;
        evidence.Inference = rule;
        return evidence;
    }

    private static Source? ChartSource(EtoRow row)
    {
        var (text, caption) = (row["market_share_chart_source"], row["market_share_chart_caption"]);
        if (text.Length == 0)
            return caption.Length == 0 ? null : new Source { Id = SourceIds + "chart", Title = Title, Publisher = Publisher, Quote = caption };
        var link = Link().Match(text);
        return new Source
        {
            Id = SourceIds + "chart",
            Title = link.Success ? link.Groups["title"].Value : text,
            Citation = link.Success ? link.Groups["rest"].Value.Trim(' ', '(', ')') : "",
            Url = link.Success ? link.Groups["url"].Value : "",
            Quote = caption,
        };
    }

    // [CSET](https://…) (citing …)
    [GeneratedRegex(@"^\[(?<title>[^\]]+)\]\((?<url>[^)]+)\)(?<rest>.*)$", RegexOptions.Singleline)]
    private static partial Regex Link();
}
