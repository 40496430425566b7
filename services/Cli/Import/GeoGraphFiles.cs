using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Common.V1;
using Google.Protobuf;

namespace GeoGraph.Cli.Import;

/// <summary>
/// Reads files of GeoGraph's own format, as many as an import has, into changes. Everything wrong in any of them is told
/// at once; sources listed in one file serve all.
/// </summary>
internal sealed class GeoGraphFiles
{
    private readonly List<Problem> _problems = [];
    private readonly Dictionary<string, Place> _given = [];
    private readonly Dictionary<string, Source> _sources = [];
    private readonly Dictionary<Section, List<(IMessage Item, string Id, Node Node, string Path)>> _items = [];
    private readonly List<(string Id, Node Node, string Path)> _deletes = [];
    private readonly MessageReader _messages;

    private GeoGraphFiles() => _messages = new MessageReader(_problems);

    /// <summary>Reads the files.</summary>
    /// <param name="files">Paths as the user wrote them; problems name them so.</param>
    public static ImportSet Read(IEnumerable<string> files)
    {
        var reader = new GeoGraphFiles();
        foreach (var file in files)
        {
            using var text = File.OpenText(file);
            reader.ReadFile(file, text);
        }
        return reader.Finish();
    }

    /// <summary>Reads texts that are not files, as tests have them.</summary>
    public static ImportSet Read(params (string Name, string Text)[] texts)
    {
        var reader = new GeoGraphFiles();
        foreach (var (name, text) in texts)
            reader.ReadFile(name, new StringReader(text));
        return reader.Finish();
    }

    private void ReadFile(string file, TextReader text)
    {
        switch (YamlFile.Read(file, text, _problems))
        {
            case null:
                break;
            case MapNode map:
                ReadSections(map);
                break;
            case var other:
                Tell(other.Place, "", other.Written, $"is {other.Shape}; a file is a mapping of sections to lists. Sections are {Section.Names}");
                break;
        }
    }

    private void ReadSections(MapNode map)
    {
        var seen = new HashSet<string>();
        foreach (var (key, value) in map.Entries)
        {
            var section = Section.Named(key.Text);
            if (section is null && key.Text != Section.Deletes)
                Tell(key.Place, "", key.Text, $"is no section; one of {Section.Names}");
            else if (!seen.Add(section?.Name ?? key.Text))
                Tell(key.Place, "", key.Text, "is given twice in this file; put the items under one");
            else if (value is not ListNode list)
                Tell(value.Place, key.Text, value.Written, $"is {value.Shape}; a section is a list");
            else if (section is null)
                ReadDeletes(list);
            else
                ReadItems(section, list);
        }
    }

    private void ReadItems(Section section, ListNode list)
    {
        for (var i = 0; i < list.Items.Count; i++)
        {
            var (node, path) = (list.Items[i], $"{section.Name}[{i}]");
            if (section == Section.Sources)
                ReadSource(node, path);
            else if (_messages.Read(node, section.Item, path) is { } item && IdOf(section, item, node, path) is { } id)
                ItemsOf(section).Add((item, id, node, path));
        }
    }

    private void ReadSource(Node node, string path)
    {
        var uses = _messages.SourceUses.Count;
        if (_messages.Read(node, Source.Descriptor, path) is not Source source)
            return;
        _messages.SourceUses.RemoveRange(uses, _messages.SourceUses.Count - uses);
        if (source.Quote.Length > 0)
            Tell(node.Place, path + ".quote", source.Quote, "belongs to a use of the source, beside the fact that it supports");
        if (IsNew(source.Id, node, path))
            _sources[source.Id] = source;
    }

    private string? IdOf(Section section, IMessage item, Node node, string path)
    {
        if (item is ActorMerge merge)
            return IsNew(merge.DuplicateId, node, path, "duplicate_id") ? merge.DuplicateId : null;
        var id = (string)section.Item.FindFieldByName("id").Accessor.GetValue(item);
        if (!IsNew(id, node, path))
            return null;
        var kind = IdKinds.KindOf(id);
        if (IdKinds.Expected(section, item) is { } expected && kind != expected)
            Tell(node.Place, path + ".id", id, $"must begin with {expected}: here");
        else if (section == Section.Actors && !IdKinds.OfActors.Contains(kind))
            Tell(node.Place, path + ".id", id, $"must begin with a kind and a colon, as state:TW");
        return id;
    }

