using GeoGraph.Contracts.Actors.V1;
using Grpc.Core;

namespace GeoGraph.ServiceTests.Actors;

public sealed class PagingTests : ActorsTest
{
    [Fact]
    public async Task Pages_hold_everything_once_in_order_and_come_from_the_first_pages_state()
    {
        await WriteAsync([.. Enumerable.Range(0, 25).Select(i => Write.Actor($"firm:{i:00}"))]);
        var request = new ListActorsRequest { PageSize = 10 };
        var first = await Client.ListActorsAsync(request);
        await WriteAsync(Write.Actor("firm:05x"), Write.Actor("firm:11x"));

        var ids = first.Actors.Select(actor => actor.Id).ToList();
        var page = first;
        while (page.NextPageToken.Length > 0)
        {
            (request.PageToken, request.PageSize) = (page.NextPageToken, 7);
            page = await Client.ListActorsAsync(request);
            Assert.Equal(first.RevisionToken, page.RevisionToken);
            ids.AddRange(page.Actors.Select(actor => actor.Id));
        }

        Assert.Equal(Enumerable.Range(0, 25).Select(i => $"firm:{i:00}"), ids);
    }

    [Fact]
    public async Task A_token_is_refused_with_other_arguments_in_another_list_and_when_made_up()
    {
        await WriteAsync(Write.Actor("firm:a"), Write.Actor("firm:b"));
        var token = (await Client.ListActorsAsync(new ListActorsRequest { PageSize = 1 })).NextPageToken;

        var other = await Client.ListActorsAsync(new ListActorsRequest { PageToken = token, Kinds = { ActorKind.Firm } }).RefusedAsync();
        var elsewhere = await Client.ListRelationsAsync(new ListRelationsRequest { PageToken = token }).RefusedAsync();
        var madeUp = await Client.ListActorsAsync(new ListActorsRequest { PageToken = "not a token" }).RefusedAsync();

        Assert.All([other, elsewhere, madeUp], refused => Assert.Equal((StatusCode.InvalidArgument, "INVALID_PAGE_TOKEN"), (refused.StatusCode, refused.Reason())));
    }

    [Fact]
    public async Task Relations_page_by_every_filter()
    {
        await WriteAsync(Write.Actor("product:chip"), Write.Actor("firm:a"), Write.Actor("firm:b"), Write.Actor("firm:c"),
            Write.Supply("1", "firm:a", "firm:b", "g", "1"), Write.Supply("2", "firm:a", "firm:c", "g", "1"), Write.Supply("3", "firm:b", "firm:c", "g", "1"));

        Assert.Equal(["supplies:1", "supplies:2"], await IdsAsync(new ListRelationsRequest { FromIds = { "firm:a" } }));
        Assert.Equal(["supplies:1", "supplies:3"], await IdsAsync(new ListRelationsRequest { TouchingIds = { "firm:b" } }));
        Assert.Equal(["supplies:2", "supplies:3"], await IdsAsync(new ListRelationsRequest { ToIds = { "firm:c" }, RefersToIds = { "product:chip" } }));
        Assert.Equal(["supplies:1", "supplies:3"], await IdsAsync(new ListRelationsRequest { Ids = { "supplies:3", "supplies:1", "supplies:9" } }));
        Assert.Equal(["supplies:3"], await IdsAsync(new ListRelationsRequest { Ids = { "supplies:3", "supplies:1" }, ToIds = { "firm:c" } }));
    }

    // Every list is read one item a page.
    private async Task<List<string>> IdsAsync(ListRelationsRequest request)
    {
        var ids = new List<string>();
        request.PageSize = 1;
        do
        {
            var page = await Client.ListRelationsAsync(request);
            ids.AddRange(page.Relations.Select(relation => relation.Id));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return ids;
    }
}
