using System.Globalization;
using Google.Protobuf;

namespace GeoGraph.Cli.Import;

/// <summary>A change to send, which remembers where in the files it comes from.</summary>
/// <param name="Change">The message.</param>
/// <param name="Id">The id that it writes.</param>
/// <param name="Origin">The node that it was read from.</param>
/// <param name="Path">The field path of that node in its file.</param>
internal sealed record PlacedChange<T>(T Change, string Id, Node Origin, string Path)
    where T : IMessage
{
    /// <summary>
    /// The place of a field of the item, as near as the file has it: the place of <c>names[0].text</c>, or of
    /// <c>names[0]</c> or <c>names</c> where the file does not go that far.
    /// </summary>
    public Place PlaceOf(string fieldPath)
    {
        var node = Origin;
        foreach (var step in fieldPath.Split('.', '[', ']').Where(s => s.Length > 0))
        {
            if (Down(node, step) is not { } next)
                break;
            node = next;
        }
        return node.Place;
    }

    private static Node? Down(Node node, string step) => node switch
    {
        MapNode map => map.Entries.FirstOrDefault(e => e.Key.Text == step || e.Key.Text == WireNames.ToCamelCase(step)).Value,
        ListNode list when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < list.Items.Count => list.Items[i],
        _ => null,
    };
}
