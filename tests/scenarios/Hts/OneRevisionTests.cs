using System.Text.Json;
using GeoGraph.Contracts.Tariffs.V1;
using GeoGraph.Scenarios.Duties;
using GeoGraph.Scenarios.Facts;
using Grpc.Core;

namespace GeoGraph.Scenarios.Hts;

/// <summary>The published schedule in place of the starter data's ordinary duties: worked answers stay, and every line of the schedule is answered.</summary>
public sealed class OneRevisionTests(OneRevision world) : IClassFixture<OneRevision>
{
    private const string File = HtsWorld.Folder + "hts_2026_rev_10.json.gz";

    [SharedDataFact(File)]
    public async Task The_worked_answers_stay()
    {
        foreach (var expected in HtsWorld.Acceptance)
            await DutyCheck.Priced(expected, world.Session);
    }

    [SharedDataFact(File)]
    public async Task The_fees_stay()
    {
        foreach (var row in FeeTests.Entries)
            await FeeTests.CheckAsync(world.Session, (string)row[0], (string)row[1], (string)row[2], (string)row[3], (string)row[4], (string)row[5], (string)row[6]);
    }

    [SharedDataFact(File)]
    public async Task The_same_file_again_changes_nothing()
    {
        var run = await world.ImportAsync();
        Assert.Contains("0 changes to write", run.Error, StringComparison.Ordinal);
        using var receipt = JsonDocument.Parse(run.Out);
        Assert.Equal(["unchanged"], receipt.RootElement.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Number).Select(member => member.Name));
    }

    // Rates as the publication prints them: 8712.00.15 "11%", special "5.5% (JP)"; 0901.21.00 "Free", column 2 "Free".
    [SharedDataTheory(File)]
    [InlineData("8712.00.15.10", "JP", "", "11%", "110.00")]
    [InlineData("8712.00.15.10", "JP", "JP", "5.5%", "55.00")]
    [InlineData("8712.00.15.10", "AU", "AU", "Free", "0.00")]
    [InlineData("8712.00.15", "RU", "", "30%", "300.00")]
    [InlineData("2204.21.50", "FR", "", "6.3¢/liter", "6.30")]
    public async Task A_line_pays_the_rate_of_its_column(string code, string origin, string program, string duty, string amount)
    {
        var entry = Entry(code, origin, program);
        entry.Quantities["liters"] = "100";
        var ordinary = (await PriceAsync(entry)).Lines[0];
        Assert.Equal((duty, amount), (ordinary.Expression, ordinary.Amount));
    }

    [SharedDataTheory(File)]
    [InlineData("8457.10.05", "it is no code of the Harmonized Tariff Schedule of the United States on 2026-07-01; the nearest are 8457.10.00")]
    [InlineData("9903.88.01", "headings of chapter 99 are duties and exemptions, not goods")]
    public async Task A_code_that_is_no_good_is_refused(string code, string rule)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(() => PriceAsync(Entry(code, "JP", "")));
        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Contains(rule, refused.Status.Detail, StringComparison.Ordinal);
    }

    [SharedDataFact(File)]
    public async Task Goods_whose_rate_no_duty_can_state_are_missing_data_with_the_reason_and_never_free()
    {
        var refused = await Assert.ThrowsAsync<RpcException>(() => PriceAsync(Entry("6104.29.10.10", "JP", "")));
        Assert.Contains("The rate applicable to each garment in the ensemble if entered separately", refused.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("cannot be computed", refused.Status.Detail, StringComparison.Ordinal);
    }

    [SharedDataFact(File)]
    public async Task A_date_before_the_revision_and_headings_without_a_measure_are_told()
    {
        var entry = Entry("8712.00.15.10", "JP", "");
        entry.EntryDate = FactCheck.DayOf("2025-01-15");
        Assert.Contains((await PriceAsync(entry)).NotEvaluated, part => part.Contains("from 2026-06-08 on", StringComparison.Ordinal));
    }

    private async Task<DutyResult> PriceAsync(Entry entry) =>
        (await world.Session.Tariffs.CalculateDutyAsync(new CalculateDutyRequest { Entry = entry, Read = world.Session.Read })).Result;

    private static Entry Entry(string code, string origin, string program)
    {
        var entry = new Entry { Id = code, ImporterId = "state:US", OriginId = "state:" + origin, Hs = code, CustomsValue = "1000.00", EntryDate = FactCheck.DayOf("2026-07-01") };
        if (program.Length > 0)
            entry.Facts["special_program"] = program;
        return entry;
    }
}
