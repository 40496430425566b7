using System.Runtime.CompilerServices;
using System.Text.Json;
using GeoGraph.Core;
using GeoGraph.Core.Graph.Archive;
using GeoGraph.Sqlite.Engine;

namespace GeoGraph.Sqlite.Archive;

/// <summary>Gives out what a file retains, and fills an empty one in one transaction: a restoring that is broken off leaves it empty.</summary>
/// <param name="pool">The file's connections.</param>
/// <param name="beginWrite">Begins the write transaction of a connection.</param>
internal sealed class SqliteArchive(LinkPool pool, Func<Link, CancellationToken, Task> beginWrite)
{
    private const int Step = 2000;

    public async IAsyncEnumerable<ArchivedRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var state = await StateAsync(cancellationToken);
        yield return state;
        foreach (var kind in ArchiveRows.Kinds)
        {
            ArchivedRecord? after = null;
            while (true)
            {
                var step = await StepAsync(link => kind(link, state, after, Step), state, cancellationToken);
                foreach (var record in step)
                    yield return record;
                if (step.Count < Step)
                    break;
                after = step[^1];
            }
        }
    }

    public Task RestoreAsync(IAsyncEnumerable<ArchivedRecord> archive, CancellationToken cancellationToken) => pool.WriteAsync(async link =>
    {
        await beginWrite(link, cancellationToken);
        CheckEmpty(link);
        var restoring = new ArchiveRestoring(link);
        await foreach (var record in ArchiveCheck.SoundAsync(archive, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            restoring.Add(record);
        }
        restoring.Conclude();
        link.Run("COMMIT");
        return true;
    }, cancellationToken);

    public async Task<IReadOnlyList<string>> FindDamageAsync(CancellationToken cancellationToken)
    {
        var damage = await pool.WriteAsync(async link =>
        {
            await beginWrite(link, cancellationToken);
            return DamageSearch.Find(link);
        }, cancellationToken);
        return damage.Count > 0 ? damage : [.. await NamesOutOfStepAsync(cancellationToken)];
    }

    private async Task<IEnumerable<string>> NamesOutOfStepAsync(CancellationToken cancellationToken)
    {
        var state = await StateAsync(cancellationToken);
        var balance = new NameBalance(state.Oldest);
        var names = new ArchivedNames();
        await foreach (var record in ReadAsync(cancellationToken))
        {
            foreach (var name in names.Next(record))
                balance.Expect(name);
        }
        foreach (var name in names.Rest())
            balance.Expect(name);
        for (var (row, last) = (0L, false); !last;)
        {
            var step = await StepAsync(link => ArchiveRows.Names(link, state, row, Step), state, cancellationToken);
            foreach (var (name, folded, _) in step)
                balance.Find(name, folded);
            (row, last) = (step.Count == 0 ? row : step[^1].Row, step.Count < Step);
        }
        return balance.IsLevel ? [] : ["the names that searches look through are not those of the nodes and their former ids."];
    }

    private Task<ArchivedState> StateAsync(CancellationToken cancellationToken) => pool.ReadAsync(static link =>
    {
        var state = StoreState.Read(link);
        return new ArchivedState(state.Current, state.Oldest);
    }, cancellationToken);

    private Task<IReadOnlyList<T>> StepAsync<T>(Func<Link, IReadOnlyList<T>> read, ArchivedState began, CancellationToken cancellationToken) => pool.ReadAsync(link =>
    {
        var state = StoreState.Read(link);
        if (state.Oldest != began.Oldest)
            throw state.Expired(began.Oldest);
        try
        {
            return read(link);
        }
        catch (Exception damaged) when (damaged is FormatException or ArgumentException or JsonException or InvalidOperationException)
        {
            throw SqliteErrors.Unavailable("the store's file holds a row that no GeoGraph wrote.", damaged);
        }
    }, cancellationToken);

    private static void CheckEmpty(Link link)
    {
        var state = StoreState.Read(link);
        if (state.Current > Revision.Zero || link.Number("SELECT 1 FROM receipt LIMIT 1") is not null)
            throw ArchiveRefusals.NotEmpty(state.Current);
    }
}
