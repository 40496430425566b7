using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Scenarios.Duties;

namespace GeoGraph.Scenarios.Hts;

/// <summary>Eight published revisions together: rates and codes by date.</summary>
public sealed class EveryRevisionTests(EveryRevision world) : IClassFixture<EveryRevision>
{
    private const string File = HtsWorld.Folder + "hts_2025_basic.json.gz";

    [SharedDataFact(File)]
    public async Task The_worked_answers_stay()
    {
        foreach (var expected in HtsWorld.Acceptance.Concat(HtsWorld.Worked))
            await DutyCheck.Priced(expected, world.Session);
    }

    [SharedDataFact(File)]
    public async Task The_fees_stay()
    {
        foreach (var row in FeeTests.Entries)
            await FeeTests.CheckAsync(world.Session, (string)row[0], (string)row[1], (string)row[2], (string)row[3], (string)row[4], (string)row[5], (string)row[6]);
    }

    [SharedDataFact(File)]
    public async Task The_schedule_names_its_revisions_by_date()
    {
        var record = await world.Session.Agreements.GetRecordAsync(new GetRecordRequest { Id = "tariff-schedule:us", Read = world.Session.Read });
        Assert.Equal(
            ["2025-basic", "2025-rev-4", "2025-rev-10", "2025-rev-18", "2025-rev-32", "2026-basic", "2026-rev-5", "2026-rev-10"],
            record.Record.TariffSchedule.Revisions.Select(revision => revision.Name));
        Assert.Equal(35_859, record.Record.TariffSchedule.Revisions[0].Rows);
    }
}
