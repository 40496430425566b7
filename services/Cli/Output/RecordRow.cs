using GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Cli.Output;

/// <summary>A record of any kind as a row: id and name.</summary>
internal static class RecordRow
{
    /// <summary>The cells.</summary>
    public static string[] Of(Record record) => record.RecordCase switch
    {
        Record.RecordOneofCase.Agreement => [record.Agreement.Id, Show.Names(record.Agreement.Names)],
        Record.RecordOneofCase.Negotiation => [record.Negotiation.Id, Show.Names(record.Negotiation.Names)],
        Record.RecordOneofCase.Event => [record.Event.Id, Show.Names(record.Event.Names)],
        Record.RecordOneofCase.Claim => [record.Claim.Id, record.Claim.Text],
        Record.RecordOneofCase.Measure => [record.Measure.Id, record.Measure.Title],
        Record.RecordOneofCase.StackingRule => [record.StackingRule.Id, record.StackingRule.Title],
        Record.RecordOneofCase.Quota => [record.Quota.Id, record.Quota.OrderNumber],
        Record.RecordOneofCase.OriginRule => [record.OriginRule.Id, record.OriginRule.AgreementId],
        Record.RecordOneofCase.ExchangeRate => [record.ExchangeRate.Id, $"{record.ExchangeRate.FromCurrency} in {record.ExchangeRate.ToCurrency}"],
        Record.RecordOneofCase.GoodsList => [record.GoodsList.Id, record.GoodsList.Title],
        Record.RecordOneofCase.TariffSchedule => [record.TariffSchedule.Id, record.TariffSchedule.Title],
        Record.RecordOneofCase.TariffHeading => [record.TariffHeading.Id, record.TariffHeading.Lines.FirstOrDefault()?.Description ?? ""],
        _ => ["", ""],
    };
}
