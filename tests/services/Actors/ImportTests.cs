using GeoGraph.Contracts.Actors.V1;
using Google.Rpc;
using Grpc.Core;

namespace GeoGraph.ServiceTests.Actors;

public sealed class ImportTests : ActorsTest
{
    [Fact]
    public async Task One_bad_row_among_many_refuses_all_with_its_number()
    {
        var rows = Enumerable.Range(0, 5000).Select(i => Write.Actor($"firm:{i:0000}")).ToList();
        rows[4321] = Write.Actor("firm:without-a-name");
        rows[4321].Actor.Names.Clear();
        rows[17].Actor.OutputUsdPerYear = "-1";

        var refused = await Assert.ThrowsAsync<RpcException>(() => ImportAsync(rows));

        Assert.Equal(["changes[17].actor.output_usd_per_year", "changes[4321].actor.names"], refused.Fields());
        Assert.Empty((await Client.ListActorsAsync(new ListActorsRequest())).Actors);
    }

    [Fact]
    public async Task A_row_that_the_store_refuses_refuses_all_with_its_number()
    {
        var rows = Enumerable.Range(0, 2000).Select(i => Write.Actor($"firm:{i:0000}")).Append(Write.Supply("x", "firm:0001", "firm:absent", "g", "1")).ToList();

        var refused = await Assert.ThrowsAsync<RpcException>(() => ImportAsync(rows));

        Assert.Equal(("DANGLING_RELATION", "2000"), (refused.Reason(), refused.Detail<ErrorInfo>().Metadata["change"]));
        Assert.Empty((await Client.ListActorsAsync(new ListActorsRequest())).Actors);
    }

    [Fact]
    public async Task The_same_import_twice_changes_nothing()
    {
        var rows = Enumerable.Range(0, 2500).Select(i => Write.Actor($"firm:{i:0000}")).ToList();

        var first = (await ImportAsync(rows)).Receipt;
        var second = (await ImportAsync(rows)).Receipt;

        Assert.Equal((2500, 0), (first.Created, first.Unchanged));
        Assert.Equal((0, 2500, first.RevisionToken), (second.Created, second.Unchanged, second.RevisionToken));
    }

    [Fact]
    public async Task A_checked_import_says_what_it_would_do_and_does_nothing()
    {
        var receipt = (await ImportAsync([Write.Actor("firm:a")], new ImportActorsRequest { ValidateOnly = true })).Receipt;

        Assert.Equal(1, receipt.Created);
        Assert.Empty((await Client.ListActorsAsync(new ListActorsRequest())).Actors);
    }

    [Fact]
    public async Task The_settings_of_the_first_message_hold_for_the_whole_stream()
    {
        using var call = Client.ImportActors();
        await call.RequestStream.WriteAsync(new ImportActorsRequest { ValidateOnly = true });
        await call.RequestStream.WriteAsync(new ImportActorsRequest { Changes = { Write.Actor("firm:a") }, RequestId = "later" });
        await call.RequestStream.CompleteAsync();

        Assert.Equal(1, (await call).Receipt.Created);
        Assert.Empty((await Client.ListActorsAsync(new ListActorsRequest())).Actors);
    }

    [Fact]
    public async Task A_refusal_that_two_rows_can_have_caused_names_neither()
    {
        var rows = new[] { Write.Actor("firm:a"), Write.Actor("firm:a", "A") };
        rows[0].MustBeAbsent = rows[1].MustBeAbsent = true;

        var refused = await Assert.ThrowsAsync<RpcException>(() => ImportAsync(rows));

        Assert.Equal("ALREADY_EXISTS", refused.Reason());
        Assert.DoesNotContain("change", refused.Detail<ErrorInfo>().Metadata.Keys);
    }

    [Fact]
    public async Task A_repeated_request_id_gives_the_first_receipt_and_never_hides_other_content()
    {
        var request = new UpsertActorsRequest { Changes = { Write.Actor("firm:a") }, RequestId = "load-7" };
        var first = await Client.UpsertActorsAsync(request);
        await WriteAsync(Write.Actor("firm:b"));

        var repeated = await Client.UpsertActorsAsync(request);
        request.Changes.Add(Write.Actor("firm:c"));
        var refused = await Client.UpsertActorsAsync(request).RefusedAsync();

        Assert.Equal(first, repeated);
        Assert.Equal((StatusCode.FailedPrecondition, "REQUEST_ID_REUSED"), (refused.StatusCode, refused.Reason()));
    }

    [Fact]
    public async Task A_revision_too_large_for_a_watch_sends_its_reader_to_an_export()
    {
        var token = (await ImportAsync([.. Enumerable.Range(0, 100_001).Select(i => Write.Actor($"firm:{i:000000}"))])).Receipt.RevisionToken;

        using var watch = Client.WatchActors(new WatchActorsRequest { After = "actors=0" });
        var refused = await Assert.ThrowsAsync<RpcException>(() => watch.ResponseStream.MoveNext(CancellationToken.None));
        using var export = Client.ExportActors(new ExportActorsRequest { Columns = true });
        var parts = await export.ResponseStream.ReadAllAsync().ToListAsync();

        Assert.Equal((StatusCode.OutOfRange, "REVISION_EXPIRED"), (refused.StatusCode, refused.Reason()));
        Assert.Equal((token, 100_001), (parts[0].Header.RevisionToken, parts[0].Header.Actors));
        Assert.Equal(100_001, parts.Sum(part => part.ActorColumns?.Ids.Count ?? 0));
    }

    private async Task<ImportActorsResponse> ImportAsync(IReadOnlyList<ActorChange> rows, ImportActorsRequest? settings = null)
    {
        using var call = Client.ImportActors();
        if (settings is not null)
            await call.RequestStream.WriteAsync(settings);
        foreach (var part in rows.Chunk(1000))
        {
            var message = settings?.Clone() ?? new ImportActorsRequest();
            message.Changes.Add(part);
            await call.RequestStream.WriteAsync(message);
        }
        await call.RequestStream.CompleteAsync();
        return await call;
    }
}
