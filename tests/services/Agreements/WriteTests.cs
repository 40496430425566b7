using GeoGraph.Contracts.Agreements.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Record = GeoGraph.Contracts.Agreements.V1.Record;

namespace GeoGraph.ServiceTests.Agreements;

public sealed class WriteTests : AgreementsTest
{
    [Fact]
    public async Task Every_violation_is_told_at_once_with_its_path()
    {
        var bad = Duty("measure:m", "25%");
        bad.Measure.Goods = new GoodsScope { Include = { "8703", "87032" } };
        bad.Measure.Effective = new() { From = Day(2025, 8, 7), To = Day(2025, 8, 7) };
        bad.Measure.Authority = "US S301";
        bad.Measure.AnnouncedOn = Day(2025, 2, 30);
        var refused = await Client.UpsertRecordsAsync(Changes(Duty("measure:ok", "5%"), bad, new Record())).RefusedAsync();
        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Equal("INVALID_REQUEST", refused.Reason());
        Assert.Equal(
            [
                "changes[1].record.measure.goods.include[1]", "changes[1].record.measure.announced_on", "changes[1].record.measure.effective.to",
                "changes[1].record.measure.authority", "changes[2].record",
            ],
            refused.Fields());
        Assert.Empty((await Client.ListRecordsAsync(new ListRecordsRequest())).Records);
    }

    [Fact]
    public async Task An_id_of_another_kind_is_refused()
    {
        var refused = await Client.UpsertRecordsAsync(Changes(Duty("claim:m", "5%"))).RefusedAsync();
        Assert.Equal(["changes[0].record.measure.id"], refused.Fields());
    }

    [Fact]
    public async Task What_stands_as_given_is_unchanged_and_moves_no_revision()
    {
        var token = await WriteAsync(Duty("measure:m", "5%"));
        var again = (await Client.UpsertRecordsAsync(Changes(Duty("measure:m", "5%")))).Receipt;
        Assert.Equal((0, 0, 1, token), (again.Created, again.Replaced, again.Unchanged, again.RevisionToken));
    }

    [Fact]
    public async Task Preconditions_refuse_with_their_reason()
    {
        await WriteAsync(Duty("measure:m", "5%"));
        var read = (await Client.GetRecordAsync(new GetRecordRequest { Id = "measure:m" })).Record.Revision;
        await WriteAsync(Duty("measure:m", "6%"));
        Assert.Equal("ALREADY_EXISTS", await ReasonAsync(new RecordChange { Record = Duty("measure:m", "7%"), MustBeAbsent = true }));
        Assert.Equal("NOT_FOUND", await ReasonAsync(new RecordChange { Record = Duty("measure:other", "7%"), MustBePresent = true }));
        Assert.Equal("PRECONDITION_FAILED", await ReasonAsync(new RecordChange { Record = Duty("measure:m", "7%"), UnchangedSince = read }));
        Assert.Equal("INVALID_REQUEST", await ReasonAsync(new RecordChange { Record = Duty("measure:m", "7%"), MustBeAbsent = true, MustBePresent = true }));
    }

    [Fact]
    public async Task A_stream_with_one_bad_row_among_many_writes_nothing()
    {
        using var call = Client.ImportRecords();
        await call.RequestStream.WriteAsync(new ImportRecordsRequest { Changes = { Enumerable.Range(0, 3000).Select(i => new RecordChange { Record = Duty($"measure:m{i}", "5%") }) } });
        await call.RequestStream.WriteAsync(new ImportRecordsRequest { Changes = { new RecordChange { Record = Duty("measure:bad", "") } } });
        await call.RequestStream.CompleteAsync();
        var refused = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
        Assert.Equal(["changes[3000].record.measure.duty"], refused.Fields());
        Assert.Empty((await Client.ListRecordsAsync(new ListRecordsRequest())).Records);
    }

    [Fact]
    public async Task Validation_alone_counts_and_changes_nothing()
    {
        var request = Changes(Duty("measure:m", "5%"));
        request.ValidateOnly = true;
        Assert.Equal(1, (await Client.UpsertRecordsAsync(request)).Receipt.Created);
        Assert.Equal("NOT_FOUND", (await Client.GetRecordAsync(new GetRecordRequest { Id = "measure:m" }).RefusedAsync()).Reason());
    }

    [Fact]
    public async Task A_watch_from_an_export_tells_each_later_change_once()
    {
        await WriteAsync(Duty("measure:m", "5%"), Said("claim:c", "state:TW"));
        var export = Client.ExportRecords(new ExportRecordsRequest());
        var parts = await export.ResponseStream.ReadAllAsync().ToListAsync();
        var header = parts[0].Header;
        Assert.Equal(2, header.Records);
        Assert.Equal(["claim:c", "measure:m"], parts.Skip(1).SelectMany(part => part.Chunk.Records).Select(IdOf));

        using var watch = Client.WatchRecords(new WatchRecordsRequest { After = header.RevisionToken, CheckpointEvery = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(200)), Kinds = { RecordKind.Measure } });
        Assert.True(await watch.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal(header.RevisionToken, watch.ResponseStream.Current.RevisionToken);
        var token = await WriteAsync(Duty("measure:m", "6%"), Said("claim:d", "state:TW"));
        var told = await NextAsync(watch, token);
        Assert.Equal("6%", Assert.Single(told.Records).Measure.Duty);
        await Client.UpsertRecordsAsync(new UpsertRecordsRequest { Changes = { new RecordChange { DeleteId = "measure:m" } } });
        Assert.Equal(["measure:m"], (await NextAsync(watch, null)).DeletedIds);
    }

    private static async Task<WatchRecordsResponse> NextAsync(AsyncServerStreamingCall<WatchRecordsResponse> watch, string? token)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await watch.ResponseStream.MoveNext(patience.Token))
        {
            var told = watch.ResponseStream.Current;
            if (told.Records.Count + told.DeletedIds.Count > 0 && (token is null || told.RevisionToken == token))
                return told;
        }
        throw new InvalidOperationException("the watch ended.");
    }

    private static string IdOf(Record record) => record.Claim?.Id ?? record.Measure.Id;

    private static UpsertRecordsRequest Changes(params Record[] records) =>
        new() { Changes = { records.Select(record => new RecordChange { Record = record }) } };

    private async Task<string> ReasonAsync(RecordChange change) =>
        (await Client.UpsertRecordsAsync(new UpsertRecordsRequest { Changes = { change } }).RefusedAsync()).Reason();
}
