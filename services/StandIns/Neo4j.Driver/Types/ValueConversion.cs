using System.Collections;
using System.Globalization;

namespace Neo4j.Driver.Internal.Types;

/// <summary>Ways from the types that PackStream is read as to the type that a caller asks for.</summary>
internal static class ValueConversion
{
    public static T To<T>(object? value) => (T)To(value, typeof(T))!;

    private static object? To(object? value, Type target)
    {
        var bare = Nullable.GetUnderlyingType(target) ?? target;
        if (value is null)
            return bare == target && target.IsValueType ? throw new InvalidCastException($"Unable to cast `null` to `{target}`.") : null;
        if (bare.IsInstanceOfType(value))
            return value;
        if (bare == typeof(string))
            return Convert.ToString(value, CultureInfo.InvariantCulture);
        if (value is string)
            return Scalar(value, bare);
        return value switch
        {
            IDictionary map when ValueType(bare) is { } type => Map(map, type),
            IList list when ItemType(bare) is { } type => List(list, type, bare.IsArray),
            _ => Scalar(value, bare),
        };
    }

    private static object Scalar(object value, Type target) => value is IConvertible
        ? Convert.ChangeType(value, target, CultureInfo.InvariantCulture)
        : throw new InvalidCastException($"Unable to cast object of type `{value.GetType()}` to type `{target}`.");

    private static IList List(IList source, Type type, bool asArray)
    {
        if (asArray)
        {
            var array = Array.CreateInstance(type, source.Count);
            for (var i = 0; i < source.Count; i++)
                array.SetValue(To(source[i], type), i);
            return array;
        }
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(type), source.Count)!;
        foreach (var item in source)
            list.Add(To(item, type));
        return list;
    }

    private static IDictionary Map(IDictionary source, Type type)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), type), source.Count)!;
        foreach (DictionaryEntry entry in source)
            map.Add(entry.Key, To(entry.Value, type));
        return map;
    }

    // The type of the items of an array, or of a generic type that a List can stand for; null for other types.
    private static Type? ItemType(Type target) =>
        target.IsArray ? target.GetElementType()
        : target.IsGenericType && target.GetGenericArguments() is [var item] && target.IsAssignableFrom(typeof(List<>).MakeGenericType(item)) ? item
        : null;

    // The type of the values of a generic type by text that a Dictionary can stand for; null for other types.
    private static Type? ValueType(Type target) =>
        target.IsGenericType && target.GetGenericArguments() is [var key, var value] && key == typeof(string)
            && target.IsAssignableFrom(typeof(Dictionary<,>).MakeGenericType(key, value)) ? value : null;
}
