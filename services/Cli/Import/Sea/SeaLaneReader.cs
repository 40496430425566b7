using System.Text.Json;
using System.Text.RegularExpressions;
using GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Cli.Import.Sea;

/// <summary>Makes lanes of line features: one for each line, cut where it is longer than a lane may be.</summary>
/// <param name="changes">Takes the lanes.</param>
/// <param name="problems">Takes what is wrong; a feature that has a fault makes no lane.</param>
internal sealed partial class SeaLaneReader(List<PlacedChange<ActorChange>> changes, List<Problem> problems)
{
    private const int MostPoints = 10_000;
    private readonly Dictionary<string, int> _timesNamed = new(StringComparer.Ordinal);

    /// <summary>How many lanes were made.</summary>
    public int Lanes { get; private set; }

    /// <summary>Takes a feature whose geometry is a line, or several.</summary>
    public void Read(GeoJsonFeature feature, JsonElement coordinates, bool several)
    {
        var passage = PassageOf(feature);
        var lines = new List<List<SeaPoint>>();
        if (passage is null || coordinates.ValueKind != JsonValueKind.Array || !several && LineOf(feature, coordinates, "geometry.coordinates", lines) is false)
            return;
        if (several && coordinates.EnumerateArray().Select((line, i) => LineOf(feature, line, $"geometry.coordinates[{i}]", lines)).Contains(false))
            return;
        foreach (var line in lines)
        {
            for (var from = 0; from + 1 < line.Count; from += MostPoints - 1)
                Add(feature, line.GetRange(from, Math.Min(MostPoints, line.Count - from)), passage);
        }
    }

    // The label of a lane without one is empty; null is a label that is none.
    private string? PassageOf(GeoJsonFeature feature)
    {
        if (!feature.Content.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object
            || !properties.TryGetProperty("passage", out var passage) || passage.ValueKind == JsonValueKind.Null)
            return "";
        if (passage.ValueKind == JsonValueKind.String && (passage.GetString()!.Length == 0 || Label().IsMatch(passage.GetString()!)))
            return passage.GetString();
        problems.Add(feature.Fault("properties.passage", passage.GetRawText(), "the label of a passage is lower-case letters and digits, with _ or - between, at most 64"));
        return null;
    }

    private bool LineOf(GeoJsonFeature feature, JsonElement line, string field, List<List<SeaPoint>> lines)
    {
        if (line.ValueKind != JsonValueKind.Array || line.GetArrayLength() < 2)
        {
            problems.Add(feature.Fault(field, "", "a line has at least two positions"));
            return false;
        }
        var points = new List<SeaPoint>(line.GetArrayLength());
        foreach (var position in line.EnumerateArray())
        {
            if (SeaPoints.Read(position, out var rule) is not { } point)
            {
                problems.Add(feature.Fault($"{field}[{points.Count}]", position.GetRawText(), rule));
                return false;
            }
            points.Add(point);
        }
        lines.Add(points);
        return true;
    }

    // Ids are made of what lanes are, so that a file in another order changes nothing; lanes alike in ends and label are numbered.
    private void Add(GeoJsonFeature feature, List<SeaPoint> points, string passage)
    {
        var name = $"lane:{(passage.Length > 0 ? passage + "-" : "")}{points[0].Slug}-to-{points[^1].Slug}";
        var times = _timesNamed[name] = _timesNamed.GetValueOrDefault(name) + 1;
        var id = times == 1 ? name : $"{name}-{times}";
        var lane = new Actor { Id = id, Evidence = SeaSource.Evidence() };
        lane.Path.Add(points.Select(point => point.ToWire()));
        if (passage.Length > 0)
            lane.Passages.Add(passage);
        changes.Add(SeaFiles.Placed(new ActorChange { Actor = lane }, id, feature));
        Lanes++;
    }

    [GeneratedRegex(@"^(?=.{1,64}\z)[a-z0-9]+([_-][a-z0-9]+)*\z")]
    private static partial Regex Label();
}
