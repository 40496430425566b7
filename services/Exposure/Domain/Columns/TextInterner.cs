using System.Text;
using GeoGraph.Core;

namespace GeoGraph.Exposure.Columns;

/// <summary>Numbers ids in the order in which they are first seen. Not thread-safe.</summary>
internal sealed class TextInterner
{
    // A slot holds the hash in its upper half and one more than the number in its lower; zero is free.
    private ulong[] _slots = new ulong[16];

    /// <summary>The ids, by number.</summary>
    public TextSegment Texts { get; } = new();

    /// <summary>The number of an id, a new one where it is new.</summary>
    /// <param name="id">The text of a valid id.</param>
    public int Intern(string id)
    {
        Span<byte> bytes = stackalloc byte[EntityId.MaxBytes];
        return Intern(bytes[..Encoding.UTF8.GetBytes(id, bytes)], unchecked((uint)string.GetHashCode(id.AsSpan())));
    }

    /// <summary>The number of an id, or -1 where it was never seen.</summary>
    public int Find(string id)
    {
        Span<byte> bytes = stackalloc byte[EntityId.MaxBytes];
        var slot = SlotOf(bytes[..Encoding.UTF8.GetBytes(id, bytes)], unchecked((uint)string.GetHashCode(id.AsSpan())));
        return (int)(_slots[slot] & uint.MaxValue) - 1;
    }

    private int Intern(ReadOnlySpan<byte> bytes, uint hash)
    {
        var slot = SlotOf(bytes, hash);
        if (_slots[slot] != 0)
            return (int)(_slots[slot] & uint.MaxValue) - 1;
        _slots[slot] = ((ulong)hash << 32) | (uint)(Texts.Count + 1);
        if (Texts.Count + 1 > _slots.Length / 2)
            Grow();
        return Texts.Add(bytes);
    }

    // The slot of an id, or the free one where it belongs.
    private int SlotOf(ReadOnlySpan<byte> bytes, uint hash)
    {
        var mask = _slots.Length - 1;
        var slot = (int)(hash & (uint)mask);
        while (_slots[slot] != 0 && !((uint)(_slots[slot] >> 32) == hash && Texts[(int)(_slots[slot] & uint.MaxValue) - 1].SequenceEqual(bytes)))
            slot = (slot + 1) & mask;
        return slot;
    }

    private void Grow()
    {
        var before = _slots;
        _slots = new ulong[2 * before.Length];
        var mask = _slots.Length - 1;
        foreach (var entry in before)
        {
            if (entry == 0)
                continue;
            var slot = (int)((uint)(entry >> 32) & (uint)mask);
            while (_slots[slot] != 0)
                slot = (slot + 1) & mask;
            _slots[slot] = entry;
        }
    }
}
