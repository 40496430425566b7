using System.Text.Json;
using GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Cli.Import.Sea;

/// <summary>The lanes and ports of some files together, told apart by their geometry.</summary>
internal sealed class SeaFiles
{
    private readonly List<PlacedChange<ActorChange>> _changes = [];
    private readonly List<Problem> _problems = [];
    private readonly SeaLaneReader _lanes;
    private readonly SeaPortReader _ports;

    private SeaFiles()
    {
        _lanes = new SeaLaneReader(_changes, _problems);
        _ports = new SeaPortReader(_changes, _problems);
    }

    /// <summary>Every feature that is left out, with the reason.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>How many lanes the files hold.</summary>
    public int Lanes => _lanes.Lanes;

    /// <summary>How many ports the files hold.</summary>
    public int Ports => _ports.Ports;

    /// <summary>The ids of all that the files make.</summary>
    public IReadOnlySet<string> Ids => _changes.Select(change => change.Id).ToHashSet(StringComparer.Ordinal);

    /// <summary>Reads files; a folder stands for the GeoJSON files in it.</summary>
    /// <exception cref="IOException">A file is no GeoJSON.</exception>
    public static SeaFiles Read(IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        var files = new SeaFiles();
        foreach (var path in paths)
        {
            foreach (var feature in GeoJsonFile.Read(path))
            {
                cancellationToken.ThrowIfCancellationRequested();
                files.Take(feature);
            }
        }
        return files;
    }

    /// <summary>The changes to send.</summary>
    /// <param name="states">The ids of the states that there are; ports of others lie nowhere.</param>
    /// <param name="homeless">How many ports those are.</param>
    public List<PlacedChange<ActorChange>> ChangesIn(IReadOnlySet<string> states, out int homeless)
    {
        homeless = _ports.AddPlaces(states);
        return _changes;
    }

    /// <summary>A change that remembers its feature.</summary>
    public static PlacedChange<ActorChange> Placed(ActorChange change, string id, GeoJsonFeature feature) =>
        new(change, id, new ScalarNode(feature.Place, "", Plain: false), feature.Path);

    private void Take(GeoJsonFeature feature)
    {
        if (feature.Content.ValueKind != JsonValueKind.Object || !feature.Content.TryGetProperty("geometry", out var geometry) || geometry.ValueKind != JsonValueKind.Object
            || !geometry.TryGetProperty("coordinates", out var coordinates) || !geometry.TryGetProperty("type", out var type))
        {
            _problems.Add(feature.Fault("geometry", "", "a feature has a geometry with type and coordinates"));
            return;
        }
        switch (type.ValueKind == JsonValueKind.String ? type.GetString() : "")
        {
            case "LineString":
                _lanes.Read(feature, coordinates, several: false);
                break;
            case "MultiLineString":
                _lanes.Read(feature, coordinates, several: true);
                break;
            case "Point":
                _ports.Read(feature, coordinates);
                break;
            default:
                _problems.Add(feature.Fault("geometry.type", type.GetRawText(), "a lane is a LineString or MultiLineString, a port a Point"));
                break;
        }
    }
}
