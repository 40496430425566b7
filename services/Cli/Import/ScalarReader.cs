using System.Globalization;
using Google.Protobuf.Reflection;
using Date = Google.Type.Date;

namespace GeoGraph.Cli.Import;

/// <summary>Turns the text of a scalar into the value of a field, or tells why it cannot be one.</summary>
internal sealed class ScalarReader(List<Problem> problems)
{
    /// <summary>The value for the field; null with a problem told where the text does not fit.</summary>
    public object? Read(FieldDescriptor field, ScalarNode node, string path)
    {
        if (node.IsNull)
            return Refuse(node, path, "has no value");
        return field.FieldType switch
        {
            FieldType.String => node.Text,
            FieldType.Bool => ReadBool(node, path),
            FieldType.Enum => ReadEnum(field.EnumType, node, path),
            FieldType.Message => ReadDate(node, path),
            FieldType.Int32 or FieldType.SInt32 => Fits(int.TryParse(node.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var i), i, node, path),
            FieldType.Int64 or FieldType.SInt64 => Fits(long.TryParse(node.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var l), l, node, path),
            _ => throw new NotSupportedException($"A file cannot give {field.FullName}: its type {field.FieldType} has no written form here."),
        };
    }

    /// <summary>The day of a date; the default where it is none of the calendar.</summary>
    public static DateOnly DayOf(Date date) =>
        date.Year is >= 1 and <= 9999 && date.Month is >= 1 and <= 12 && date.Day >= 1 && date.Day <= DateTime.DaysInMonth(date.Year, date.Month)
            ? new DateOnly(date.Year, date.Month, date.Day)
            : default;

    private object? ReadBool(ScalarNode node, string path) => node.Text switch
    {
        "true" => true,
        "false" => false,
        _ => Refuse(node, path, "must be true or false"),
    };

    private object? ReadEnum(EnumDescriptor type, ScalarNode node, string path) =>
        WireNames.Find(type, node.Text) is { } value
            ? Enum.ToObject(type.ClrType, value.Number)
            : Refuse(node, path, $"is no {type.Name}; one of {WireNames.Values(type)}");

    private object? ReadDate(ScalarNode node, string path) =>
        DateOnly.TryParseExact(node.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new Date { Year = day.Year, Month = day.Month, Day = day.Day }
            : Refuse(node, path, "must be a date of the calendar as 2025-04-05");

    private object? Fits(bool parsed, object value, ScalarNode node, string path) =>
        parsed ? value : Refuse(node, path, "must be a whole number");

    private object? Refuse(ScalarNode node, string path, string rule)
    {
        problems.Add(new Problem(node.Place, path, node.Text, rule));
        return null;
    }
}
