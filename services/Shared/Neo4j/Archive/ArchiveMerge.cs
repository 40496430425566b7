using System.Runtime.CompilerServices;
using GeoGraph.Core;
using GeoGraph.Core.Graph.Archive;
using GeoGraph.Neo4j.Reading;

namespace GeoGraph.Neo4j.Archive;

/// <summary>
/// Brings the items of several places into one order, a stretch of each at a time. A write moves versions from one place to another, so the stretches held together are
/// always of one state: where the store went on between two readings, all are read again from where the order has come to.
/// </summary>
internal sealed class ArchiveMerge(PinnedReads reads, ReadPin pin, Revision oldest, IReadOnlyList<ArchiveRows.Read> places)
{
    private const int Step = 5000;

    private readonly Stretch[] _stretches = [.. places.Select(static _ => new Stretch([], IsLast: false))];
    private readonly int[] _taken = new int[places.Count];
    private ArchiveKey _after = ArchiveKey.Start;
    private Revision? _state;

    /// <summary>The items of a stretch, and whether its place holds no further ones.</summary>
    private sealed record Stretch(List<ArchivedRecord> Items, bool IsLast);

    /// <summary>Every item, in order of id and then of revision.</summary>
    public async IAsyncEnumerable<ArchivedRecord> RecordsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            if (Enumerable.Range(0, places.Count).Any(IsUsedUp))
                await FillAsync(cancellationToken);
            if (First() is not { } place)
                yield break;
            var record = _stretches[place].Items[_taken[place]++];
            _after = ArchiveKey.Of(record);
            yield return record;
        }
    }

    private bool IsUsedUp(int place) => !_stretches[place].IsLast && _taken[place] == _stretches[place].Items.Count;

    private int? First()
    {
        int? first = null;
        for (var place = 0; place < places.Count; place++)
        {
            if (_taken[place] < _stretches[place].Items.Count && (first is not { } other || Compare(Next(place), Next(other)) < 0))
                first = place;
        }
        return first;
    }

    private ArchivedRecord Next(int place) => _stretches[place].Items[_taken[place]];

    private static int Compare(ArchivedRecord left, ArchivedRecord right) => (left, right) is (ArchivedVersion one, ArchivedVersion other)
        ? (one.Id, one.Since).CompareTo((other.Id, other.Since))
        : 0;

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        var wanted = Enumerable.Range(0, places.Count).Where(IsUsedUp).ToList();
        var (state, read) = await reads.RunAsync(pin, scope => ReadAsync(scope, wanted), cancellationToken);
        foreach (var (place, stretch) in read)
            (_stretches[place], _taken[place]) = (stretch, 0);
        _state = state;
    }

    // The first statement tells the state; where it is another than that of the stretches at hand, the rest is read as well.
    private async Task<(Revision State, List<(int Place, Stretch Stretch)> Read)> ReadAsync(ReadScope scope, List<int> wanted)
    {
        var read = new List<(int, Stretch)>();
        foreach (var place in wanted)
            read.Add((place, await ReadAsync(scope, place)));
        var head = scope.Head!.Value;
        if (head.Committing != _state)
        {
            foreach (var place in Enumerable.Range(0, places.Count).Except(wanted))
                read.Add((place, await ReadAsync(scope, place)));
        }
        return (head.Committing, read);
    }

    private async Task<Stretch> ReadAsync(ReadScope scope, int place)
    {
        var items = await places[place](scope, _after, oldest, Step);
        if (scope.Head is { } head && head.Oldest != oldest)
            throw head.Retained.Expired(oldest);
        return new Stretch(items, items.Count < Step);
    }
}
