using System.Numerics;

namespace GeoGraph.Exposure.Columns;

/// <summary>
/// Which of the rows 0..n-1 are marked, and how many marked rows lie before each, both in constant time and under 0.2 bytes a row.
/// Immutable after construction.
/// </summary>
internal sealed class RankBits
{
    private readonly ulong[] _words;
    private readonly int[] _before;

    /// <summary>Marks the rows of which the words say so.</summary>
    /// <param name="words">Row r is bit r % 64 of word r / 64; not changed afterwards.</param>
    public RankBits(ulong[] words)
    {
        _words = words;
        _before = new int[words.Length];
        for (var word = 0; word < words.Length; word++)
        {
            _before[word] = Count;
            Count += BitOperations.PopCount(words[word]);
        }
    }

    /// <summary>How many rows are marked.</summary>
    public int Count { get; }

    /// <summary>Bytes that it takes.</summary>
    public long Bytes => (_words.LongLength * sizeof(ulong)) + (_before.LongLength * sizeof(int));

    /// <summary>True where the row is marked.</summary>
    public bool this[int row] => (_words[row >> 6] & (1UL << (row & 63))) != 0;

    /// <summary>How many marked rows lie before the row.</summary>
    public int Before(int row) => _before[row >> 6] + BitOperations.PopCount(_words[row >> 6] & ((1UL << (row & 63)) - 1));

    /// <summary>Words for so many rows, none marked.</summary>
    public static ulong[] Words(int rows) => new ulong[(rows >> 6) + 1];

    /// <summary>Marks a row.</summary>
    public static void Mark(ulong[] words, int row) => words[row >> 6] |= 1UL << (row & 63);
}
