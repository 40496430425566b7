using GeoGraph.Cli.Import;
using GeoGraph.Cli.Import.Hts;
using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Benchmarks;

/// <summary>The records that benchmarks load: GeoGraph's own files, and on top what the schedule's revisions make of them.</summary>
/// <param name="Actors">Changes for actors.</param>
/// <param name="Records">The law.</param>
internal sealed record BenchmarkData(IReadOnlyList<ActorChange> Actors, IReadOnlyList<Record> Records)
{
    /// <summary>Reads it all.</summary>
    public static async Task<BenchmarkData> ReadAsync(BenchmarkOptions options)
    {
        var set = GeoGraphFiles.Read(Directory.EnumerateFiles(options.Folder, "*.yaml", SearchOption.AllDirectories));
        var records = set.Records.Select(placed => placed.Change.Record).OfType<Record>().ToList();
        if (options.Revisions.Count > 0)
            records = await WithScheduleAsync(records, options.Revisions);
        return new BenchmarkData([.. set.Actors.Select(placed => placed.Change)], records);
    }

    /// <summary>How many codes its goods lists have.</summary>
    public int Codes => Records.Where(record => record.GoodsList is not null).Sum(record => record.GoodsList.Entries.Sum(entry => entry.Codes.Count));

    /// <summary>How many measures it has.</summary>
    public int Measures => Records.Count(record => record.Measure is not null);

    private static async Task<List<Record>> WithScheduleAsync(List<Record> records, IReadOnlyList<string> revisions)
    {
        var history = new HtsHistory();
        foreach (var file in revisions)
            history.Add(await HtsFile.ReadAsync(file, RevisionName.OfFile(file), CancellationToken.None));
        var others = records.Where(record => record.Measure is null && record.GoodsList is null).ToList();
        var changeable = records.Except(others).ToList();
        var changes = new HtsStore(changeable).ChangesTo(HtsRecords.Of(history, HtsPrograms.OfUnitedStates, out _), out _);
        var changed = changes.Where(change => change.Record is not null).ToDictionary(change => HtsStore.IdOf(change.Record), change => change.Record);
        var gone = changes.Where(change => change.Record is null).Select(change => change.DeleteId).ToHashSet();
        return
        [
            .. others,
            .. changeable.Where(record => !changed.ContainsKey(HtsStore.IdOf(record)) && !gone.Contains(HtsStore.IdOf(record))),
            .. changed.Values,
        ];
    }
}
