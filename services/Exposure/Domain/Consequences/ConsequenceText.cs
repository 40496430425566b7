using System.Globalization;
using GeoGraph.Core;
using GeoGraph.Exposure.Survival;

namespace GeoGraph.Exposure.Consequences;

/// <summary>Consequences in words.</summary>
internal static class ConsequenceText
{
    /// <summary>An amount with thousands separated, as USD 1,234.5.</summary>
    public static string Usd(decimal amount) => "USD " + Math.Round(amount, 4, MidpointRounding.ToEven).ToString("#,##0.####", CultureInfo.InvariantCulture);

    /// <summary>A share as percent, as 12.5%.</summary>
    public static string Percent(decimal share) => (share * 100m).ToString("0.####", CultureInfo.InvariantCulture) + "%";

    /// <summary>Who has how much left of what, from when.</summary>
    public static string Loss(EntityId actor, InputShortfall shortfall, DateOnly? on)
    {
        var day = $"from day {DecimalText.Print(shortfall.ShortFromDay)}{(on is { } date ? $" ({date:yyyy-MM-dd})" : "")}";
        return shortfall.Availability == 0m
            ? $"{actor} is without {shortfall.Group} {day}"
            : $"{actor} has {Percent(shortfall.Availability)} of {shortfall.Group} left {day}";
    }

    /// <summary>A duty that lies in a range, or is not known.</summary>
    public static string Rate(Tariffs.DutyRate rate) => !rate.IsKnown ? "unknown"
        : rate.IsExact ? Percent(rate.AtLeast!.Value)
        : $"{Percent(rate.AtLeast!.Value)}-{Percent(rate.AtMost!.Value)}";
}
