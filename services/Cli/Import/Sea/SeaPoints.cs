using System.Text.Json;
using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Core;

namespace GeoGraph.Cli.Import.Sea;

/// <summary>A point in degrees, to seven places, which is a centimetre; the longitude from -180 to 180.</summary>
internal readonly record struct SeaPoint(decimal Latitude, decimal Longitude)
{
    /// <summary>The point as the contract writes it.</summary>
    public Coordinates ToWire() => new() { Latitude = DecimalText.Print(Latitude), Longitude = DecimalText.Print(Longitude) };

    /// <summary>The point in an id, as <c>1.3n-103.8e</c>.</summary>
    public string Slug =>
        $"{DecimalText.Print(Math.Abs(Latitude))}{(Latitude < 0m ? 's' : 'n')}-{DecimalText.Print(Math.Abs(Longitude))}{(Longitude < 0m ? 'w' : 'e')}";
}

/// <summary>Reads positions of GeoJSON: longitude, then latitude, in degrees.</summary>
internal static class SeaPoints
{
    private const int Places = 7;
    private const decimal Turn = 360m;

    /// <summary>The point of a position; null with the rule that it breaks.</summary>
    /// <remarks>Lanes that go on past the longitude of 180 degrees are published with longitudes beyond it; they are wound back.</remarks>
    public static SeaPoint? Read(JsonElement position, out string rule)
    {
        rule = "a position is a longitude and a latitude";
        if (position.ValueKind != JsonValueKind.Array || position.GetArrayLength() < 2)
            return null;
        if (Number(position[0]) is not { } longitude || Number(position[1]) is not { } latitude)
            return null;
        rule = "a longitude lies between -360 and 360 degrees";
        if (longitude is < -Turn or > Turn)
            return null;
        rule = "a latitude lies between -90 and 90 degrees";
        if (latitude is < -90m or > 90m)
            return null;
        longitude = decimal.Round(longitude, Places, MidpointRounding.ToEven);
        longitude = longitude > 180m ? longitude - Turn : longitude < -180m ? longitude + Turn : longitude;
        return new SeaPoint(decimal.Round(latitude, Places, MidpointRounding.ToEven), longitude);
    }

    private static decimal? Number(JsonElement number) => number.ValueKind == JsonValueKind.Number && number.TryGetDecimal(out var value) ? value : null;
}
