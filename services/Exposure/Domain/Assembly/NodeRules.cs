using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Assembly;

/// <summary>What numbers a node may state; what is out of range counts as not stated.</summary>
internal static class NodeRules
{
    /// <summary>True where the row states a number out of range.</summary>
    public static bool IsOdd(NodeRow row) => IsOutOfRange(row.OutputUsdPerYear) || row.RecoveryDays < 0m || row.Stocks.Any(stock => stock.Days < 0m);

    /// <summary>The row without the numbers out of range.</summary>
    public static NodeRow Accepted(NodeRow row) => !IsOdd(row) ? row : row with
    {
        OutputUsdPerYear = IsOutOfRange(row.OutputUsdPerYear) ? null : row.OutputUsdPerYear,
        RecoveryDays = row.RecoveryDays < 0m ? null : row.RecoveryDays,
        Stocks = [.. row.Stocks.Where(stock => stock.Days >= 0m)],
    };

    /// <summary>Notes every number out of range.</summary>
    public static void Note(NodeRow row, RowChecks checks)
    {
        if (IsOutOfRange(row.OutputUsdPerYear))
            checks.Note(row.Id, DataFault.OutputOutOfRange, $"output is {DecimalText.Print(row.OutputUsdPerYear!.Value)}");
        if (row.RecoveryDays is < 0m and var recovery)
            checks.Note(row.Id, DataFault.DaysOutOfRange, $"recovery is {DecimalText.Print(recovery)}; days are zero or more");
        foreach (var stock in row.Stocks.Where(stock => stock.Days < 0m))
            checks.Note(row.Id, DataFault.DaysOutOfRange, $"stock of '{stock.InputGroup}' is {DecimalText.Print(stock.Days)}; days are zero or more");
    }

    private static bool IsOutOfRange(decimal? output) => output is < 0m or > FixedPoint.MaxUsd;
}
