using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Exposure.Feed;

/// <summary>Reads exported columns into rows. What no exposure question reads is left out.</summary>
/// <remarks>Throws <see cref="InvalidDataException"/> where the columns break their contract.</remarks>
internal static class ColumnMapping
{
    private const uint InferredFlag = 1;
    private const uint InessentialFlag = 2;
    private const int ObligationBit = 2;
    private const int ConfidenceBit = 8;
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    public static void ReadInto(GraphRows rows, Wire.ActorColumns columns)
    {
        var texts = new ColumnTexts(columns.Strings);
        CheckLengths(columns.Ids.Count, columns.Kinds.Count, columns.ValidFrom.Count, columns.ValidTo.Count, columns.Outputs.Count,
            columns.MainPorts.Count, columns.RecoveryDays.Count, columns.StockCounts.Count, columns.HsCounts.Count);
        CheckLengths((int)columns.StockCounts.Sum(count => count), columns.StockGroups.Count, columns.StockDays.Count);
        CheckLengths((int)columns.HsCounts.Sum(count => count), columns.HsCodes.Count);
        SeaMapping.ReadInto(rows.Sea, columns, texts);
        var (stock, code) = (0, 0);
        for (var i = 0; i < columns.Ids.Count; i++)
        {
            if (KindMapping.ToKind(columns.Kinds[i]) is { } kind)
            {
                rows.Put(new NodeRow
                {
                    Id = texts.Id(columns.Ids[i]),
                    Kind = kind,
                    Valid = Period(columns.ValidFrom[i], columns.ValidTo[i]),
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

    public static void ReadInto(GraphRows rows, Wire.RelationColumns columns)
    {
        var texts = new ColumnTexts(columns.Strings);
        CheckLengths(columns.Ids.Count, columns.Types_.Count, columns.Froms.Count, columns.Tos.Count, columns.Products.Count, columns.InputGroups.Count,
            columns.Shares.Count, columns.Values.Count, columns.Capacities.Count, columns.ValidFrom.Count, columns.ValidTo.Count, columns.Flags.Count, columns.TransitCounts.Count);
        CheckLengths((int)columns.TransitCounts.Sum(count => count), columns.TransitChokepoints.Count, columns.TransitShares.Count, columns.TransitInferred.Count);
        var transit = 0;
        for (var i = 0; i < columns.Ids.Count; i++)
        {
            var count = (int)columns.TransitCounts[i];
            if (KindMapping.ToKind(columns.Types_[i]) is { } kind)
                rows.Put(Relation(columns, texts, i, kind, transit, count));
            transit += count;
        }
    }

    private static RelationRow Relation(Wire.RelationColumns columns, ColumnTexts texts, int i, RelationKind kind, int firstTransit, int transits)
    {
        var flags = columns.Flags[i];
        return new RelationRow
        {
            Id = texts.Id(columns.Ids[i]),
            Kind = kind,
            From = texts.Id(columns.Froms[i]),
            To = texts.Id(columns.Tos[i]),
            Product = texts.OptionalId(columns.Products[i]),
            InputGroup = texts.Text(columns.InputGroups[i]) is { Length: > 0 } group ? group : null,
            Share = texts.Number(columns.Shares[i]),
            ValueUsdPerYear = texts.Number(columns.Values[i]),
            CapacityUsdPerYear = texts.Number(columns.Capacities[i]),
            Valid = Period(columns.ValidFrom[i], columns.ValidTo[i]),
            Inferred = (flags & InferredFlag) != 0,
            Essential = (flags & InessentialFlag) == 0,
            Obligations = (Obligations)((flags >> ObligationBit) & 7),
            Confidence = KindMapping.ToConfidence((int)((flags >> ConfidenceBit) & 15)),
            Transits = transits == 0 ? [] : [.. Enumerable.Range(firstTransit, transits).Select(at => new TransitRow(
                texts.Id(columns.TransitChokepoints[at]), texts.Number(columns.TransitShares[at]), columns.TransitInferred[at]))],
        };
    }

    private static ValidPeriod Period(int from, int to)
    {
        try
        {
            return new ValidPeriod(
                from == int.MinValue ? null : DateOnly.FromDayNumber(from + Epoch), to == int.MaxValue ? null : DateOnly.FromDayNumber(to + Epoch));
        }
        catch (Exception error) when (error is ArgumentException or OverflowException)
        {
            throw new InvalidDataException($"the days {from} to {to} are no period.", error);
        }
    }

    private static void CheckLengths(int rows, params ReadOnlySpan<int> columns)
    {
        foreach (var entries in columns)
        {
            if (entries != rows)
                throw new InvalidDataException($"a column has {entries} entries where {rows} are due.");
        }
    }
}
