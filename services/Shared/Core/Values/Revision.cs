namespace GeoGraph.Core;

/// <summary>
/// Transaction time of one store: a number that grows by one with every write that changes something. Zero is the empty store.
/// </summary>
/// <param name="Number">Zero or more.</param>
public readonly record struct Revision(long Number) : IComparable<Revision>
{
    /// <summary>The empty store, before the first write.</summary>
    public static readonly Revision Zero;

    /// <summary>The revision after this one.</summary>
    public Revision Next => new(Number + 1);

    /// <summary>Order by number.</summary>
    public int CompareTo(Revision other) => Number.CompareTo(other.Number);

    /// <summary>Earlier.</summary>
    public static bool operator <(Revision left, Revision right) => left.Number < right.Number;

    /// <summary>Later.</summary>
    public static bool operator >(Revision left, Revision right) => left.Number > right.Number;

    /// <summary>Not later.</summary>
    public static bool operator <=(Revision left, Revision right) => left.Number <= right.Number;

    /// <summary>Not earlier.</summary>
    public static bool operator >=(Revision left, Revision right) => left.Number >= right.Number;

    /// <summary>The number in digits.</summary>
    public override string ToString() => Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
