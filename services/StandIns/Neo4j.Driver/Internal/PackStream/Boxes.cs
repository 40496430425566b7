namespace Neo4j.Driver.Internal.PackStream;

/// <summary>Objects of the values that are most common, made once.</summary>
internal static class Boxes
{
    private const int Least = -128;
    private const int Most = 1023;

    private static readonly object[] Integers = [.. Enumerable.Range(Least, Most - Least + 1).Select(number => (object)(long)number)];

    public static readonly object True = true;

    public static readonly object False = false;

    public static object Of(long value) => value is >= Least and <= Most ? Integers[(int)value - Least] : value;
}
