using System.Text;
using GeoGraph.Core;
using GeoGraph.Exposure.Columns;

namespace GeoGraph.Exposure.Assembly;

/// <summary>Relations that wait to be compiled, in the order in which they came. Added to by one writer.</summary>
internal sealed class StagedRelations
{
    private const int RowBits = 12;
    private const int RowsAtOnce = 1 << RowBits;
    private readonly List<StagedBlock> _blocks = [];
    private readonly List<StagedRelation> _open = [];

    /// <summary>Their ids.</summary>
    public TextSegment Ids { get; } = new();

    /// <summary>How many there are.</summary>
    public int Count => Ids.Count;

    /// <summary>True where each id is greater than the one before it, as it is in an export.</summary>
    public bool IsInOrder { get; private set; } = true;

    /// <summary>A relation, packed or not.</summary>
    public StagedRelation this[int row] => row >> RowBits < _blocks.Count ? _blocks[row >> RowBits][row & (RowsAtOnce - 1)] : _open[row & (RowsAtOnce - 1)];

    /// <summary>Adds a relation.</summary>
    public void Add(string id, in StagedRelation row)
    {
        Span<byte> bytes = stackalloc byte[EntityId.MaxBytes];
        var text = bytes[..Encoding.UTF8.GetBytes(id, bytes)];
        IsInOrder = IsInOrder && (Count == 0 || Ids[Count - 1].SequenceCompareTo(text) < 0);
        Ids.Add(text);
        _open.Add(row);
        if (_open.Count == RowsAtOnce)
            Seal();
    }

    /// <summary>Packs what is still open; nothing is added afterwards.</summary>
    public void Seal()
    {
        if (_open.Count == 0)
            return;
        _blocks.Add(new StagedBlock(_open));
        _open.Clear();
    }

    /// <summary>The block of a row; all blocks are sealed.</summary>
    public StagedBlock Block(int row) => _blocks[row >> RowBits];

    /// <summary>The place of a row within its block.</summary>
    public static int Within(int row) => row & (RowsAtOnce - 1);
}
