using System.Globalization;
using System.Text;
using System.Text.Json;
using GeoGraph.Cli.Import.Hts;
using GeoGraph.Contracts.Agreements.V1;
using Record = GeoGraph.Contracts.Agreements.V1.Record;

namespace GeoGraph.UnitTests.Cli.Hts;

/// <summary>Made-up revisions of a schedule, and what an import makes of them.</summary>
internal static class SmallRevision
{
    /// <summary>A row as the publisher's JSON has it.</summary>
    public static string Row(string code, int indent, string description, string general = "", string special = "", string other = "", string note = "", string unit = "") =>
        JsonSerializer.Serialize(new
        {
            htsno = code,
            indent = indent.ToString(CultureInfo.InvariantCulture),
            description,
            superior = code.Length == 0 ? "true" : null,
            units = unit.Length == 0 ? [] : new[] { unit },
            general,
            special,
            other,
            footnotes = note.Length == 0 ? null : new[] { new { columns = new[] { "general" }, value = note, type = "endnote" } },
            quotaQuantity = (string?)null,
            additionalDuties = (string?)null,
            addiitionalDuties = (string?)null,
        });

    public static Task<HtsRevision> ReadAsync(string name, string from, params string[] rows) => ReadTextAsync(name, from, $"[{string.Join(',', rows)}]");

    public static async Task<HtsRevision> ReadTextAsync(string name, string from, string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return await HtsFile.ReadAsync(stream, new RevisionName(name, DateOnly.ParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture)), CancellationToken.None);
    }

    /// <summary>The records of some revisions imported at once into an empty store.</summary>
    public static IReadOnlyList<Record> Import(params IEnumerable<HtsRevision> revisions)
    {
        var history = new HtsHistory();
        foreach (var revision in revisions)
            history.Add(revision);
        return HtsRecords.Of(history, HtsPrograms.OfUnitedStates, out _);
    }

    /// <summary>The records of a store after one more revision.</summary>
    public static IReadOnlyList<Record> ImportInto(IReadOnlyList<Record> store, HtsRevision revision)
    {
        var before = new HtsStore(store.Select(record => record.Clone()));
        var history = new HtsHistory();
        if (before.Schedule is { } schedule)
            history.Add(schedule, before.Headings);
        history.Add(revision);
        var wanted = HtsRecords.Of(history, HtsPrograms.OfUnitedStates, out _);
        var after = store.ToDictionary(HtsStore.IdOf, StringComparer.Ordinal);
        foreach (var change in before.ChangesTo(wanted, out _))
        {
            if (change.DeleteId.Length > 0)
                Assert.True(after.Remove(change.DeleteId));
            else
                after[HtsStore.IdOf(change.Record)] = change.Record;
        }
        return [.. after.Values];
    }

    /// <summary>Records in order of id, as texts that tests compare.</summary>
    public static IEnumerable<string> Written(IEnumerable<Record> records) => records.OrderBy(HtsStore.IdOf, StringComparer.Ordinal).Select(record => record.ToString());

    public static Measure Measure(this IEnumerable<Record> records, string id) => records.Single(record => record.Measure?.Id == id).Measure;
}
