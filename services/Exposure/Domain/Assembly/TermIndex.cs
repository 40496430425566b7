using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Assembly;

/// <summary>The terms of a graph that is being made: those of the graph before it, and new ones behind.</summary>
/// <param name="before">The terms before.</param>
internal sealed class TermIndex(PeriodTable before)
{
    private readonly Numbering<Term> _added = new(null);

    /// <summary>The index of a term, a new one where it is new.</summary>
    public int Of(Term term) => before.Find(term) ?? (before.Count + _added.Of(term));

    /// <summary>The term at an index.</summary>
    public Term this[int index] => index < before.Count ? before[index] : _added.Items[index - before.Count];

    /// <summary>All terms.</summary>
    public PeriodTable ToTable() => before.With(_added.Items);
}
