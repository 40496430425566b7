using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.ServiceTests.Tariffs;

public sealed class AnswerTests : TariffsTest
{
    [Fact]
    public async Task Every_violation_of_an_entry_is_told_at_once_with_its_path()
    {
        await PriceAsync(Entry(Day(2025, 5, 1)), await WriteAsync(Measure("measure:column-1", MeasureType.ThirdCountryDuty, "4%")));
        var entry = new Entry { ImporterId = "US", OriginId = "firm:x", Hs = "84.5", CustomsValue = "-1", EntryDate = Day(2025, 2, 30), Quantities = { ["kg"] = "1e3" } };
        var refused = await Tariffs.CalculateDutyAsync(new CalculateDutyRequest { Entry = entry }).RefusedAsync();
        Assert.Equal(
            ["entry.importer_id", "entry.quantities.kg", "entry.entry_date", "entry.origin_id", "entry.hs", "entry.customs_value"], refused.Fields());
        entry = Entry(Day(2025, 5, 1), "firm:x");
        (entry.Hs, entry.CustomsValue) = ("84.5", "-1");
        refused = await Tariffs.CalculateDutyAsync(new CalculateDutyRequest { Entry = entry }).RefusedAsync();
        Assert.Equal(["entry.origin_id", "entry.hs", "entry.customs_value"], refused.Fields());
    }

    [Fact]
    public async Task An_importer_without_data_is_refused_by_name_and_never_priced_at_zero()
    {
        await PriceAsync(Entry(Day(2025, 5, 1)), await WriteAsync(Measure("measure:column-1", MeasureType.ThirdCountryDuty, "4%")));
        var entry = Entry(Day(2025, 5, 1));
        entry.ImporterId = "state:IN";
        var refused = await Tariffs.CalculateDutyAsync(new CalculateDutyRequest { Entry = entry }).RefusedAsync();
        Assert.Equal("DATA_MISSING", refused.Reason());
        Assert.Contains("state:IN", refused.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_entry_of_a_batch_does_not_stop_the_others()
    {
        await PriceAsync(Entry(Day(2025, 5, 1)), await WriteAsync(Measure("measure:column-1", MeasureType.ThirdCountryDuty, "4%")));
        var bad = Entry(Day(2025, 5, 1));
        bad.Hs = "9";
        var batch = await Tariffs.BatchCalculateDutyAsync(new BatchCalculateDutyRequest { Entries = { Entry(Day(2025, 5, 1)), bad, Entry(Day(2025, 5, 2)) } });
        Assert.Equal(["40.00", "", "40.00"], batch.Items.Select(item => item.Result?.TotalDuty ?? ""));
        Assert.Contains("entries[1].hs", batch.Items[1].Error.Message, StringComparison.Ordinal);
        var tooMany = new BatchCalculateDutyRequest { Entries = { Enumerable.Repeat(Entry(Day(2025, 5, 1)), 1001) } };
        Assert.Equal("LIMIT_EXCEEDED", (await Tariffs.BatchCalculateDutyAsync(tooMany).RefusedAsync()).Reason());
    }

    [Fact]
    public async Task A_timeline_names_what_came_and_went()
    {
        var until = Measure("measure:baseline", MeasureType.AdditionalDuty, "10%", Day(2025, 4, 5));
        until.Effective.To = Day(2025, 8, 7);
        await PriceAsync(Entry(Day(2025, 5, 1)), await WriteAsync(Measure("measure:column-1", MeasureType.ThirdCountryDuty, "4%"), until));
        var timeline = await Tariffs.GetRateTimelineAsync(new GetRateTimelineRequest { Entry = Entry(Day(2025, 1, 1)), From = Day(2025, 1, 1), To = Day(2025, 12, 31) });
        Assert.Equal(["4", "14", "4"], timeline.Steps.Select(step => step.Result.EffectiveRatePercent));
        Assert.Equal([Day(2025, 1, 1), Day(2025, 4, 5), Day(2025, 8, 7)], timeline.Steps.Select(step => step.From));
        Assert.Equal([Day(2025, 4, 4), Day(2025, 8, 6), Day(2025, 12, 31)], timeline.Steps.Select(step => step.To));
        Assert.Equal("measure:baseline", Assert.Single(timeline.Steps[1].Came).Measure.Id);
        Assert.Equal("measure:baseline", Assert.Single(timeline.Steps[2].Went).Measure.Id);
    }

    [Fact]
    public async Task A_fact_that_no_measure_reads_is_named()
    {
        var token = await WriteAsync(Measure("measure:column-1", MeasureType.ThirdCountryDuty, "4%"));
        var entry = Entry(Day(2025, 5, 1));
        entry.Facts["usmca_orginating"] = "true";
        Assert.Contains((await PriceAsync(entry, token)).NotEvaluated, text => text.Contains("usmca_orginating", StringComparison.Ordinal));
    }
}
