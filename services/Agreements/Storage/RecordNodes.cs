using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Agreements.Storage;

/// <summary>How a record lies on the graph: one node a record, labelled by kind.</summary>
internal static class RecordNodes
{
    private const string English = "en";

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
        Event happening => new ValidPeriod(happening.On, (happening.Until ?? happening.On).AddDays(1)),
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
        _ => [],
    };

    private static LocalName[] Named(params string[] texts) =>
        [.. texts.Where(text => text.Length > 0).Select(text => new LocalName(English, text))];
}
