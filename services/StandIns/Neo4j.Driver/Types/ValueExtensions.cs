#nullable disable

using Neo4j.Driver.Internal.Types;

namespace Neo4j.Driver;

/// <summary>Conversion of values of records to types of .NET.</summary>
public static class ValueExtensions
{
    /// <summary>
    /// The value as another type: numbers and texts into one another, lists and maps with all that they hold, dates and
    /// times as far as .NET can hold them.
    /// </summary>
    /// <exception cref="InvalidCastException">There is no way from one to the other, or null is to become a struct.</exception>
    /// <exception cref="OverflowException">The number is beyond the range of the type.</exception>
    /// <exception cref="FormatException">The text is no number.</exception>
    public static T As<T>(this object value) => value is T same ? same : ValueConversion.To<T>(value);

    /// <summary>The value as another type, or the default where it is null.</summary>
    public static T As<T>(this object value, T defaultValue) => value is null ? defaultValue : value.As<T>();
}
