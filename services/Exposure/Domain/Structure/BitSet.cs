namespace GeoGraph.Exposure.Structure;

/// <summary>A set of numbers 0..n-1, one bit each.</summary>
internal sealed class BitSet(int count)
{
    private readonly ulong[] _words = new ulong[(count + 63) / 64];

    /// <summary>The bits, number 0 the lowest of the first word; for loops that test many numbers.</summary>
    public ulong[] Words => _words;

    /// <summary>True where the number is in the set.</summary>
    public bool Contains(int number) => (_words[number >> 6] & 1UL << number) != 0;

    /// <summary>Puts a number in; false where it was in.</summary>
    public bool Add(int number)
    {
        ref var word = ref _words[number >> 6];
        var before = word;
        word |= 1UL << number;
        return word != before;
    }
}
