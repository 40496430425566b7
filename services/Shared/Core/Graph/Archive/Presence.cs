namespace GeoGraph.Core.Graph.Archive;

/// <summary>The revisions at which an id names something: stretches in order, those that follow on each other as one.</summary>
internal sealed class Presence
{
    private long _from;
    private long _to;
    private Presence? _earlier;

    public Presence(ArchivedVersion version) => (_from, _to) = Stretch(version);

    /// <summary>Adds a version that begins no earlier than the last one ended.</summary>
    public void Add(ArchivedVersion version)
    {
        var (from, to) = Stretch(version);
        if (from != _to)
            (_earlier, _from) = (new Presence(_from, _to, _earlier), from);
        _to = to;
    }

    /// <summary>The first revision of a version's stretch, from <paramref name="oldest"/> on, at which this is absent; null where there is none.</summary>
    public Revision? FirstGap(ArchivedVersion version, Revision oldest)
    {
        var (from, to) = Stretch(version);
        from = Math.Max(from, oldest.Number);
        for (var stretch = this; stretch is not null; stretch = stretch._earlier)
        {
            if (stretch._from <= from)
                return stretch._to >= to ? null : new Revision(Math.Max(stretch._to, from));
        }
        return new Revision(from);
    }

    /// <summary>True where this and a version show at the same revision.</summary>
    public bool Meets(ArchivedVersion version)
    {
        var (from, to) = Stretch(version);
        for (var stretch = this; stretch is not null; stretch = stretch._earlier)
        {
            if (stretch._from < to && from < stretch._to)
                return true;
        }
        return false;
    }

    private Presence(long from, long to, Presence? earlier) => (_from, _to, _earlier) = (from, to, earlier);

    private static (long From, long To) Stretch(ArchivedVersion version) => (version.Since.Number, version.Until?.Number ?? long.MaxValue);
}
