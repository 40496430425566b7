namespace GeoGraph.Tariffs;

/// <summary>A span of codes and whose it is.</summary>
/// <param name="Span">The codes.</param>
/// <param name="Owner">What they lead to.</param>
internal readonly record struct OwnedSpan<TOwner>(CodeSpan Span, TOwner Owner);

/// <summary>
/// Spans of codes in a tree by chapter and heading: a span lies as deep as it fits. What covers a code is found by going down its own
/// digits, and a change copies only the branches that it touches. Immutable.
/// </summary>
internal sealed class SpanTree<TOwner>
    where TOwner : notnull
{
    private const int Branches = 100;
    private const long HeadingWidth = 1_000_000;

    /// <summary>No spans.</summary>
    public static readonly SpanTree<TOwner> Empty = new([], CodeSpan.Everything.Last + 1, null);

    private readonly OwnedSpan<TOwner>[] _spans;
    private readonly long _width;
    private readonly SpanTree<TOwner>?[]? _below;

    private SpanTree(OwnedSpan<TOwner>[] spans, long width, SpanTree<TOwner>?[]? below) => (_spans, _width, _below) = (spans, width, below);

    /// <summary>Adds the owner of every span that shares a code with another span; one may come several times.</summary>
    public void Find(CodeSpan code, List<TOwner> found)
    {
        foreach (ref readonly var owned in _spans.AsSpan())
        {
            if (owned.Span.Overlaps(code))
                found.Add(owned.Owner);
        }
        if (_below is null)
            return;
        var branch = _width / Branches;
        var first = (int)(code.First % _width / branch);
        var last = code.Width >= _width ? Branches - 1 : (int)(code.Last % _width / branch);
        for (var i = code.Width >= _width ? 0 : first; i <= last; i++)
            _below[i]?.Find(code, found);
    }

    /// <summary>The tree without some spans and with others.</summary>
    public SpanTree<TOwner> With(IReadOnlyCollection<OwnedSpan<TOwner>> removed, IReadOnlyCollection<OwnedSpan<TOwner>> added)
    {
        if (removed.Count == 0 && added.Count == 0)
            return this;
        var (goes, comes) = (removed.ToLookup(BranchOf), added.ToLookup(BranchOf));
        var spans = Replace(goes[-1], comes[-1]);
        var below = _below;
        foreach (var branch in goes.Concat(comes).Select(group => group.Key).Where(key => key >= 0).Distinct())
        {
            below = ReferenceEquals(below, _below) ? Copy() : below!;
            below[branch] = (below[branch] ?? new SpanTree<TOwner>([], _width / Branches, null)).With([.. goes[branch]], [.. comes[branch]]);
        }
        return new SpanTree<TOwner>(spans, _width, below);
    }

    // The branch that a span fits into; -1 where it is wider than one, or this is a heading already.
    private int BranchOf(OwnedSpan<TOwner> owned)
    {
        if (_width <= HeadingWidth)
            return -1;
        var branch = _width / Branches;
        return owned.Span.First / branch == owned.Span.Last / branch ? (int)(owned.Span.First % _width / branch) : -1;
    }

    private OwnedSpan<TOwner>[] Replace(IEnumerable<OwnedSpan<TOwner>> removed, IEnumerable<OwnedSpan<TOwner>> added)
    {
        var gone = removed.ToHashSet();
        return gone.Count == 0 ? [.. _spans, .. added] : [.. _spans.Where(span => !gone.Contains(span)), .. added];
    }

    private SpanTree<TOwner>?[] Copy() => _below is null ? new SpanTree<TOwner>?[Branches] : (SpanTree<TOwner>?[])_below.Clone();
}
