using GeoGraph.Core;
using GeoGraph.Exposure.Sea;
using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Exposure.Feed;

/// <summary>
/// Reads where actors lie into rows of the sea: lanes, facilities with UN/LOCODE and place, chokepoints with gate or labels. An actor that is none of
/// these, or no longer, is forgotten.
/// </summary>
internal static class SeaMapping
{
    private const string PointRule = "a place is a latitude from -90 to 90 and a longitude from -180 to 180 degrees";
    private const int GatePoints = 2;

    /// <summary>Reads exported columns. Throws <see cref="InvalidDataException"/> where they break their contract.</summary>
    public static void ReadInto(SeaRows rows, Wire.ActorColumns columns, ColumnTexts texts)
    {
        CheckLengths(columns);
        var (point, passage) = (0, 0);
        for (var i = 0; i < columns.Ids.Count; i++)
        {
            var (points, passages) = ((int)columns.PointCounts[i], (int)columns.PassageCounts[i]);
            if (columns.Kinds[i] is Wire.ActorKind.Lane or Wire.ActorKind.Facility or Wire.ActorKind.Chokepoint)
            {
                Put(rows, texts.Id(columns.Ids[i]), columns.Kinds[i], texts.Text(columns.PreferredNames[i]), texts.Text(columns.UnLocodes[i]),
                    [.. Enumerable.Range(point, points).Select(at => Point(texts.Number(columns.PointLatitudes[at]), texts.Number(columns.PointLongitudes[at])) ?? throw new InvalidDataException(PointRule))],
                    [.. Enumerable.Range(passage, passages).Select(at => texts.Text(columns.Passages[at]))]);
            }
            point += points;
            passage += passages;
        }
    }

    /// <summary>Reads a changed actor, noting every violation.</summary>
    public static void ReadInto(SeaRows rows, Wire.Actor actor, RequestFields fields)
    {
        if (actor.Kind is not (Wire.ActorKind.Lane or Wire.ActorKind.Facility or Wire.ActorKind.Chokepoint))
            return;
        var path = actor.Path.Count > 0 || actor.Coordinates is null ? actor.Path : [actor.Coordinates];
        var points = new List<GeoPoint>(path.Count);
        foreach (var place in path)
        {
            if (Point(Number(place.Latitude), Number(place.Longitude)) is { } point)
                points.Add(point);
            else
                fields.Violations.Add("actors.path", $"{place.Latitude} {place.Longitude}", PointRule);
        }
        Put(rows, fields.Id("actors.id", actor.Id), actor.Kind, actor.Names.Count > 0 ? actor.Names[0].Text : "", actor.UnLocode, points, [.. actor.Passages]);
    }

    private static void Put(SeaRows rows, EntityId id, Wire.ActorKind kind, string name, string code, IReadOnlyList<GeoPoint> points, IReadOnlyList<string> passages)
    {
        switch (kind)
        {
            case Wire.ActorKind.Lane when points.Count > 1:
                rows.Put(new SeaLane(id, points, passages.Count > 0 ? passages[0] : null));
                break;
            case Wire.ActorKind.Facility when code.Length > 0 && points.Count > 0:
                rows.Put(new SeaPort(id, code, name, points[0]));
                break;
            case Wire.ActorKind.Chokepoint when points.Count == GatePoints || passages.Count > 0:
                rows.Put(new SeaStrait(id, passages, points.Count == GatePoints ? (points[0], points[1]) : null));
                break;
            default:
                rows.Remove(id);
                break;
        }
    }

    private static GeoPoint? Point(decimal? latitude, decimal? longitude) =>
        latitude is >= -90m and <= 90m && longitude is >= -180m and <= 180m ? GeoPoint.FromDegrees(latitude.Value, longitude.Value) : null;

    private static decimal? Number(string text) => DecimalText.TryParse(text, out var number) ? number : null;

    private static void CheckLengths(Wire.ActorColumns columns)
    {
        var actors = columns.Ids.Count;
        var points = columns.PointCounts.Sum(count => (long)count);
        if (columns.UnLocodes.Count != actors || columns.PointCounts.Count != actors || columns.PassageCounts.Count != actors
            || columns.PointLatitudes.Count != points || columns.PointLongitudes.Count != points || columns.Passages.Count != columns.PassageCounts.Sum(count => (long)count))
            throw new InvalidDataException("the columns of places do not fit the actors.");
    }
}
