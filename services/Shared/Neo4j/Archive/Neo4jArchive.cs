using System.Runtime.CompilerServices;
using GeoGraph.Core.Graph.Archive;
using GeoGraph.Neo4j.Engine;
using GeoGraph.Neo4j.Format;
using GeoGraph.Neo4j.Reading;

namespace GeoGraph.Neo4j.Archive;

/// <summary>Gives out what a store retains, and fills an empty one.</summary>
internal sealed class Neo4jArchive(Database database, StoreNames names, PinnedReads reads)
{
    public async IAsyncEnumerable<ArchivedRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (head, catalogue) = await reads.OpenAsync(cancellationToken);
        yield return new ArchivedState(head.Published, head.Oldest);
        var pin = new ReadPin(head.Published, catalogue);
        foreach (var places in (IReadOnlyList<ArchiveRows.Read>[])
            [ArchiveRows.Nodes(names), ArchiveRows.Relations(names, catalogue), ArchiveRows.Aliases(names), ArchiveRows.Receipts(names)])
        {
            await foreach (var record in new ArchiveMerge(reads, pin, head.Oldest, places).RecordsAsync(cancellationToken))
                yield return record;
        }
    }

    public async Task RestoreAsync(IAsyncEnumerable<ArchivedRecord> archive, CancellationToken cancellationToken)
    {
        var mark = new FillMark(database, names);
        await mark.BeginAsync(cancellationToken);
        var filling = new ArchiveFilling(database, names, mark);
        await foreach (var record in ArchiveCheck.SoundAsync(archive, cancellationToken))
            await filling.AddAsync(record, cancellationToken);
        await filling.ConcludeAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<string>> FindDamageAsync(CancellationToken cancellationToken)
    {
        var (head, catalogue) = await reads.OpenAsync(cancellationToken);
        var found = await new DamageSearch(database, names, catalogue).FindAsync(cancellationToken);
        var balance = new NameBalance(head.Oldest);
        await ExpectAsync(balance, cancellationToken);
        await foreach (var (name, folded) in new NameRows(reads, names, new ReadPin(head.Published, catalogue)).AllAsync(cancellationToken))
            balance.Find(name, folded);
        return balance.IsLevel ? found : [.. found, "the names that searches look through are not those of the nodes and their former ids."];
    }

    private async Task ExpectAsync(NameBalance balance, CancellationToken cancellationToken)
    {
        var names = new ArchivedNames();
        await foreach (var record in ReadAsync(cancellationToken))
        {
            foreach (var name in names.Next(record))
                balance.Expect(name);
        }
        foreach (var name in names.Rest())
            balance.Expect(name);
    }
}
