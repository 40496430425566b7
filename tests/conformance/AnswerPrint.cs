using System.Collections;
using System.Globalization;
using System.Reflection;
using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Conformance;

/// <summary>An answer as one text, so that the answers of two stores compare; a refusal is told with its reason and its sentence.</summary>
internal static class AnswerPrint
{
    public static async Task<string> OfAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return Of(await ask());
        }
        catch (GeoGraphException refusal)
        {
            return $"refused: {refusal.Reason}: {refusal.Message}";
        }
    }

    private static string Of(object? value) => value switch
    {
        null => "none",
        string or EntityId or Revision or ValidPeriod => $"'{value}'",
        IReadOnlyDictionary<EntityId, GraphNode> nodes => Of(nodes.OrderBy(static entry => entry.Key).Select(static entry => (object)entry.Key + " " + Of(entry.Value))),
        IReadOnlyDictionary<EntityId, GraphRelation> relations => Of(relations.OrderBy(static entry => entry.Key).Select(static entry => (object)entry.Key + " " + Of(entry.Value))),
        IEnumerable items => "[" + string.Join(", ", items.Cast<object>().Select(Of)) + "]",
        IConvertible number => number.ToString(CultureInfo.InvariantCulture),
        _ => value.GetType().Name + " {" + string.Join(", ", value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => $"{property.Name} {Of(property.GetValue(value))}")) + "}",
    };
}
