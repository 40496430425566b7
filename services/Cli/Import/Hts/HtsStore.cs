using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Agreements.V1;
using Grpc.Core;

namespace GeoGraph.Cli.Import.Hts;

/// <summary>What the store holds of the schedule before an import, and what must change.</summary>
internal sealed class HtsStore
{
    private static readonly RecordKind[] Kinds =
        [RecordKind.TariffSchedule, RecordKind.TariffHeading, RecordKind.Measure, RecordKind.GoodsList, RecordKind.OriginRule, RecordKind.Quota];

    private readonly Dictionary<string, Record> _records = new(StringComparer.Ordinal);

    /// <summary>The schedule; null where the store has none.</summary>
    public TariffSchedule? Schedule => _records.GetValueOrDefault(HtsRecords.ScheduleId)?.TariffSchedule;

    /// <summary>The headings of the schedule.</summary>
    public IEnumerable<TariffHeading> Headings => _records.Values.Where(IsHeading).Select(record => record.TariffHeading);

    /// <summary>Reads the store.</summary>
    public static async Task<HtsStore> ReadAsync(Session session, CancellationToken cancellationToken)
    {
        using var call = session.Agreements.ExportRecords(new ExportRecordsRequest { Kinds = { Kinds } }, cancellationToken: cancellationToken);
        var records = new List<Record>();
        await foreach (var part in call.ResponseStream.ReadAllAsync(cancellationToken))
            records.AddRange(part.Chunk?.Records ?? []);
        return new HtsStore(records);
    }

    /// <summary>Takes the records of a store.</summary>
    public HtsStore(IEnumerable<Record> records)
    {
        foreach (var record in records)
        {
            record.Revision = 0;
            _records[IdOf(record)] = record;
        }
    }

    /// <summary>
    /// The changes that make the store hold just these records of the schedule: those that differ are written; headings, measures of the schedule's
    /// authorities whose ids begin with the authority, and goods lists that only such measures refer to, are deleted where they are not among them.
    /// </summary>
    /// <param name="wanted">The records.</param>
    /// <param name="unchanged">How many of them stand already.</param>
    public IReadOnlyList<RecordChange> ChangesTo(IReadOnlyList<Record> wanted, out int unchanged)
    {
        var ids = wanted.Select(IdOf).ToHashSet(StringComparer.Ordinal);
        var changed = wanted.Where(record => !record.Equals(_records.GetValueOrDefault(IdOf(record)))).ToArray();
        unchanged = wanted.Count - changed.Length;
        var gone = _records.Where(entry => !ids.Contains(entry.Key) && (IsHeading(entry.Value) || IsMeasure(entry.Value))).Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. changed.Select(record => new RecordChange { Record = record }),
            .. gone.Concat(ListsLeft(gone, ids)).Order(StringComparer.Ordinal).Select(id => new RecordChange { DeleteId = id }),
        ];
    }

    /// <summary>The id of a record.</summary>
    public static string IdOf(Record record) => record.RecordCase switch
    {
        Record.RecordOneofCase.TariffSchedule => record.TariffSchedule.Id,
        Record.RecordOneofCase.TariffHeading => record.TariffHeading.Id,
        Record.RecordOneofCase.Measure => record.Measure.Id,
        Record.RecordOneofCase.GoodsList => record.GoodsList.Id,
        Record.RecordOneofCase.OriginRule => record.OriginRule.Id,
        Record.RecordOneofCase.Quota => record.Quota.Id,
        _ => throw new ArgumentOutOfRangeException(nameof(record), record.RecordCase, "the schedule has no record of this kind"),
    };

    // Lists that a measure of the schedule refers to, now or before, and that nothing else in the store does.
    private IEnumerable<string> ListsLeft(HashSet<string> gone, HashSet<string> wanted)
    {
        var mine = _records.Values.Where(IsMeasure).SelectMany(ListsOf).Where(id => !wanted.Contains(id) && _records.ContainsKey(id)).ToHashSet(StringComparer.Ordinal);
        mine.ExceptWith(_records.Where(entry => !gone.Contains(entry.Key) && !IsMeasure(entry.Value)).SelectMany(entry => ListsOf(entry.Value)));
        return mine;
    }

    private static bool IsHeading(Record record) =>
        record.TariffHeading is { ImposedById: HtsRecords.ImposedById } heading && heading.Id.StartsWith(HtsRecords.HeadingIds, StringComparison.Ordinal);

    private static bool IsMeasure(Record record) =>
        record.Measure is { ImposedById: HtsRecords.ImposedById } measure && HtsRecords.Authorities.Contains(measure.Authority)
        && measure.Id.StartsWith($"measure:{measure.Authority}-", StringComparison.Ordinal);

    private static IEnumerable<string> ListsOf(Record record) =>
        (record.Measure?.Goods ?? record.OriginRule?.Goods ?? record.Quota?.Goods) is { } goods ? goods.IncludeListIds.Concat(goods.ExcludeListIds) : [];
}
