using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Common.V1;
using Grpc.Core;
using Record = GeoGraph.Contracts.Agreements.V1.Record;

namespace GeoGraph.ServiceTests.Agreements;

public sealed class TariffScheduleTests : AgreementsTest
{
    private static Record Schedule => new()
    {
        TariffSchedule = new TariffSchedule
        {
            Id = "tariff-schedule:us",
            Title = "Harmonized Tariff Schedule of the United States",
            ImposedById = "state:US",
            Revisions = { new ScheduleRevision { Name = "2025-basic", EffectiveFrom = Day(2025, 1, 1), Rows = 35859 } },
            Evidence = Stated,
        },
    };

    private static Record Heading => new()
    {
        TariffHeading = new TariffHeading
        {
            Id = "tariff-heading:us-8457",
            ImposedById = "state:US",
            Code = "8457",
            Lines =
            {
                new TariffLine { Code = "8457", Description = "Machining centers" },
                new TariffLine
                {
                    Code = "8457.10.00", Indent = 1, Description = "Machining centers: Machining centers", Units = { "No." }, General = "4.2%", Special = "Free (AU,KR)", Other = "30%",
                    Footnotes = { "See 9903.88.01." }, Headings = { "9903.88.01" }, QuotaQuantity = "1", AdditionalDuties = "2", Valid = new Period { To = Day(2026, 1, 1) },
                },
            },
            Evidence = Stated,
        },
    };

    [Fact]
    public async Task A_schedule_and_its_headings_are_read_exported_and_watched_by_kind_as_written()
    {
        var before = await WriteAsync(Duty("measure:m", "5%"));
        await WriteAsync(Schedule, Heading, Duty("measure:n", "5%"));
        foreach (var record in new[] { Schedule, Heading })
        {
            var id = record.TariffSchedule?.Id ?? record.TariffHeading.Id;
            var read = (await Client.GetRecordAsync(new GetRecordRequest { Id = id })).Record;
            record.Revision = read.Revision;
            Assert.Equal(record, read);
        }
        RecordKind[] kinds = [RecordKind.TariffSchedule, RecordKind.TariffHeading];
        var exported = new List<Record>();
        using var export = Client.ExportRecords(new ExportRecordsRequest { Kinds = { kinds } });
        await foreach (var part in export.ResponseStream.ReadAllAsync())
            exported.AddRange(part.Chunk?.Records ?? []);
        Assert.Equal(["tariff-heading:us-8457", "tariff-schedule:us"], exported.Select(IdOf).Order());
        using var watch = Client.WatchRecords(new WatchRecordsRequest { After = before, Kinds = { kinds } });
        Assert.True(await watch.ResponseStream.MoveNext());
        Assert.Equal(["tariff-heading:us-8457", "tariff-schedule:us"], watch.ResponseStream.Current.Records.Select(IdOf).Order());
    }

    [Fact]
    public async Task What_is_wrong_with_a_heading_is_told_by_row()
    {
        var bad = Heading;
        bad.TariffHeading.Lines[1].Code = "845";
        bad.TariffHeading.Lines[0].Valid = new Period { From = Day(2026, 1, 1), To = Day(2025, 1, 1) };
        var request = new UpsertRecordsRequest { Changes = { new RecordChange { Record = bad } } };
        var refused = await Client.UpsertRecordsAsync(request).RefusedAsync();
        Assert.Equal(["changes[0].record.tariff_heading.lines[0].valid.to", "changes[0].record.tariff_heading.lines[1].code"], refused.Fields());
    }

    private static string IdOf(Record record) => record.TariffSchedule?.Id ?? record.TariffHeading.Id;
}
