using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Common.V1;
using GeoGraph.Contracts.Tariffs.V1;
using Record = GeoGraph.Contracts.Agreements.V1.Record;

namespace GeoGraph.ServiceTests.Tariffs;

public sealed class FeedTests : TariffsTest
{
    [Fact]
    public async Task A_written_measure_is_in_the_answer_that_asks_for_its_token()
    {
        var ordinary = await WriteAsync(Measure("measure:column-1", MeasureType.ThirdCountryDuty, "4%"));
        Assert.Equal("40.00", (await PriceAsync(Entry(Day(2025, 5, 1)), ordinary)).TotalDuty);
        var more = await WriteAsync(Measure("measure:baseline", MeasureType.AdditionalDuty, "10%", Day(2025, 4, 5)));
        var priced = await PriceAsync(Entry(Day(2025, 5, 1)), more);
        Assert.Equal("140.00", priced.TotalDuty);
        Assert.Equal(["40.00", "100.00"], priced.Lines.Select(line => line.Amount));
        Assert.Equal("1140.00", priced.LandedCost);
    }

    [Fact]
    public async Task A_deleted_measure_is_gone()
    {
        await WriteAsync(Measure("measure:column-1", MeasureType.ThirdCountryDuty, "4%"), Measure("measure:baseline", MeasureType.AdditionalDuty, "10%"));
        var deleted = await Agreements.UpsertRecordsAsync(new UpsertRecordsRequest { Changes = { new RecordChange { DeleteId = "measure:baseline" } } });
        Assert.Equal("40.00", (await PriceAsync(Entry(Day(2025, 5, 1)), deleted.Receipt.RevisionToken)).TotalDuty);
    }

    [Fact]
    public async Task An_origin_bloc_covers_its_members_of_the_entry_date()
    {
        var floor = Measure("measure:eu", MeasureType.AdditionalDuty, "floor 15%");
        floor.Origins = new OriginScope { IncludeIds = { "bloc:eu" } };
        var written = await WriteAsync(Measure("measure:column-1", MeasureType.ThirdCountryDuty, "4%"), floor);
        var joined = await JoinAsync("state:FR", "bloc:eu", Day(2025, 6, 1)) + "," + written;
        Assert.Equal("40.00", (await PriceAsync(Entry(Day(2025, 5, 31)), joined)).TotalDuty);
        Assert.Equal("150.00", (await PriceAsync(Entry(Day(2025, 6, 1)), joined)).TotalDuty);
    }

    [Fact]
    public async Task An_exact_token_answers_from_just_that_state()
    {
        var first = await WriteAsync(Measure("measure:column-1", MeasureType.ThirdCountryDuty, "4%"));
        var second = await WriteAsync(Measure("measure:column-1", MeasureType.ThirdCountryDuty, "5%"));
        Assert.Equal("50.00", (await PriceAsync(Entry(Day(2025, 5, 1)), second)).TotalDuty);
        var request = new CalculateDutyRequest { Entry = Entry(Day(2025, 5, 1)), Read = new ReadOptions { Exact = first } };
        var replayed = await Tariffs.CalculateDutyAsync(request);
        Assert.Equal("40.00", replayed.Result.TotalDuty);
        Assert.Contains(first, replayed.RevisionToken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_changes_is_compiled_again_and_answers_follow_every_write()
    {
        var list = new GoodsList { Id = "goods-list:machines", Title = "Machines", Entries = { new GoodsListEntry { Codes = { "8457" } } }, Evidence = Stated };
        var listed = Measure("measure:listed", MeasureType.AdditionalDuty, "10%");
        listed.Goods = new GoodsScope { IncludeListIds = { list.Id } };
        var written = await WriteAsync(new Record { GoodsList = list }, Of(Measure("measure:column-1", MeasureType.ThirdCountryDuty, "4%")), Of(listed));
        Assert.Equal("140.00", (await PriceAsync(Entry(Day(2025, 5, 1)), written)).TotalDuty);
        list.Entries[0].Codes[0] = "8458";
        Assert.Equal("40.00", (await PriceAsync(Entry(Day(2025, 5, 1)), await WriteAsync(new Record { GoodsList = list }))).TotalDuty);
        list.Entries[0].Codes.Add("8457.10");
        Assert.Equal("140.00", (await PriceAsync(Entry(Day(2025, 5, 1)), await WriteAsync(new Record { GoodsList = list }))).TotalDuty);
        for (var percent = 11; percent < 20; percent++)
        {
            listed.Duty = $"{percent}%";
            Assert.Equal($"{40 + (percent * 10)}.00", (await PriceAsync(Entry(Day(2025, 5, 1)), await WriteAsync(listed))).TotalDuty);
        }
    }

    [Fact]
    public async Task A_token_of_the_future_is_refused_within_the_deadline()
    {
        await WriteAsync(Measure("measure:column-1", MeasureType.ThirdCountryDuty, "4%"));
        var request = new CalculateDutyRequest { Entry = Entry(Day(2025, 5, 1)), Read = new ReadOptions { AtLeast = "agreements=999" } };
        var refused = await Tariffs.CalculateDutyAsync(request, deadline: DateTime.UtcNow.AddSeconds(6)).RefusedAsync();
        Assert.Equal("REVISION_NOT_REACHED", refused.Reason());
    }

    private static Record Of(Measure measure) => new() { Measure = measure };
}
