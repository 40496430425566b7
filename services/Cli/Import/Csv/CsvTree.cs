namespace GeoGraph.Cli.Import.Csv;

/// <summary>Builds the tree of a message from cells with the paths of their fields; a number in a path is a place in a list.</summary>
internal static class CsvTree
{
    /// <summary>The node of all fields from a depth of their paths on.</summary>
    /// <param name="fields">Paths, cells and the cells' nodes; the paths are the same before the depth.</param>
    /// <param name="place">Where the node stands.</param>
    /// <param name="depth">How many steps of the paths lie above the node.</param>
    public static Node Of(IReadOnlyCollection<(string[] Path, CsvCell Cell, Node Node)> fields, Place place, int depth)
    {
        if (fields.Count == 1 && fields.First() is var only && only.Path.Length == depth)
            return only.Node;
        var entries = new List<KeyValuePair<ScalarNode, Node>>();
        foreach (var group in fields.GroupBy(field => field.Path[depth], StringComparer.Ordinal))
        {
            var first = group.First().Cell;
            entries.Add(KeyValuePair.Create(CsvCellReader.Scalar(first, group.Key), Of(group.ToArray(), first.Place, depth + 1)));
        }
        return entries.Count > 0 && entries.TrueForAll(entry => char.IsAsciiDigit(entry.Key.Text[0]))
            ? new ListNode(place, entries.Count, [.. entries.Select(entry => entry.Value)])
            : new MapNode(place, entries.Count, entries);
    }

    /// <summary>The node with its transits marked inferred.</summary>
    /// <param name="relation">The node of a relation.</param>
    /// <param name="inference">The cell that says how their shares were taken.</param>
    public static MapNode WithInference(MapNode relation, CsvCell inference)
    {
        var mark = CsvCellReader.Map(inference, ("inferred", "true"), ("inference", inference.Text)).Entries;
        return relation with
        {
            Entries = [.. relation.Entries.Select(entry => entry is { Key.Text: "transits", Value: ListNode list }
                ? KeyValuePair.Create(entry.Key, (Node)(list with { Items = [.. list.Items.Cast<MapNode>().Select(map => map with { Entries = [.. map.Entries, .. mark] })] }))
                : entry)],
        };
    }
}
