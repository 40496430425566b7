using System.Text;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Assembly;

/// <summary>
/// The names of input groups in ordinal order: those before and the new ones. A flow's place among the groups of its buyer is a number, first supply, then trade.
/// </summary>
internal sealed class GroupNames
{
    private const int TradeBit = 1 << 30;
    private readonly TakenRelations _taken;
    private readonly int[] _rankOfGroup;
    private readonly int[] _rankOfName;
    private readonly int[]? _rankOfOld;

    /// <summary>Merges the names.</summary>
    public GroupNames(string[] before, TakenRelations taken)
    {
        _taken = taken;
        var (named, byProduct) = Used();
        var texts = taken.Stage.Names.Texts;
        string NameOf(int product) => Encoding.UTF8.GetString(texts[product]);
        var added = named.Select(group => taken.Stage.Groups[group]).Concat(byProduct.Select(NameOf))
            .Where(name => Array.BinarySearch(before, name, StringComparer.Ordinal) < 0).Distinct(StringComparer.Ordinal).ToList();
        All = added.Count == 0 ? before : [.. before.Concat(added).Order(StringComparer.Ordinal)];
        _rankOfOld = added.Count == 0 ? null : Array.ConvertAll(before, RankOf);
        _rankOfGroup = new int[taken.Stage.Groups.Count];
        foreach (var group in named)
            _rankOfGroup[group] = RankOf(taken.Stage.Groups[group]);
        _rankOfName = byProduct.Count == 0 ? [] : new int[texts.Count];
        foreach (var product in byProduct)
            _rankOfName[product] = RankOf(NameOf(product));
    }

    /// <summary>All names in ordinal order.</summary>
    public string[] All { get; }

    /// <summary>True where a name before has another number now.</summary>
    public bool AreMoved => _rankOfOld is not null;

    /// <summary>The place of a staged flow's group among its buyer's: ordered as the groups are.</summary>
    public int PlaceOf(int row)
    {
        var block = _taken.Stage.Relations.Block(row);
        var within = StagedRelations.Within(row);
        var group = block.Group(within);
        return (block.Kind(within) == RelationKind.ExportsTo ? TradeBit : 0) | (group >= 0 ? _rankOfGroup[group] : _rankOfName[_taken.Product(row)]);
    }

    /// <summary>The place of a group before.</summary>
    public int PlaceOfOld(int nameAndKind) => (nameAndKind % 2 != 0 ? TradeBit : 0) | (_rankOfOld is null ? nameAndKind / 2 : _rankOfOld[nameAndKind / 2]);

    /// <summary>The place as a group table has it: twice the index of the name, and one more for trade.</summary>
    public static int NameAndKind(int place) => (2 * (place & ~TradeBit)) + ((place & TradeBit) != 0 ? 1 : 0);

    private int RankOf(string name) => Array.BinarySearch(All, name, StringComparer.Ordinal);

    private (List<int> Named, List<int> ByProduct) Used()
    {
        var named = new bool[_taken.Stage.Groups.Count];
        var byProduct = new bool[_taken.Stage.Names.Texts.Count];
        for (var row = 0; row < _taken.Stage.Relations.Count; row++)
        {
            if (!_taken.IsTakenFlow(row))
                continue;
            var group = _taken.Stage.Relations.Block(row).Group(StagedRelations.Within(row));
            if (group >= 0)
                named[group] = true;
            else
                byProduct[_taken.Product(row)] = true;
        }
        return (Marked(named), Marked(byProduct));
    }

    private static List<int> Marked(bool[] marks) => [.. Enumerable.Range(0, marks.Length).Where(number => marks[number])];
}
