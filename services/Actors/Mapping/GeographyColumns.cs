using GeoGraph.Core;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Actors.Mapping;

/// <summary>The columns that say where an actor lies: its UN/LOCODE, points and passages.</summary>
internal static class GeographyColumns
{
    public static void Add(Wire.ActorColumns columns, StringTable strings, Actor actor)
    {
        columns.UnLocodes.Add(strings.IndexOf(actor.UnLocode));
        var points = actor.Path.Count > 0 ? actor.Path : actor.Coordinates is { } place ? [place] : [];
        columns.PointCounts.Add((uint)points.Count);
        foreach (var point in points)
        {
            columns.PointLatitudes.Add(strings.IndexOf(DecimalText.Print(point.Latitude)));
            columns.PointLongitudes.Add(strings.IndexOf(DecimalText.Print(point.Longitude)));
        }
        columns.PassageCounts.Add((uint)actor.Passages.Count);
        columns.Passages.Add(actor.Passages.Select(strings.IndexOf));
    }
}
