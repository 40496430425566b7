using GeoGraph.Cli.Commands;
using GeoGraph.Cli.Import.Hts;
using GeoGraph.Contracts.Agreements.V1;
using static GeoGraph.UnitTests.Cli.Hts.SmallRevision;
using Record = GeoGraph.Contracts.Agreements.V1.Record;

namespace GeoGraph.UnitTests.Cli.Hts;

public sealed class HtsHistoryTests
{
    // Four revisions of six codes whose rates, texts and presence change at random, imported one by one in a random order, some of them twice.
    [Fact]
    public async Task Revisions_one_by_one_in_any_order_make_what_all_at_once_make()
    {
        const int seed = 20260608;
        var random = new Random(seed);
        for (var round = 0; round < 100; round++)
        {
            var revisions = new List<HtsRevision>();
            for (var i = 0; i < 4; i++)
                revisions.Add(await ReadAsync($"2025-rev-{i}", $"2025-0{i + 1}-01", [.. RandomRows(random)]));
            var whole = Import(revisions);
            var order = revisions.Concat(revisions.Take(random.Next(3))).OrderBy(_ => random.Next()).ToArray();
            IReadOnlyList<Record> store = [];
            foreach (var revision in order)
                store = ImportInto(store, revision);
            Assert.True(Written(whole).SequenceEqual(Written(store)), $"seed {seed}, round {round}: {string.Join(", ", order.Select(revision => revision.Name))}");
        }
    }

    [Fact]
    public async Task A_row_that_came_changed_and_went_stands_once_for_each_time()
    {
        var records = Import(
            await ReadAsync("a", "2025-01-01", Row("8457", 0, "Machines"), Row("8457.10.00", 1, "Centers", "4.2%")),
            await ReadAsync("b", "2025-02-01", Row("8457", 0, "Machines"), Row("8457.10.00", 1, "Centers", "4.2%"), Row("8457.20.00", 1, "Stations", "3%")),
            await ReadAsync("c", "2025-03-01", Row("8457", 0, "Machines"), Row("8457.20.00", 1, "Stations", "2%")));
        var lines = records.Single(record => record.TariffHeading is not null).TariffHeading.Lines;
        Assert.Equal(
            ["8457  always", "8457.10.00 4.2% to 3", "8457.20.00 3% from 2 to 3", "8457.20.00 2% from 3"],
            lines.Select(line => $"{line.Code} {line.General} {(line.Valid is null ? "always" : string.Join(' ', new[] { line.Valid.From is { } from ? $"from {from.Month}" : "", line.Valid.To is { } to ? $"to {to.Month}" : "" }.Where(part => part.Length > 0)))}"));
        Assert.Equal(["a 2", "b 3", "c 2"], records.Single(record => record.TariffSchedule is not null).TariffSchedule.Revisions.Select(revision => $"{revision.Name} {revision.Rows}"));
    }

    [Fact]
    public async Task A_revision_takes_the_place_of_one_of_its_name_and_a_day_has_one()
    {
        var first = await ReadAsync("a", "2025-01-01", Row("8457.10.00", 1, "Centers", "4.2%"));
        var better = await ReadAsync("a", "2025-01-02", Row("8457.20.00", 1, "Stations", "3%"));
        Assert.Equal(Written(Import(better)), Written(ImportInto(Import(first), better)));
        Assert.Contains("a day has one revision", Assert.Throws<UsageException>(() => Import(first, first with { Name = "b" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Measures_of_the_schedule_s_authorities_that_it_does_not_make_are_deleted_with_their_lists()
    {
        var store = new HtsStore(
        [
            Measure("measure:us-column-1-4p2pct", "us-column-1", "goods-list:shared"),
            Measure("measure:us-special-common", "us-special", "goods-list:own"),
            Measure("measure:us-s301", "us-s301", "goods-list:shared"),
            Measure("measure:us-post", "us-special", "goods-list:shared"),
            new Record { GoodsList = new GoodsList { Id = "goods-list:own" } },
            new Record { GoodsList = new GoodsList { Id = "goods-list:shared" } },
        ]);
        var wanted = Import(await ReadAsync("a", "2025-01-01", Row("8457.10.00", 1, "Centers", "4.2%")));
        var changes = store.ChangesTo(wanted, out var unchanged);
        Assert.Equal(["goods-list:own", "measure:us-special-common"], changes.Select(change => change.DeleteId).Where(id => id.Length > 0));
        Assert.Equal(["measure:us-column-1-4p2pct", "tariff-heading:us-8457", "tariff-schedule:us"], changes.Where(change => change.Record is not null).Select(change => HtsStore.IdOf(change.Record)).Order(StringComparer.Ordinal));
        Assert.Equal(0, unchanged);
        Assert.Empty(new HtsStore(wanted.Select(record => record.Clone())).ChangesTo(wanted, out unchanged));
        Assert.Equal(wanted.Count, unchanged);
    }

    [SharedDataFact("data/hts/hts_2026_rev_10.json.gz")]
    public async Task Published_revisions_one_by_one_make_what_all_at_once_make()
    {
        var revisions = new List<HtsRevision>();
        foreach (var name in new[] { "2025_rev_32", "2026_basic", "2026_rev_10" })
        {
            var path = SharedData.PathOf($"data/hts/hts_{name}.json.gz");
            revisions.Add(await HtsFile.ReadAsync(path, RevisionName.OfFile(path), CancellationToken.None));
        }
        Assert.All(revisions, revision => Assert.Empty(revision.Problems));
        var whole = Import(revisions);
        Assert.Equal(Written(whole), Written(ImportInto(ImportInto(ImportInto([], revisions[1]), revisions[2]), revisions[0])));
    }

    private static IEnumerable<string> RandomRows(Random random)
    {
        string[] rates = ["Free", "4.2%", "4.2 %", "3¢/kg", "See note 1"];
        foreach (var code in new[] { "8457.10.00", "8457.10.00.05", "8457.20.00", "8458.11.00", "9801.00.10", "9903.01.01" })
        {
            if (random.Next(5) > 0)
                yield return Row(code, random.Next(2), "text " + random.Next(2), rates[random.Next(rates.Length)], random.Next(2) == 0 ? "" : $"Free (AU,D) {rates[random.Next(4)]} (S)", rates[random.Next(rates.Length)]);
        }
    }

    private static Record Measure(string id, string authority, string list) =>
        new() { Measure = new Measure { Id = id, Authority = authority, ImposedById = "state:US", Goods = new GoodsScope { IncludeListIds = { list } } } };
}
