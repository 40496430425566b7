using System.Text;
using GeoGraph.Core;

namespace GeoGraph.Exposure.Columns;

/// <summary>
/// Ids by number. Immutable: adding gives another table that shares the large old part, and copies what was added since that was made at most.
/// </summary>
internal sealed class TextTable
{
    /// <summary>No text.</summary>
    public static readonly TextTable Empty = new(new TextSegment(), new TextSegment());

    private const int SmallTail = 1024;
    private const int PartsOfBase = 8;
    private readonly TextSegment _base;
    private readonly TextSegment _tail;

    private TextTable(TextSegment large, TextSegment tail) => (_base, _tail) = (large, tail);

    /// <summary>How many texts there are.</summary>
    public int Count => _base.Count + _tail.Count;

    /// <summary>Bytes that it takes.</summary>
    public long Bytes => _base.Bytes + _tail.Bytes;

    /// <summary>The bytes of a text, in UTF-8; their order is that of the ids.</summary>
    public ReadOnlySpan<byte> this[int text] => text < _base.Count ? _base[text] : _tail[text - _base.Count];

    /// <summary>The id that a text is.</summary>
    public EntityId Id(int text) => EntityId.Parse(Encoding.UTF8.GetString(this[text]));

    /// <summary>The table with further texts, which get the numbers that follow. What is added must not grow any more.</summary>
    public TextTable With(TextSegment added)
    {
        if (added.Count == 0)
            return this;
        if (Count == 0)
            return new TextTable(added, new TextSegment());
        return _tail.Count + added.Count <= SmallTail + (_base.Count / PartsOfBase)
            ? new TextTable(_base, Join(_tail, added))
            : new TextTable(Join(_base, _tail, added), new TextSegment());
    }

    private static TextSegment Join(params ReadOnlySpan<TextSegment> parts)
    {
        var joined = new TextSegment();
        foreach (var part in parts)
            joined.AddAll(part);
        return joined;
    }
}
