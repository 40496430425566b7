namespace GeoGraph.Exposure.Sea;

/// <summary>Whether a stretch crosses a gate: both taken as straight on a map of latitude and longitude, and crossing properly, not touching.</summary>
internal static class GateCrossing
{
    private const long HalfTurn = 1_800_000_000;

    /// <summary>True where they cross. What spans the longitude of 180 degrees crosses nothing.</summary>
    public static bool Crosses(GeoPoint from, GeoPoint to, (GeoPoint From, GeoPoint To) gate) =>
        !Spans(from, to) && !Spans(gate.From, gate.To)
        && Apart(from, to, gate.From, gate.To) && Apart(gate.From, gate.To, from, to);

    private static bool Spans(GeoPoint from, GeoPoint to) => Math.Abs((long)from.Longitude - to.Longitude) > HalfTurn;

    // True where two points lie on different sides of a line, and neither on it.
    private static bool Apart(GeoPoint from, GeoPoint to, GeoPoint left, GeoPoint right) => Side(from, to, left) * Side(from, to, right) < 0;

    private static int Side(GeoPoint from, GeoPoint to, GeoPoint point) =>
        Int128.Sign(((Int128)((long)to.Longitude - from.Longitude) * ((long)point.Latitude - from.Latitude))
            - ((Int128)((long)to.Latitude - from.Latitude) * ((long)point.Longitude - from.Longitude)));
}
