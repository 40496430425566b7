using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace Neo4j.Driver.Internal;

/// <summary>Reads an object's public properties as parameters by name.</summary>
internal static class ParameterValues
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> PropertiesOfTypes = new();

    public static IDictionary<string, object?> From(object? parameters) => parameters switch
    {
        null => new Dictionary<string, object?>(),
        IDictionary<string, object?> named => named,
        IReadOnlyDictionary<string, object?> named => new Dictionary<string, object?>(named),
        IDictionary entries => entries.Cast<DictionaryEntry>().ToDictionary(Key, entry => entry.Value),
        _ => Properties(parameters),
    };

    private static string Key(DictionaryEntry entry) => entry.Key as string
        ?? throw new ArgumentException($"Parameters are named by texts, not by a {entry.Key.GetType().Name}.", nameof(entry));

    private static Dictionary<string, object?> Properties(object parameters)
    {
        var properties = PropertiesOfTypes.GetOrAdd(parameters.GetType(), type =>
            [.. type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Where(property => property.CanRead && property.GetIndexParameters().Length == 0)]);
        return properties.ToDictionary(property => property.Name, property => property.GetValue(parameters));
    }
}
