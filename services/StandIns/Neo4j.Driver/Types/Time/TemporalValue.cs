#nullable disable

namespace Neo4j.Driver;

/// <summary>A date, a time, a moment or a duration of Cypher. Converts to the types of .NET as far as these can hold it.</summary>
public abstract class TemporalValue : IConvertible
{
    /// <summary>Converts to a <see cref="DateTime"/>, where the type can.</summary>
    protected virtual DateTime ConvertToDateTime() => throw Refused(nameof(DateTime));

    /// <summary>Converts to a <see cref="DateTimeOffset"/>, where the type can.</summary>
    protected virtual DateTimeOffset ConvertToDateTimeOffset() => throw Refused(nameof(DateTimeOffset));

    /// <summary>Converts to a <see cref="TimeSpan"/>, where the type can.</summary>
    protected virtual TimeSpan ConvertToTimeSpan() => throw Refused(nameof(TimeSpan));

    TypeCode IConvertible.GetTypeCode() => TypeCode.Object;

    DateTime IConvertible.ToDateTime(IFormatProvider provider) => ConvertToDateTime();

    string IConvertible.ToString(IFormatProvider provider) => ToString();

    object IConvertible.ToType(Type conversionType, IFormatProvider provider) =>
        conversionType == typeof(DateTime) ? ConvertToDateTime()
        : conversionType == typeof(DateTimeOffset) ? ConvertToDateTimeOffset()
        : conversionType == typeof(TimeSpan) ? ConvertToTimeSpan()
        : conversionType == typeof(string) ? ToString()
        : conversionType == typeof(DateOnly) && this is LocalDate date ? date.ToDateOnly()
        : conversionType == typeof(TimeOnly) && this is LocalTime time ? time.ToTimeOnly()
        : throw Refused(conversionType.Name);

    bool IConvertible.ToBoolean(IFormatProvider provider) => throw Refused("bool");

    char IConvertible.ToChar(IFormatProvider provider) => throw Refused("char");

    sbyte IConvertible.ToSByte(IFormatProvider provider) => throw Refused("sbyte");

    byte IConvertible.ToByte(IFormatProvider provider) => throw Refused("byte");

    short IConvertible.ToInt16(IFormatProvider provider) => throw Refused("short");

    ushort IConvertible.ToUInt16(IFormatProvider provider) => throw Refused("ushort");

    int IConvertible.ToInt32(IFormatProvider provider) => throw Refused("int");

    uint IConvertible.ToUInt32(IFormatProvider provider) => throw Refused("uint");

    long IConvertible.ToInt64(IFormatProvider provider) => throw Refused("long");

    ulong IConvertible.ToUInt64(IFormatProvider provider) => throw Refused("ulong");

    float IConvertible.ToSingle(IFormatProvider provider) => throw Refused("float");

    double IConvertible.ToDouble(IFormatProvider provider) => throw Refused("double");

    decimal IConvertible.ToDecimal(IFormatProvider provider) => throw Refused("decimal");

    private InvalidCastException Refused(string target) => new($"Conversion of {GetType().Name} to {target} is not supported.");
}
