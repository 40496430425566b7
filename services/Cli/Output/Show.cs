using System.Globalization;
using GeoGraph.Contracts.Common.V1;
using Google.Protobuf.Collections;
using Date = Google.Type.Date;

namespace GeoGraph.Cli.Output;

/// <summary>How values of the contracts are written for a person.</summary>
internal static class Show
{
    /// <summary>2025-04-05; empty where absent.</summary>
    public static string Day(Date? date) =>
        date is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{date.Year:D4}-{date.Month:D2}-{date.Day:D2}");

    /// <summary>A half-open period by its first date and the first date after it.</summary>
    public static string Span(Period? period) => (period?.From, period?.To) switch
    {
        (null, null) => "always",
        (not null, null) => $"from {Day(period!.From)}",
        (null, not null) => $"until {Day(period!.To)}",
        _ => $"{Day(period!.From)} until {Day(period.To)}",
    };

    /// <summary>A share of 0 to 1 as percent with up to two places; a question mark where no source states it.</summary>
    public static string Share(string share) =>
        decimal.TryParse(share, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? (value * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%"
            : "?";

    /// <summary>A share of which only the ends are known, where <paramref name="atMost"/> is given; else the share.</summary>
    public static string Share(string share, string atMost) => atMost.Length == 0 ? Share(share) : $"{Share(share.Length > 0 ? share : "0")} to {Share(atMost)}";

    /// <summary>An amount with thousands separated and two places; empty where absent.</summary>
    public static string Amount(string amount) =>
        decimal.TryParse(amount, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? value.ToString("#,##0.00", CultureInfo.InvariantCulture)
            : amount;

    /// <summary>A number with thousands separated and as many places as it has; empty where absent.</summary>
    public static string Number(string number) =>
        decimal.TryParse(number, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? value.ToString("#,##0.##########", CultureInfo.InvariantCulture)
            : number;

    /// <summary>A rate in percent, without trailing zeros; empty where absent.</summary>
    public static string Percent(string percent) =>
        decimal.TryParse(percent, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? value.ToString("0.####", CultureInfo.InvariantCulture) + "%"
            : percent;

    /// <summary>A value of an enum in lower case words: ADDITIONAL_DUTY as additional duty. Empty for unspecified.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum =>
        Convert.ToInt32(value, CultureInfo.InvariantCulture) == 0
            ? ""
            : string.Concat(value.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $" {c}" : c.ToString())).ToLowerInvariant();

    /// <summary>The preferred name, with the others in brackets.</summary>
    public static string Names(RepeatedField<LocalName> names) => names.Count switch
    {
        0 => "",
        1 => names[0].Text,
        _ => $"{names[0].Text} ({string.Join(", ", names.Skip(1).Select(n => n.Text))})",
    };

    /// <summary>A source in a line: citation or title, publisher, date.</summary>
    public static string Cite(Source source)
    {
        var what = new[] { source.Title, source.Citation }.Where(t => t.Length > 0).DefaultIfEmpty(source.Id);
        return string.Join(", ", what.Append(source.Publisher).Append(Day(source.PublishedOn)).Where(t => t.Length > 0));
    }

    /// <summary>The sources of evidence, in a line.</summary>
    public static string Cite(Evidence? evidence) =>
        evidence is null ? "" : string.Join("; ", evidence.Sources.Select(Cite).Distinct());
}
