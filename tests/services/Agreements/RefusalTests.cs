using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Common.V1;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace GeoGraph.ServiceTests.Agreements;

public sealed class RefusalTests : AgreementsTest
{
    [Fact]
    public async Task Broken_evidence_is_told_once_for_each_rule()
    {
        var unsourced = Said("claim:a", "state:TW");
        unsourced.Claim.Evidence = new Evidence { Confidence = Confidence.Verified };
        var unexplained = Said("claim:b", "state:TW");
        unexplained.Claim.Evidence = new Evidence { Inferred = true };
        var none = Said("claim:c", "state:TW");
        none.Claim.Evidence = null;
        var refused = await Client.UpsertRecordsAsync(Write(unsourced, unexplained, none)).RefusedAsync();
        Assert.Equal(
            ["changes[0].record.claim.evidence.sources", "changes[1].record.claim.evidence.inference", "changes[2].record.claim.evidence.sources"],
            refused.Fields());
    }

    [Fact]
    public async Task Names_that_no_search_could_find_are_refused_by_their_path()
    {
        var deal = Deal("agreement:a");
        deal.Agreement.Names.Add([Name("en\n", "x"), Name("en", " "), Name("en", "a\tb"), Name("en", new string('x', 1001)), Name("en", new string('x', 1000))]);
        var refused = await Client.UpsertRecordsAsync(Write(deal)).RefusedAsync();
        var names = "changes[0].record.agreement.names";
        Assert.Equal([names + "[2].language", names + "[3].text", names + "[4].text", names + "[5].text"], refused.Fields());
    }

    [Fact]
    public async Task A_claim_of_many_lines_is_taken_as_it_is()
    {
        var claim = Said("claim:long", "state:TW");
        claim.Claim.Text = "The rate is 15%.\n" + new string('字', 3000);
        await WriteAsync(claim);
        Assert.Equal(claim.Claim.Text, (await Client.SearchRecordsAsync(new SearchRecordsRequest { Text = "the rate is 15%" })).Records[0].Claim.Text);
    }

    [Fact]
    public async Task The_last_day_of_the_calendar_is_a_day()
    {
        var last = new Event { Id = "event:last", Names = { Name("en", "Last") }, On = Day(9999, 12, 31), Evidence = Stated };
        await WriteAsync(new GeoGraph.Contracts.Agreements.V1.Record { Event = last });
        var found = await Client.ListRecordsAsync(new ListRecordsRequest { AsOf = Day(9999, 12, 31) });
        Assert.Equal("event:last", Assert.Single(found.Records).Event.Id);
    }

    [Fact]
    public async Task A_change_that_the_store_refuses_is_named_by_its_number_in_the_stream()
    {
        using var call = Client.ImportRecords();
        await call.RequestStream.WriteAsync(new ImportRecordsRequest { Changes = { new RecordChange { Record = Duty("measure:a", "5%") } } });
        await call.RequestStream.WriteAsync(new ImportRecordsRequest { Changes = { new RecordChange { Record = Duty("measure:b", "5%"), MustBePresent = true } } });
        await call.RequestStream.CompleteAsync();
        var refused = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
        Assert.Equal(("NOT_FOUND", "1"), (refused.Reason(), refused.Detail<ErrorInfo>().Metadata["change"]));
    }

    [Fact]
    public async Task A_record_too_large_to_keep_is_named_by_its_number()
    {
        var large = Said("claim:b", "state:TW");
        large.Claim.Assumption = new string('x', 1024 * 1024);
        var refused = await Client.UpsertRecordsAsync(Write(Said("claim:a", "state:TW"), large)).RefusedAsync();
        Assert.Equal(("LIMIT_EXCEEDED", "1"), (refused.Reason(), refused.Detail<ErrorInfo>().Metadata["change"]));
    }

    [Fact]
    public async Task Agreements_that_a_measure_carries_out_are_named_once_beside_the_act_and_come_back()
    {
        var duty = Duty("measure:m", "floor 15%");
        duty.Measure.LegalBasisId = "agreement:act";
        duty.Measure.ImplementsIds.Add(["agreement:deal", "Deal", "agreement:act", "agreement:deal"]);
        var refused = await Client.UpsertRecordsAsync(Write(duty)).RefusedAsync();
        Assert.Contains("changes[0].record.measure.implements_ids[1]", refused.Fields());
        duty.Measure.ImplementsIds.RemoveAt(1);
        refused = await Client.UpsertRecordsAsync(Write(duty)).RefusedAsync();
        Assert.Equal(["changes[0].record.measure.implements_ids[1]", "changes[0].record.measure.implements_ids[2]"], refused.Fields());
        duty.Measure.ImplementsIds.Clear();
        duty.Measure.ImplementsIds.Add("agreement:deal");
        await WriteAsync(duty);
        Assert.Equal(["agreement:deal"], (await Client.GetRecordAsync(new GetRecordRequest { Id = "measure:m" })).Record.Measure.ImplementsIds);
    }

    [Fact]
    public async Task A_stream_that_is_wrong_all_over_is_refused_before_its_end()
    {
        using var call = Client.ImportRecords();
        var bad = Enumerable.Range(0, 1000).Select(i => new RecordChange { Record = Duty($"measure:m{i}", "") });
        await call.RequestStream.WriteAsync(new ImportRecordsRequest { Changes = { bad } });
        var refused = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
        Assert.Equal("1000", refused.Detail<ErrorInfo>().Metadata["violations"]);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    [InlineData(0, 50_000_000)]
    [InlineData(3601, 0)]
    [InlineData(long.MaxValue, int.MinValue)]
    public async Task Checkpoints_lie_between_their_bounds(long seconds, int nanos)
    {
        using var watch = Client.WatchRecords(new WatchRecordsRequest { CheckpointEvery = new Duration { Seconds = seconds, Nanos = nanos } });
        var refused = await Assert.ThrowsAsync<RpcException>(() => watch.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal(["checkpoint_every"], refused.Fields());
    }

    private static LocalName Name(string language, string text) => new() { Language = language, Text = text };

    private static UpsertRecordsRequest Write(params GeoGraph.Contracts.Agreements.V1.Record[] records) =>
        new() { Changes = { records.Select(record => new RecordChange { Record = record }) } };
}
