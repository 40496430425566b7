using GeoGraph.Exposure.Compiled;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Exposure.Feed;

/// <summary>Reads exported columns of actors into the stage of a graph. What no exposure question reads is left out.</summary>
/// <remarks>Throws <see cref="InvalidDataException"/> where the columns break their contract.</remarks>
internal static class ActorColumnMapping
{
    public static void ReadInto(FedGraph rows, Wire.ActorColumns columns)
    {
        var texts = new ColumnTexts(columns.Strings);
        ColumnRules.CheckLengths(columns.Ids.Count, columns.Kinds.Count, columns.ValidFrom.Count, columns.ValidTo.Count, columns.Outputs.Count,
            columns.MainPorts.Count, columns.RecoveryDays.Count, columns.StockCounts.Count, columns.HsCounts.Count);
        ColumnRules.CheckLengths((int)columns.StockCounts.Sum(count => count), columns.StockGroups.Count, columns.StockDays.Count);
        ColumnRules.CheckLengths((int)columns.HsCounts.Sum(count => count), columns.HsCodes.Count);
        SeaMapping.ReadInto(rows.Sea, columns, texts);
        var (stock, code) = (0, 0);
        for (var i = 0; i < columns.Ids.Count; i++)
        {
            if (KindMapping.ToKind(columns.Kinds[i]) is { } kind)
            {
                rows.Stage.Add(new NodeRow
                {
                    Id = texts.Id(columns.Ids[i]),
                    Kind = kind,
                    Valid = ColumnRules.Period(columns.ValidFrom[i], columns.ValidTo[i]),
                    OutputUsdPerYear = texts.Number(columns.Outputs[i]),
                    MainPort = texts.Text(columns.MainPorts[i]) is { Length: > 0 } port ? port : null,
                    RecoveryDays = texts.Number(columns.RecoveryDays[i]),
                    Stocks = columns.StockCounts[i] == 0 ? [] : [.. Enumerable.Range(stock, (int)columns.StockCounts[i]).Select(at => new StockRow(
                        texts.Text(columns.StockGroups[at]), texts.Number(columns.StockDays[at]) ?? 0m))],
                    HsCodes = columns.HsCounts[i] == 0 ? [] : [.. Enumerable.Range(code, (int)columns.HsCounts[i]).Select(at => texts.Text(columns.HsCodes[at]))],
                });
            }
            stock += (int)columns.StockCounts[i];
            code += (int)columns.HsCounts[i];
        }
    }
}
