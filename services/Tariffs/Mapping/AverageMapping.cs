using GeoGraph.Core;
using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Tariffs.Mapping;

/// <summary>Questions for means and weights from the contract, and rows to it.</summary>
internal static class AverageMapping
{
    private const int Places = 6;
    private const string PrefixRule = "a prefix has 2 to 10 digits, dots allowed between them";

    /// <summary>The question; what cannot be read is noted.</summary>
    public static AverageQuestion ToDomain(Wire.AverageQuestion? wire, RequestFields fields)
    {
        if (wire is null)
            fields.Violations.Add("question", "", "the first message has a question");
        wire ??= new Wire.AverageQuestion();
        RequestFields.AtMost("question.dates", wire.Dates.Count, AverageRules.MostDates);
        RequestFields.AtMost("question.origin_ids", wire.OriginIds.Count, AverageRules.MostOrigins);
        RequestFields.AtMost("question.hs_prefixes", wire.HsPrefixes.Count, AverageRules.MostPrefixes);
        var groups = GroupsOf(wire, fields);
        return new AverageQuestion
        {
            Importer = fields.Id("question.importer_id", wire.ImporterId),
            Dates = [.. wire.Dates.Select((date, i) => fields.Date(RequestFields.At("question.dates", i), date)).OfType<DateOnly>()],
            Origins = [.. wire.OriginIds.Select((id, i) => fields.Id(RequestFields.At("question.origin_ids", i), id))],
            Prefixes = [.. wire.HsPrefixes.Select((prefix, i) => Prefix(RequestFields.At("question.hs_prefixes", i), prefix, fields)).OfType<string>()],
            ByOrigin = groups.Contains(Wire.AverageGroup.Origin),
            ByAuthority = groups.Contains(Wire.AverageGroup.Authority),
            Goods = groups.Select(LevelOf).Max(),
            Question = QuestionMapping.ToDomain(wire.Question, fields),
            Facts = wire.Facts,
        };
    }

    /// <summary>Takes weights; what cannot be read is noted and left out.</summary>
    /// <param name="wire">The weights of one message.</param>
    /// <param name="before">How many came in messages before.</param>
    /// <param name="weights">Where to add.</param>
    /// <param name="fields">Collects the violations.</param>
    public static void Take(IReadOnlyList<Wire.TradeWeight> wire, int before, TradeWeights weights, RequestFields fields)
    {
        for (var i = 0; i < wire.Count; i++)
        {
            var (at, found) = (RequestFields.At("weights", before + i), fields.Violations.Found.Count);
            var origin = fields.Id(at + ".origin_id", wire[i].OriginId);
            var digits = wire[i].Hs.Length == 0 ? "" : Prefix(at + ".hs", wire[i].Hs, fields);
            if (wire[i].Value.Length == 0)
                fields.Violations.Add(at + ".value", "", "a value is required");
            var value = fields.Decimal(at + ".value", wire[i].Value, $"a weight lies between 0 and {DecimalText.Print(TradeWeights.MostValue)}", 0m, TradeWeights.MostValue);
            if (fields.Violations.Found.Count == found)
                weights.Add(origin, digits!, value!.Value);
        }
    }

    /// <summary>Refuses a question where anything was noted or breaks the domain's rules; a field is told once.</summary>
    public static void ThrowIfAny(AverageQuestion question, CompiledSchedule schedule, RequestFields fields)
    {
        var broken = new Violations();
        AverageRules.Check(question, schedule, broken);
        var told = fields.Violations.Found.Select(violation => violation.Field).ToHashSet(StringComparer.Ordinal);
        foreach (var violation in broken.Found)
        {
            if (told.Add("question." + violation.Field))
                fields.Violations.Add("question." + violation.Field, violation.Value, violation.Rule);
        }
        fields.ThrowIfAny();
    }

    /// <summary>A row.</summary>
    public static Wire.AverageRow ToWire(AverageRow row) => new()
    {
        On = row.On.ToWire(),
        OriginId = row.Origin?.Value ?? "",
        Authority = row.Authority,
        Hs = row.Goods.Length is 0 or 2 ? row.Goods : HsCode.Parse(row.Goods).ToString(),
        SimplePercent = Rounded(row.Simple?.Lowest),
        WeightedPercent = Rounded(row.Weighted?.Lowest),
        HighestSimplePercent = Rounded(row.Simple?.Highest),
        HighestWeightedPercent = Rounded(row.Weighted?.Highest),
        Lines = row.Pairs,
        Unrated = row.Unrated,
        Weight = row.Weight is { } weight ? DecimalText.Print(decimal.Round(weight, Places, MidpointRounding.AwayFromZero)) : "",
    };

    private static List<Wire.AverageGroup> GroupsOf(Wire.AverageQuestion wire, RequestFields fields)
    {
        var groups = new List<Wire.AverageGroup>();
        for (var i = 0; i < wire.GroupBy.Count; i++)
        {
            var (at, group) = (RequestFields.At("question.group_by", i), wire.GroupBy[i]);
            if (group is < Wire.AverageGroup.Origin or > Wire.AverageGroup.Line)
                fields.Violations.Add(at, group.ToString(), "a group is one of the contract's");
            else if (groups.Contains(group))
                fields.Violations.Add(at, group.ToString(), "a group is named once");
            else if (LevelOf(group) != GoodsLevel.All && groups.Exists(other => LevelOf(other) != GoodsLevel.All))
                fields.Violations.Add(at, group.ToString(), "of chapter, heading and line at most one is named");
            else
                groups.Add(group);
        }
        groups.Sort();
        return groups.Count == 0 ? [Wire.AverageGroup.Unspecified] : groups;
    }

    private static GoodsLevel LevelOf(Wire.AverageGroup group) => group switch
    {
        Wire.AverageGroup.Chapter => GoodsLevel.Chapter,
        Wire.AverageGroup.Heading => GoodsLevel.Heading,
        Wire.AverageGroup.Line => GoodsLevel.Line,
        _ => GoodsLevel.All,
    };

    private static string? Prefix(string field, string text, RequestFields fields)
    {
        var digits = text.Replace(".", "", StringComparison.Ordinal);
        if (digits.Length is >= 2 and <= CodeSpan.Digits && digits.All(char.IsAsciiDigit) && text[0] != '.' && text[^1] != '.')
            return digits;
        fields.Violations.Add(field, text, PrefixRule);
        return null;
    }

    private static string Rounded(decimal? percent) =>
        percent is { } value ? DecimalText.Print(decimal.Round(value, Places, MidpointRounding.AwayFromZero)) : "";
}
