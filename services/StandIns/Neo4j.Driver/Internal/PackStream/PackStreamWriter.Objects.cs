using System.Collections;
using Neo4j.Driver.Internal.Types;

namespace Neo4j.Driver.Internal.PackStream;

internal sealed partial class PackStreamWriter
{
    /// <summary>The deepest nesting that is sent; what is deeper is taken for something that holds itself.</summary>
    public const int MaxDepth = 1000;

    private int _depth;

    /// <summary>Writes a value of any type that Cypher has a counterpart for, lists and maps with all that they hold.</summary>
    /// <exception cref="ProtocolException">The value, or one within it, is of another type, or is nested too deeply.</exception>
    public void Write(object? value)
    {
        switch (value)
        {
            case null: WriteNull(); break;
            case string text: Write(text.AsSpan()); break;
            case long number: Write(number); break;
            case int number: Write((long)number); break;
            case bool flag: Write(flag); break;
            case double number: Write(number); break;
            case byte[] bytes: Write(bytes.AsSpan()); break;
            case Dictionary<string, object?> map: WriteMap(map); break;
            case List<string> texts: Write(texts); break;
            case IList list: WriteItems(list, list.Count); break;
            case IDictionary map: WriteMap(map); break;
            case IEnumerable items: WriteItems(items); break;
            default: WriteRare(value); break;
        }
    }

    private void WriteRare(object value)
    {
        switch (value)
        {
            case IWireValue structure: structure.WriteTo(this); break;
            case short number: Write((long)number); break;
            case sbyte number: Write((long)number); break;
            case byte number: Write((long)number); break;
            case float number: Write((double)number); break;
            case char character: Write([character]); break;
            case DateTime moment: Write((object)new LocalDateTime(moment)); break;
            case DateTimeOffset moment: Write((object)new ZonedDateTime(moment)); break;
            case DateOnly date: Write((object)new LocalDate(date)); break;
            case TimeOnly time: Write((object)new LocalTime(time)); break;
            case TimeSpan time: Write((object)new LocalTime(time)); break;
            default: throw CannotUnderstand(value);
        }
    }

    private void WriteMap(Dictionary<string, object?> map)
    {
        Descend();
        BeginMap(map.Count);
        foreach (var (key, value) in map)
        {
            Write(key.AsSpan());
            Write(value);
        }
        _depth--;
    }

    private void WriteMap(IDictionary map)
    {
        Descend();
        BeginMap(map.Count);
        foreach (DictionaryEntry entry in map)
        {
            Write((entry.Key as string ?? throw new ProtocolException(
                $"Cannot understand a map whose keys are of type {entry.Key.GetType().FullName}: they must be texts")).AsSpan());
            Write(entry.Value);
        }
        _depth--;
    }

    private void WriteItems(IEnumerable items) => WriteItems(items.Cast<object?>().ToList());

    private void WriteItems(List<object?> items) => WriteItems(items, items.Count);

    private void WriteItems(IEnumerable items, int count)
    {
        Descend();
        BeginList(count);
        foreach (var item in items)
            Write(item);
        _depth--;
    }

    private void Descend()
    {
        if (++_depth > MaxDepth)
            throw new ProtocolException($"Cannot send a value that is nested more than {MaxDepth} deep, or holds itself");
    }

    private static ProtocolException CannotUnderstand(object value) => new(
        value is decimal
            ? "Cannot understand value with type System.Decimal: Cypher has no decimal numbers. Send a text, or a double where that is exact enough"
            : $"Cannot understand value with type {value.GetType().FullName}");
}
