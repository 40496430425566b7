using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using GeoGraph.Cli.Import;
using Google.Protobuf.Reflection;
using Date = Google.Type.Date;

namespace GeoGraph.Cli.Commands;

/// <summary>Reads values of the command line; each says what it expects where it cannot read one.</summary>
internal static class Values
{
    /// <summary>An option of an actor's or record's id; two letters stand for a state.</summary>
    public static Option<string?> Id(string name, string description, bool required = false) =>
        new(name) { Description = description, HelpName = "id", Required = required, CustomParser = result => ReadId(result, result.Tokens[0].Value) };

    /// <summary>An option of ids that may be given more than once.</summary>
    public static Option<string[]> Ids(string name, string description) =>
        new(name) { Description = description, HelpName = "id", CustomParser = ReadIds, DefaultValueFactory = _ => [] };

    /// <summary>An argument of an id.</summary>
    public static Argument<string> IdArgument(string name, string description) =>
        new(name) { Description = description, CustomParser = result => ReadId(result, result.Tokens[0].Value) };

    /// <summary>An option of a date.</summary>
    public static Option<DateOnly?> Day(string name, string description, bool required = false) =>
        new(name) { Description = description, HelpName = "yyyy-mm-dd", Required = required, CustomParser = result => ReadDay(result, result.Tokens[0].Value) };

    /// <summary>An option of dates that may be given more than once.</summary>
    public static Option<DateOnly[]> Days(string name, string description) =>
        new(name) { Description = description, HelpName = "yyyy-mm-dd", CustomParser = result => [.. result.Tokens.Select(t => ReadDay(result, t.Value)).OfType<DateOnly>()], DefaultValueFactory = _ => [] };

    /// <summary>An option of a value of an enum of the contracts, in any case, with hyphens or underscores.</summary>
    public static Option<T> Word<T>(string name, string description, FileDescriptor file)
        where T : struct, Enum =>
        new(name)
        {
            Description = $"{description} One of {Choices(EnumOf<T>(file))}.",
            HelpName = "word",
            CustomParser = result => ReadWord<T>(result, result.Tokens[0].Value, EnumOf<T>(file)),
        };

    /// <summary>An option of values of an enum that may be given more than once.</summary>
    public static Option<T[]> Words<T>(string name, string description, FileDescriptor file)
        where T : struct, Enum =>
        new(name)
        {
            Description = $"{description} One of {Choices(EnumOf<T>(file))}; may be given more than once.",
            HelpName = "word",
            CustomParser = result => [.. result.Tokens.Select(t => ReadWord<T>(result, t.Value, EnumOf<T>(file)))],
            DefaultValueFactory = _ => [],
        };

    /// <summary>An option of <c>name=value</c> pairs that may be given more than once.</summary>
    public static Option<Dictionary<string, string>> Pairs(string name, string description) =>
        new(name) { Description = description, HelpName = "name=value", CustomParser = ReadPairs, DefaultValueFactory = _ => [], Arity = ArgumentArity.OneOrMore };

    /// <summary>An option of how many things an answer has at most.</summary>
    public static Option<int> Limit(int most = 10_000) =>
        new("--limit") { Description = $"The most to show, 1 to {most.ToString(CultureInfo.InvariantCulture)}.", HelpName = "n", DefaultValueFactory = _ => 100, CustomParser = result => ReadLimit(result, most) };

    /// <summary>The date as the contracts have it.</summary>
    public static Date? ToDate(this DateOnly? day) => day is { } d ? ToDate(d) : null;

    /// <summary>The date as the contracts have it.</summary>
    public static Date ToDate(this DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };

    private static EnumDescriptor EnumOf<T>(FileDescriptor file) => file.EnumTypes.Single(e => e.ClrType == typeof(T));

    private static string Choices(EnumDescriptor type) => string.Join(", ", type.Values.Skip(1).Select(v => WireNames.ToKind(WireNames.Short(v))));

    /// <summary>The id that a person means: two letters stand for a state, as TW for state:TW; other texts for themselves.</summary>
    public static string ToId(string text) => text.Length == 2 && text.All(char.IsAsciiLetter) ? "state:" + text.ToUpperInvariant() : text;

    private static string ReadId(ArgumentResult result, string given)
    {
        var text = ToId(given);
        if (text.IndexOf(':') is <= 0)
            result.AddError($"\"{text}\" is no id: kind:name, as firm:tsmc, or two letters for a state, as TW. Look for one with: geograph actors search {text}");
        return text;
    }

    private static string[] ReadIds(ArgumentResult result) => [.. result.Tokens.Select(t => ReadId(result, t.Value))];

    private static DateOnly? ReadDay(ArgumentResult result, string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        result.AddError($"\"{text}\" is no date of the calendar as 2025-04-05");
        return null;
    }

    private static T ReadWord<T>(ArgumentResult result, string text, EnumDescriptor type)
        where T : struct, Enum
    {
        if (WireNames.Find(type, text.ToUpperInvariant().Replace('-', '_')) is { } value)
            return (T)Enum.ToObject(typeof(T), value.Number);
        result.AddError($"\"{text}\" is none of {Choices(type)}");
        return default;
    }

    private static Dictionary<string, string> ReadPairs(ArgumentResult result)
    {
        var pairs = new Dictionary<string, string>();
        foreach (var text in result.Tokens.Select(t => t.Value))
        {
            var at = text.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || at == text.Length - 1)
                result.AddError($"\"{text}\" is not written name=value");
            else if (!pairs.TryAdd(text[..at], text[(at + 1)..]))
                result.AddError($"\"{text[..at]}\" is given twice");
        }
        return pairs;
    }

    private static int ReadLimit(ArgumentResult result, int most)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit >= 1 && limit <= most)
            return limit;
        result.AddError($"\"{result.Tokens[0].Value}\" is no whole number from 1 to {most.ToString(CultureInfo.InvariantCulture)}");
        return 1;
    }
}
