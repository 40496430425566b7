using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Agreements.Storage;

/// <summary>How a record lies on the graph: one node a record, labelled by kind.</summary>
internal static class RecordNodes
{
    private const string English = "en";
    private const int SearchableLength = 1000;

    /// <summary>The node of a record.</summary>
    public static GraphNode ToNode(DatedRecord record) => new()
    {
        Id = record.Id,
        Label = RecordKinds.LabelOf(record.GetType()),
        Valid = ValidOf(record),
        Names = NamesOf(record),
        References = RecordReferences.Of(record),
        Properties = PropertyJson.Write(record, RecordKinds.Json),
    };

    /// <summary>The record of a node.</summary>
    public static DatedRecord ToRecord(GraphNode node) =>
        (DatedRecord)PropertyJson.Read(node.Properties, RecordKinds.TypeOf(node.Label), RecordKinds.Json);

    /// <summary>When a record holds, for reads as of a date: an agreement and a claim always stand as records, whatever they speak of.</summary>
    private static ValidPeriod ValidOf(DatedRecord record) => record switch
    {
        Event happening => Days.Of(happening.On, happening.Until),
        Measure measure => measure.Effective,
        StackingRule rule => rule.Effective,
        Quota quota => quota.Period,
        OriginRule rule => rule.Valid,
        ExchangeRate rate => rate.Valid,
        _ => ValidPeriod.Always,
    };

    private static IReadOnlyList<LocalName> NamesOf(DatedRecord record) => record switch
    {
        Agreement agreement => agreement.Names,
        Negotiation negotiation => negotiation.Names,
        Event happening => happening.Names,
        Measure measure => Named(measure.Title, measure.Heading),
        StackingRule rule => Named(rule.Title),
        GoodsList list => Named(list.Title),
        Quota quota => Named(quota.OrderNumber),
        Claim claim => Named(claim.Text),
        TariffSchedule schedule => Named(schedule.Title),
        TariffHeading { Lines: [var first, ..] } heading => Named($"{heading.Code}: {first.Description}"),
        _ => [],
    };

    // Titles and sentences are free text; what of them can be searched for is a name.
    private static LocalName[] Named(params string[] texts) =>
        [.. texts.Select(Searchable).Where(text => NameFolding.Fold(text).Length > 0).Select(text => new LocalName(English, text))];

    private static string Searchable(string text)
    {
        var line = string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
        if (line.Length <= SearchableLength)
            return line;
        return char.IsHighSurrogate(line[SearchableLength - 1]) ? line[..(SearchableLength - 1)] : line[..SearchableLength];
    }
}
