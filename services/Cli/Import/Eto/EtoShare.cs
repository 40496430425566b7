using System.Globalization;
using GeoGraph.Core;

namespace GeoGraph.Cli.Import.Eto;

/// <summary>Shares of the world market as the tables have them.</summary>
internal static class EtoShare
{
    /// <summary>What the tables write where a share is too small for a number.</summary>
    public const string Negligible = "negligible";

    /// <summary>
    /// The share of a row of provision as exact decimal text, 0 to 1; empty where none is stated or it is negligible, which is a share that is not
    /// known and not none.
    /// </summary>
    /// <returns>False, with a problem told, where the cells cannot be read.</returns>
    public static bool TryRead(EtoRow row, List<Problem> problems, out string share)
    {
        var (percent, negligible) = (row["share_provided"], row["negligible_market_share"]);
        share = "";
        if (negligible.Length > 0 && negligible != Negligible)
            return Refuse("negligible_market_share", negligible, $"is either empty or \"{Negligible}\"");
        if (percent.Length > 0 && negligible.Length > 0)
            return Refuse("share_provided", percent, "a share is either a number or negligible");
        if (percent.Length == 0)
            return true;
        if (!percent.EndsWith('%') || !DecimalText.TryParse(percent[..^1].Trim(), out var number) || number is < 0 or > 100)
            return Refuse("share_provided", percent, "must be a percentage from 0% to 100%");
        share = (number / 100).ToString("0.############################", CultureInfo.InvariantCulture);
        return true;

        bool Refuse(string column, string value, string rule)
        {
            problems.Add(new Problem(row.PlaceOf(column), column, value, rule));
            return false;
        }
    }
}
