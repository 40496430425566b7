using GeoGraph.Contracts.Agreements.V1;
using Grpc.Core;
using Record = GeoGraph.Contracts.Agreements.V1.Record;

namespace GeoGraph.ServiceTests.Tariffs;

public sealed class NomenclatureTests : TariffsTest
{
    [Fact]
    public async Task Codes_are_held_to_a_schedule_once_it_is_written_and_no_longer_once_it_is_deleted()
    {
        var law = await WriteAsync(Measure("measure:column-1", MeasureType.ThirdCountryDuty, "4%"));
        var entry = Entry(Day(2025, 5, 1));
        entry.Hs = "8457.10.05";
        Assert.Equal("40.00", (await PriceAsync(entry, law)).TotalDuty);
        var written = await WriteAsync(new RecordChange { Record = Schedule }, new RecordChange { Record = Heading });
        var refused = await Assert.ThrowsAsync<RpcException>(() => PriceAsync(entry, written));
        Assert.Equal("INVALID_REQUEST", refused.Reason());
        Assert.Equal(["entry.hs"], refused.Fields());
        entry.Hs = "8457.10.00";
        Assert.Equal("40.00", (await PriceAsync(entry, written)).TotalDuty);
        entry.Hs = "8457.10.05";
        var deleted = await WriteAsync(new RecordChange { DeleteId = "tariff-schedule:us" });
        Assert.Equal("40.00", (await PriceAsync(entry, deleted)).TotalDuty);
    }

    private static Record Schedule => new()
    {
        TariffSchedule = new TariffSchedule
        {
            Id = "tariff-schedule:us",
            Title = "Schedule",
            ImposedById = "state:US",
            Evidence = Stated,
            Revisions = { new ScheduleRevision { Name = "2025_basic", EffectiveFrom = Day(2025, 1, 1) } },
        },
    };

    private static Record Heading => new()
    {
        TariffHeading = new TariffHeading
        {
            Id = "tariff-heading:us-8457",
            ImposedById = "state:US",
            Code = "8457",
            Evidence = Stated,
            Lines = { new TariffLine { Code = "8457", Description = "Machines" }, new TariffLine { Code = "8457.10.00", Indent = 1, Description = "Machines: Centers", General = "4%" } },
        },
    };

    private async Task<string> WriteAsync(params RecordChange[] changes) =>
        (await Agreements.UpsertRecordsAsync(new UpsertRecordsRequest { Changes = { changes } })).Receipt.RevisionToken;
}
