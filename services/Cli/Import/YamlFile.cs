using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace GeoGraph.Cli.Import;

/// <summary>
/// Reads one YAML (or JSON) document into nodes with their places. No type is guessed: every scalar keeps its text, so
/// that a country code NO stays NO and 0.10 stays 0.10.
/// </summary>
internal sealed class YamlFile
{
    /// <summary>The most nodes of a file, with what its aliases repeat. A file of 100,000 facts has about three million.</summary>
    public const long MostNodes = 20_000_000;

    private const int DeepestNesting = 64;

    private readonly string _file;
    private readonly IParser _parser;
    private readonly List<Problem> _problems;
    private readonly Dictionary<AnchorName, Node> _anchors = [];

    private YamlFile(string file, TextReader text, List<Problem> problems)
    {
        _file = file;
        _parser = new Parser(text);
        _problems = problems;
    }

    /// <summary>Reads the document. Null, with a problem told, where it cannot be read.</summary>
    public static Node? Read(string file, TextReader text, List<Problem> problems)
    {
        var reader = new YamlFile(file, text, problems);
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlException problem)
        {
            var place = new Place(file, (int)problem.Start.Line, (int)problem.Start.Column);
            problems.Add(new Problem(place, "", "", $"is not YAML: {problem.Message}"));
            return null;
        }
        catch (InvalidOperationException)
        {
            // The scanner gives up this way, without a place, on a broken list or mapping in brackets.
            var near = reader._parser.Current?.End ?? Mark.Empty;
            problems.Add(new Problem(new Place(file, (int)near.Line, (int)near.Column), "", "", "is not YAML: a bracket or comma is missing near here"));
            return null;
        }
    }

    private Node? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
            return Refuse(new Place(_file, 0, 0), "holds nothing; a file is a mapping of sections to lists");
        var node = ReadNode(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var next))
            return Refuse(PlaceOf(next), "begins a second document; a file holds one");
        return node.Size > MostNodes ? Refuse(node.Place, $"holds {node.Size} values; at most {MostNodes}") : node;
    }

    private Node? Refuse(Place place, string rule)
    {
        _problems.Add(new Problem(place, "", "", rule));
        return null;
    }

    private Node ReadNode(int depth)
    {
        if (depth > DeepestNesting)
            throw new YamlException(_parser.Current!.Start, _parser.Current.End, $"nested deeper than {DeepestNesting}");
        if (_parser.TryConsume<AnchorAlias>(out var alias))
            return _anchors.GetValueOrDefault(alias.Value) ?? throw new YamlException(alias.Start, alias.End, $"alias *{alias.Value} has no anchor before it");
        var start = (NodeEvent)_parser.Current!;
        var node = ReadValue(depth);
        if (!start.Anchor.IsEmpty)
            _anchors[start.Anchor] = node;
        return node;
    }

    private Node ReadValue(int depth)
    {
        if (_parser.TryConsume<Scalar>(out var scalar))
            return ToScalar(scalar);
        if (_parser.TryConsume<SequenceStart>(out var list))
            return ReadList(PlaceOf(list), depth);
        return ReadMap(PlaceOf(_parser.Consume<MappingStart>()), depth);
    }

    private ListNode ReadList(Place place, int depth)
    {
        var items = new List<Node>();
        var size = 1L;
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            var item = ReadNode(depth + 1);
            items.Add(item);
            size = Math.Min(size + item.Size, MostNodes + 1);
        }
        return new ListNode(place, size, items);
    }

    private MapNode ReadMap(Place place, int depth)
    {
        var entries = new List<KeyValuePair<ScalarNode, Node>>();
        var size = 1L;
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ToScalar(_parser.Consume<Scalar>());
            var value = ReadNode(depth + 1);
            entries.Add(new(key, value));
            size = Math.Min(size + value.Size + 1, MostNodes + 1);
        }
        return new MapNode(place, size, entries);
    }

    private ScalarNode ToScalar(Scalar scalar) =>
        new(PlaceOf(scalar), scalar.Value, scalar.Style is ScalarStyle.Plain or ScalarStyle.Any);

    private Place PlaceOf(ParsingEvent parsed) => new(_file, (int)parsed.Start.Line, (int)parsed.Start.Column);
}
