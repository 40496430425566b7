using GeoGraph.Exposure.Columns;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Assembly;

/// <summary>Fills the columns of nodes from those before and from staged ones.</summary>
internal sealed class NodeColumns
{
    private readonly NodeTable _before;
    private readonly GraphStage _stage;
    private readonly int[] _source;
    private readonly TermIndex _terms;
    private readonly int[] _textOfPlace;
    private readonly TextTable _texts;

    /// <summary>Prepares.</summary>
    /// <param name="before">The nodes before.</param>
    /// <param name="stage">The staged ones.</param>
    /// <param name="source">For each new node the node before, or the complement of the staged one's place.</param>
    /// <param name="staged">The places of the staged nodes that are taken.</param>
    /// <param name="terms">Takes their dates.</param>
    public NodeColumns(NodeTable before, GraphStage stage, int[] source, List<int> staged, TermIndex terms)
    {
        (_before, _stage, _source, _terms) = (before, stage, source, terms);
        _textOfPlace = new int[stage.Nodes.Count];
        _texts = before.Count == 0 && before.Texts.Count == 0 ? ShareTexts() : AddTexts(staged);
    }

    /// <summary>The nodes.</summary>
    public NodeTable ToTable()
    {
        var facts = new List<NodeFacts>(_before.Facts);
        var factsOf = Array.ConvertAll(_source, source => source >= 0 ? _before.FactsOf[source] : AddFacts(facts, _stage.Nodes[~source].Facts));
        var periods = Array.ConvertAll(_source, source => source >= 0 ? _before.Period[source] : _terms.Of(_stage.Nodes[~source].Term));
        return new NodeTable
        {
            Texts = _texts,
            Text = new PackedColumn(_source.Length, _texts.Count - 1, node => _source[node] >= 0 ? _before.Text[_source[node]] : _textOfPlace[~_source[node]]),
            Kinds = Array.ConvertAll(_source, source => source >= 0 ? _before.Kinds[source] : _stage.Nodes[~source].Kind),
            Period = new PackedColumn(_source.Length, periods.Length == 0 ? -1 : periods.Max(), node => periods[node]),
            Output = new SparseColumn<long>(Array.ConvertAll(_source, source => source >= 0 ? _before.Output[source] : _stage.Nodes[~source].Output)),
            FactsOf = new PackedColumn(_source.Length, facts.Count - 1, node => factsOf[node]),
            Facts = [.. facts],
        };
    }

    private static int AddFacts(List<NodeFacts> all, NodeFacts? facts)
    {
        if (facts is null)
            return -1;
        all.Add(facts);
        return all.Count - 1;
    }

    // The first graph keeps the stage's own table.
    private TextTable ShareTexts()
    {
        for (var place = 0; place < _textOfPlace.Length; place++)
            _textOfPlace[place] = _stage.Nodes[place].Name;
        return TextTable.Empty.With(_stage.Names.Texts);
    }

    private TextTable AddTexts(List<int> staged)
    {
        var added = new TextSegment();
        foreach (var place in staged)
        {
            var id = _stage.Names.Texts[_stage.Nodes[place].Name];
            var found = _before.Place(id);
            _textOfPlace[place] = found >= 0 ? _before.Text[found] : _before.Texts.Count + added.Add(id);
        }
        return _before.Texts.With(added);
    }
}
