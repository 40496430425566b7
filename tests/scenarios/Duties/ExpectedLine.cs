using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Scenarios.Duties;

/// <summary>One line that a worked answer has. Its name is for people; the heading in it, if any, is the measure's.</summary>
internal sealed partial class ExpectedLine(JsonElement json)
{
    private string Name => json.GetProperty("measure").GetString()!;

    private decimal Rate => json.GetProperty("rate_pct").GetDecimal();

    private decimal Base => Decimal(json.GetProperty("base").GetString()!);

    private decimal Amount => Decimal(json.GetProperty("amount").GetString()!);

    /// <summary>True where the name tells the heading.</summary>
    public bool NamesHeading => Heading().IsMatch(Name);

    /// <summary>Whether an answer's line is this one.</summary>
    public bool Matches(DutyLine line) =>
        Decimal(line.RatePercent) == Rate && Decimal(line.Base) == Base && Decimal(line.Amount) == Amount && MatchesHeading(line.Measure.Heading);

    public override string ToString() => $"{Name}: {Rate}% of {Base} = {Amount}";

    /// <summary>A decimal as the API writes it.</summary>
    public static decimal Decimal(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    // 9903.02.60, or 9903.01.43-.76 for any heading from the one to the other.
    private bool MatchesHeading(string heading)
    {
        var named = Heading().Match(Name);
        if (!named.Success)
            return true;
        var first = named.Groups["stem"].Value + named.Groups["first"].Value;
        var last = named.Groups["last"].Success ? named.Groups["stem"].Value + named.Groups["last"].Value : first;
        return string.CompareOrdinal(heading, first) >= 0 && string.CompareOrdinal(heading, last) <= 0;
    }

    [GeneratedRegex(@"(?<stem>\d{4}\.\d{2}\.)(?<first>\d{2})(-\.(?<last>\d{2}))?")]
    private static partial Regex Heading();
}
