using GeoGraph.Contracts.Actors.V1;
using Google.Rpc;
using Grpc.Core;

namespace GeoGraph.ServiceTests.Actors;

public sealed class RefusalTests : ActorsTest
{
    [Fact]
    public async Task Every_violation_of_a_write_is_named_at_once()
    {
        var flow = Write.Relation(RelationType.Supplies, "owns:a-b", "product:chip", "firm:b").Relation;
        flow.Share = "1.5";
        flow.Title = "chief";
        flow.Transits.Add(new Transit { ChokepointId = "state:TW", Share = "x" });
        flow.Valid = new() { From = Write.On(2025, 2, 30) };
        var request = new UpsertActorsRequest { Changes = { new ActorChange { Actor = new Actor { Id = "firm:a", IsoAlpha2 = "tw", Kind = ActorKind.State } }, new ActorChange { Relation = flow }, new ActorChange() } };

        var refused = await Client.UpsertActorsAsync(request).RefusedAsync();

        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Equal("INVALID_REQUEST", refused.Reason());
        string[] expected =
        [
            "changes[0].actor.kind", "changes[0].actor.names", "changes[0].actor.iso_alpha2", "changes[0].actor.iso_alpha2",
            "changes[1].relation.valid.from", "changes[1].relation.share", "changes[1].relation.transits[0].share", "changes[1].relation.id",
            "changes[1].relation.from_id", "changes[1].relation.product_id", "changes[1].relation.input_group", "changes[1].relation.title",
            "changes[1].relation.transits[0].chokepoint_id", "changes[2]",
        ];
        Assert.Equal(expected.Order(), refused.Fields().Order());
        Assert.Equal(expected.Length.ToString(), refused.Detail<ErrorInfo>().Metadata["violations"]);
    }

    [Fact]
    public async Task A_thousand_violations_still_fit_what_clients_accept_and_are_counted()
    {
        var request = new UpsertActorsRequest();
        request.Changes.Add(Enumerable.Range(0, 1000).Select(i => new ActorChange { Actor = new Actor { Id = $"企業:{i}" } }));

        var refused = await Client.UpsertActorsAsync(request).RefusedAsync();

        var metadata = refused.Detail<ErrorInfo>().Metadata;
        Assert.Equal("2000", metadata["violations"]);
        Assert.Equal(refused.Fields().Count.ToString(), metadata["listed"]);
        Assert.InRange(refused.Trailers.Sum(entry => entry.Key.Length + 32 + (entry.IsBinary ? entry.ValueBytes.Length * 4 / 3 : Uri.EscapeDataString(entry.Value).Length)), 1000, 8192);
    }

    [Fact]
    public async Task A_code_or_name_with_a_line_break_behind_it_is_refused_by_its_path()
    {
        var state = Write.Actor("state:TW", "Taiwan");
        (state.Actor.IsoAlpha2, state.Actor.Names[0].Language) = ("TW\n", "en\n");
        state.Actor.Names.Add(new GeoGraph.Contracts.Common.V1.LocalName { Language = "en", Text = "\u3000" });

        var refused = await RefusedAsync(state);

        Assert.Equal(["changes[0].actor.names[0].language", "changes[0].actor.names[1].text", "changes[0].actor.iso_alpha2"], refused.Fields());
    }

    [Fact]
    public async Task An_absent_actor_is_not_found_and_named()
    {
        var refused = await Client.GetActorAsync(new GetActorRequest { Id = "firm:nobody" }).RefusedAsync();

        Assert.Equal((StatusCode.NotFound, "NOT_FOUND"), (refused.StatusCode, refused.Reason()));
        Assert.Equal(("actor", "firm:nobody"), (refused.Detail<ResourceInfo>().ResourceType, refused.Detail<ResourceInfo>().ResourceName));
    }

    [Fact]
    public async Task A_relation_without_its_end_is_refused_with_the_number_of_the_change()
    {
        var refused = await Client.UpsertActorsAsync(new UpsertActorsRequest
        {
            Changes = { Write.Actor("firm:a"), Write.Supply("a-b", "firm:a", "firm:b", "chip", "1") },
        }).RefusedAsync();

        Assert.Equal((StatusCode.FailedPrecondition, "DANGLING_RELATION"), (refused.StatusCode, refused.Reason()));
        Assert.Equal("1", refused.Detail<ErrorInfo>().Metadata["change"]);
        Assert.Single(refused.Detail<PreconditionFailure>().Violations);
        Assert.Empty((await Client.ListActorsAsync(new ListActorsRequest())).Actors);
    }

    [Fact]
    public async Task Preconditions_refuse_what_does_not_stand_as_wanted()
    {
        await WriteAsync(Write.Actor("firm:a"));
        var stands = (await Client.GetActorAsync(new GetActorRequest { Id = "firm:a" })).Actor;
        await WriteAsync(Write.Actor("firm:a", "A"));

        var absent = Write.Actor("firm:a");
        absent.MustBeAbsent = true;
        var present = Write.Actor("firm:b");
        present.MustBePresent = true;
        var unchanged = Write.Actor("firm:a", "B");
        unchanged.UnchangedSince = stands.Revision;

        Assert.Equal("ALREADY_EXISTS", (await RefusedAsync(absent)).Reason());
        Assert.Equal("NOT_FOUND", (await RefusedAsync(present)).Reason());
        Assert.Equal("PRECONDITION_FAILED", (await RefusedAsync(unchanged)).Reason());
    }

    [Fact]
    public async Task A_page_beyond_the_limit_is_refused_with_the_numbers()
    {
        var refused = await Client.ListActorsAsync(new ListActorsRequest { PageSize = 20_000 }).RefusedAsync();

        var metadata = refused.Detail<ErrorInfo>().Metadata;
        Assert.Equal("LIMIT_EXCEEDED", refused.Reason());
        Assert.Equal(("page_size", "20000", "10000"), (metadata["field"], metadata["given"], metadata["allowed"]));
    }

    private Task<RpcException> RefusedAsync(ActorChange change) =>
        Client.UpsertActorsAsync(new UpsertActorsRequest { Changes = { change } }).RefusedAsync();
}
