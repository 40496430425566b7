using System.Text;

namespace Neo4j.Driver.Internal.PackStream;

/// <summary>
/// Texts that come again and again (keys of maps, labels, types), each made once. A text takes the place of another that
/// falls on the same entry, so the memory is bounded. Not safe for concurrent use.
/// </summary>
internal sealed class KeyCache
{
    private const int Size = 512;
    private const int LongestKept = 64;
    private readonly Entry[] _entries = new Entry[Size];

    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > LongestKept)
            return Encoding.UTF8.GetString(utf8);
        ref var entry = ref _entries[Slot(utf8)];
        if (entry.Utf8 is null || !utf8.SequenceEqual(entry.Utf8))
            entry = new Entry(utf8.ToArray(), Encoding.UTF8.GetString(utf8));
        return entry.Text;
    }

    private static int Slot(ReadOnlySpan<byte> utf8)
    {
        var hash = utf8.Length;
        foreach (var one in utf8)
            hash = unchecked(hash * 31 + one);
        return hash & (Size - 1);
    }

    private readonly record struct Entry(byte[] Utf8, string Text);
}