    private void ReadDeletes(ListNode list)
    {
        for (var i = 0; i < list.Items.Count; i++)
        {
            var (node, path) = (list.Items[i], $"{Section.Deletes}[{i}]");
            if (node is not ScalarNode { IsNull: false } scalar)
                Tell(node.Place, path, "", $"is {node.Shape}; deletes is a list of ids");
            else if (!IdKinds.OfActors.Contains(IdKinds.KindOf(scalar.Text)) && !IdKinds.OfRecords.Contains(IdKinds.KindOf(scalar.Text)))
                Tell(node.Place, path, scalar.Text, "must be the id of an actor, relation or record, as measure:us-s122");
            else if (IsNew(scalar.Text, node, path, ""))
                _deletes.Add((scalar.Text, node, path));
        }
    }

    private bool IsNew(string id, Node node, string path, string field = "id")
    {
        var place = (node as MapNode)?.Entries.FirstOrDefault(e => e.Key.Text == field || e.Key.Text == WireNames.ToCamelCase(field)).Value?.Place ?? node.Place;
        var whole = field.Length == 0 ? path : $"{path}.{field}";
        if (id.Length == 0)
            Tell(node.Place, whole, "", "is missing; every item has one");
        else if (!_given.TryAdd(id, place))
            Tell(place, whole, id, $"is given twice; first at {_given[id]}");
        else
            return true;
        return false;
    }

    private ImportSet Finish()
    {
        foreach (var use in _messages.SourceUses)
        {
            if (_sources.TryGetValue(use.Source.Id, out var named))
                use.FillFrom(named);
            else if (use.IsBare)
                Tell(use.Place, use.Path, use.Source.Id, use.Source.Id.Length > 0 ? "is no source listed under sources in the files of this import" : "says neither an id nor where it can be read");
        }
        var problems = _problems.OrderBy(p => p.Place.File, StringComparer.Ordinal).ThenBy(p => p.Place.Line).ThenBy(p => p.Place.Column).ToList();
        var unresolved = _messages.References.Where(r => !_given.ContainsKey(r.Id)).ToList();
        return new ImportSet(ActorChanges(), RecordChanges(), problems, unresolved);
    }

    private List<PlacedChange<ActorChange>> ActorChanges() =>
    [
        .. ItemsOf(Section.Actors).Select(i => Placed(new ActorChange { Actor = (Actor)i.Item }, i.Id, i.Node, i.Path)),
        .. ItemsOf(Section.Relations).Select(i => Placed(new ActorChange { Relation = (Relation)i.Item }, i.Id, i.Node, i.Path)),
        .. ItemsOf(Section.Merges).Select(i => Placed(new ActorChange { Merge = (ActorMerge)i.Item }, i.Id, i.Node, i.Path)),
        .. _deletes.Where(d => IdKinds.OfActors.Contains(IdKinds.KindOf(d.Id))).Select(d => Placed(new ActorChange { DeleteId = d.Id }, d.Id, d.Node, d.Path)),
    ];

    private List<PlacedChange<RecordChange>> RecordChanges() =>
    [
        .. Section.All.Where(s => s.RecordField is not null).SelectMany(s => ItemsOf(s).Select(i => Placed(new RecordChange { Record = RecordOf(s, i.Item) }, i.Id, i.Node, i.Path))),
        .. _deletes.Where(d => IdKinds.OfRecords.Contains(IdKinds.KindOf(d.Id))).Select(d => Placed(new RecordChange { DeleteId = d.Id }, d.Id, d.Node, d.Path)),
    ];

    private static Record RecordOf(Section section, IMessage item)
    {
        var record = new Record();
        section.RecordField!.Accessor.SetValue(record, item);
        return record;
    }

    private static PlacedChange<T> Placed<T>(T change, string id, Node node, string path)
        where T : IMessage => new(change, id, node, path);

    private List<(IMessage Item, string Id, Node Node, string Path)> ItemsOf(Section section)
    {
        if (!_items.TryGetValue(section, out var items))
            _items[section] = items = [];
        return items;
    }

    private void Tell(Place place, string field, string value, string rule) => _problems.Add(new Problem(place, field, value, rule));
}
