using System.Text.Json;
using GeoGraph.Core.Graph;

namespace GeoGraph.Agreements.Storage;

/// <summary>The kinds of record, with their labels in the graph and the kind in their ids.</summary>
internal static class RecordKinds
{
    public static readonly JsonSerializerOptions Json = PropertyJson.Options([new TextConverter<CodeRange>(ReadRange, range => range.ToString()), new TariffLinesConverter()]);

    private static readonly Dictionary<Type, string> LabelsByType = new()
    {
        [typeof(Agreement)] = "AGREEMENT",
        [typeof(Negotiation)] = "NEGOTIATION",
        [typeof(Event)] = "EVENT",
        [typeof(Claim)] = "CLAIM",
        [typeof(Measure)] = "MEASURE",
        [typeof(StackingRule)] = "STACKING_RULE",
        [typeof(Quota)] = "QUOTA",
        [typeof(OriginRule)] = "ORIGIN_RULE",
        [typeof(ExchangeRate)] = "EXCHANGE_RATE",
        [typeof(GoodsList)] = "GOODS_LIST",
        [typeof(TariffSchedule)] = "TARIFF_SCHEDULE",
        [typeof(TariffHeading)] = "TARIFF_HEADING",
    };

    private static readonly Dictionary<string, Type> TypesByLabel = LabelsByType.ToDictionary(entry => entry.Value, entry => entry.Key, StringComparer.Ordinal);

    /// <summary>The label of a record type.</summary>
    public static string LabelOf(Type type) => LabelsByType[type];

    /// <summary>The kind that ids of a record type carry, as stacking-rule.</summary>
    public static string IdKindOf(Type type) => LabelsByType[type].ToLowerInvariant().Replace('_', '-');

    /// <summary>The record type of a label.</summary>
    public static Type TypeOf(string label) => TypesByLabel[label];

    private static CodeRange ReadRange(string text) =>
        CodeRange.TryParse(text, out var range) ? range : throw new FormatException($"'{text}' is not a range of codes: {CodeRange.Rule}.");
}
