using System.Text.Json;
using System.Text.RegularExpressions;
using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Common.V1;

namespace GeoGraph.Cli.Import.Sea;

/// <summary>Makes facilities of port features, each in its state: the first two letters of a UN/LOCODE are the state's.</summary>
/// <param name="changes">Takes ports and where they lie.</param>
/// <param name="problems">Takes what is wrong; a feature that has a fault makes no port.</param>
internal sealed partial class SeaPortReader(List<PlacedChange<ActorChange>> changes, List<Problem> problems)
{
    private const int LongestName = 200;
    private readonly Dictionary<string, GeoJsonFeature> _byCode = new(StringComparer.Ordinal);
    private readonly List<PlacedChange<ActorChange>> _places = [];

    /// <summary>How many ports were made.</summary>
    public int Ports => _byCode.Count;

    /// <summary>Takes a feature whose geometry is a point.</summary>
    public void Read(GeoJsonFeature feature, JsonElement coordinates)
    {
        var code = Text(feature, "port");
        var name = Text(feature, "name");
        var found = problems.Count;
        if (!Locode().IsMatch(code))
            problems.Add(feature.Fault("properties.port", code, "a UN/LOCODE is two capital letters and three capital letters or digits"));
        else if (_byCode.TryGetValue(code, out var before))
            problems.Add(feature.Fault("properties.port", code, $"{before.Path} at {before.Place} is that port already; the first is taken"));
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
            problems.Add(feature.Fault("properties.name", name, $"a port has a name of 1 to {LongestName} characters"));
        if (SeaPoints.Read(coordinates, out var rule) is not { } point)
            problems.Add(feature.Fault("geometry.coordinates", coordinates.GetRawText(), rule));
        else if (problems.Count == found)
            Add(feature, code, name, point);
    }

    /// <summary>Adds, after all ports, in which state each lies, as far as the state exists.</summary>
    /// <param name="states">The ids of the states that there are.</param>
    /// <returns>How many ports lie in no state that there is.</returns>
    public int AddPlaces(IReadOnlySet<string> states)
    {
        changes.AddRange(_places.Where(place => states.Contains(place.Change.Relation.ToId)));
        return _places.Count(place => !states.Contains(place.Change.Relation.ToId));
    }

    private void Add(GeoJsonFeature feature, string code, string name, SeaPoint point)
    {
        _byCode.Add(code, feature);
        var slug = "port-" + code.ToLowerInvariant();
        var port = new Actor
        {
            Id = "facility:" + slug,
            Names = { new LocalName { Language = "en", Text = name } },
            Coordinates = point.ToWire(),
            UnLocode = code,
            Evidence = SeaSource.Evidence(),
        };
        changes.Add(SeaFiles.Placed(new ActorChange { Actor = port }, port.Id, feature));
        var place = new Relation { Id = "located-in:" + slug, Type = RelationType.LocatedIn, FromId = port.Id, ToId = "state:" + code[..2], Evidence = SeaSource.Evidence() };
        _places.Add(SeaFiles.Placed(new ActorChange { Relation = place }, place.Id, feature));
    }

    private static string Text(GeoJsonFeature feature, string property) =>
        feature.Content.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
        && properties.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : "";

    [GeneratedRegex(@"^[A-Z]{2}[A-Z0-9]{3}\z")]
    private static partial Regex Locode();
}
