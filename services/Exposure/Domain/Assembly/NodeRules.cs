using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Assembly;

/// <summary>What numbers a node may state; what is out of range counts as not stated.</summary>
internal static class NodeRules
{
    /// <summary>The most days of recovery or of a stock: more is no figure of this world, and sums over days stay within decimal.</summary>
    public const decimal MostDays = 1_000_000m;

    /// <summary>True where the row states a number out of range.</summary>
    public static bool IsOdd(NodeRow row) => IsOutOfRange(row.OutputUsdPerYear) || IsOdd(row.RecoveryDays) || row.Stocks.Any(stock => IsOdd(stock.Days));

    /// <summary>The row without the numbers out of range.</summary>
    public static NodeRow Accepted(NodeRow row) => !IsOdd(row) ? row : row with
    {
        OutputUsdPerYear = IsOutOfRange(row.OutputUsdPerYear) ? null : row.OutputUsdPerYear,
        RecoveryDays = IsOdd(row.RecoveryDays) ? null : row.RecoveryDays,
        Stocks = [.. row.Stocks.Where(stock => !IsOdd(stock.Days))],
    };

    /// <summary>Notes every number out of range.</summary>
    public static void Note(NodeRow row, RowChecks checks)
    {
        if (IsOutOfRange(row.OutputUsdPerYear))
            checks.Note(row.Id, DataFault.OutputOutOfRange, $"output is {DecimalText.Print(row.OutputUsdPerYear!.Value)}");
        if (IsOdd(row.RecoveryDays))
            NoteDays(row, checks, $"recovery is {DecimalText.Print(row.RecoveryDays!.Value)}");
        foreach (var stock in row.Stocks.Where(stock => IsOdd(stock.Days)))
            NoteDays(row, checks, $"stock of '{stock.InputGroup}' is {DecimalText.Print(stock.Days)}");
    }

    private static void NoteDays(NodeRow row, RowChecks checks, string what) =>
        checks.Note(row.Id, DataFault.DaysOutOfRange, $"{what}; days lie between 0 and {DecimalText.Print(MostDays)}");

    private static bool IsOdd(decimal? days) => days is < 0m or > MostDays;

    private static bool IsOutOfRange(decimal? output) => output is < 0m or > FixedPoint.MaxUsd;
}
