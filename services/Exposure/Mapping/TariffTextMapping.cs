using GeoGraph.Core;
using GeoGraph.Exposure.Answers;

namespace GeoGraph.Exposure.Mapping;

/// <summary>Rates and amounts of duty as text.</summary>
internal static class TariffFigures
{
    // Division by a one of full scale takes trailing zeros off a decimal.
    private const decimal OneWithAllPlaces = 1.0000000000000000000000000000m;
    private const int UsdPlaces = 4;

    /// <summary>A figure to twelve places, half to even, in its shortest text; empty where there is none.</summary>
    public static string Text(decimal? figure) => Rounded(figure, ShareRange.Places);

    /// <summary>An amount in USD to four places, half to even, in its shortest text; empty where there is none.</summary>
    public static string Usd(decimal? amount) => Rounded(amount, UsdPlaces);

    private static string Rounded(decimal? figure, int places) =>
        figure is { } known ? DecimalText.Print(Math.Round(known, places, MidpointRounding.ToEven) / OneWithAllPlaces) : "";
}
