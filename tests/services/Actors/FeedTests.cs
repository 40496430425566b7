using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Common.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace GeoGraph.ServiceTests.Actors;

public sealed class FeedTests : ActorsTest
{
    [Fact]
    public async Task A_watch_from_an_export_tells_each_later_change_once_and_resumes_without_gap()
    {
        await WriteAsync(Write.Actor("firm:a"), Write.Actor("firm:b"));
        var export = await ExportAsync(new ExportActorsRequest());
        var token = export[0].Header.RevisionToken;
        await WriteAsync(Write.Actor("firm:c"));
        await WriteAsync(new ActorChange { DeleteId = "firm:a" });
        await WriteAsync(new ActorChange { Merge = new ActorMerge { DuplicateId = "firm:b", SurvivorId = "firm:c" } });

        var told = await WatchAsync(token, 3);
        var resumed = await WatchAsync(told[0].RevisionToken, 2);

        Assert.Equal(["firm:a", "firm:b"], export.SelectMany(part => part.Actors?.Actors ?? []).Select(actor => actor.Id));
        Assert.Equal("firm:c", Assert.Single(told[0].Actors).Id);
        Assert.Equal(["firm:a"], told[1].DeletedIds);
        Assert.Equal(("firm:b", "firm:c"), (told[2].Aliases[0].AliasId, told[2].Aliases[0].SurvivorId));
        Assert.Equal(told.Skip(1), resumed);
    }

    [Fact]
    public async Task An_idle_watch_gives_checkpoints_that_resume()
    {
        var token = await WriteAsync(Write.Actor("firm:a"));

        using var call = Client.WatchActors(new WatchActorsRequest { After = token, CheckpointEvery = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(100)) });
        for (var i = 0; i < 2; i++)
        {
            Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
            Assert.Equal(new WatchActorsResponse { RevisionToken = token }, call.ResponseStream.Current);
        }
    }

    [Fact]
    public async Task An_export_is_of_one_state_and_can_be_asked_for_again()
    {
        var token = await WriteAsync(Write.Actor("firm:a"));
        await WriteAsync(Write.Actor("firm:b"));

        var before = await ExportAsync(new ExportActorsRequest { Read = new ReadOptions { Exact = token } });

        Assert.Equal((1, token), (before[0].Header.Actors, before[0].Header.RevisionToken));
        Assert.Equal("firm:a", Assert.Single(before[1].Actors.Actors).Id);
    }

    [Fact]
    public async Task Columns_say_what_whole_relations_say()
    {
        var supply = Write.Supply("a-b", "firm:a", "firm:b", "wafer", "80.5");
        supply.Relation.Valid = new Period { From = Write.On(1970, 1, 2) };
        supply.Relation.Inessential = true;
        supply.Relation.Transits.Add(new Transit { ChokepointId = "chokepoint:luzon", Share = "0.5", Inferred = true, Inference = "by the shortest route" });
        supply.Relation.Evidence = new Evidence { Confidence = Confidence.Reported, Inferred = true, Inference = "from the share" };
        await WriteAsync(Write.Actor("product:chip"), Write.Actor("firm:a"), Write.Actor("firm:b"), Write.Actor("state:US"), Write.Actor("bloc:x"),
            supply, Write.Member("US", "x", Obligation.Defense));

        var parts = await ExportAsync(new ExportActorsRequest { Columns = true });

        var columns = parts.Single(part => part.RelationColumns is not null).RelationColumns;
        string Text(uint index) => columns.Strings[(int)index];
        Assert.Equal(["member-of:US-x", "supplies:a-b"], columns.Ids.Select(Text));
        Assert.Equal(("firm:a", "firm:b", "product:chip", "wafer"), (Text(columns.Froms[1]), Text(columns.Tos[1]), Text(columns.Products[1]), Text(columns.InputGroups[1])));
        Assert.Equal(("", "80.5", ""), (Text(columns.Shares[1]), Text(columns.Values[1]), Text(columns.Capacities[1])));
        Assert.Equal((1, int.MaxValue, int.MinValue), (columns.ValidFrom[1], columns.ValidTo[1], columns.ValidFrom[0]));
        Assert.Equal([4u, 1u | 2u | 3u << 8], columns.Flags);
        Assert.Equal([0u, 1u], columns.TransitCounts);
        Assert.Equal(("chokepoint:luzon", "0.5", true), (Text(columns.TransitChokepoints[0]), Text(columns.TransitShares[0]), columns.TransitInferred[0]));
        Assert.Equal(5, parts.Single(part => part.ActorColumns is not null).ActorColumns.Ids.Count);
    }

    [Fact]
    public async Task What_is_written_is_read_back_whole()
    {
        var actor = Write.Actor("state:TW", "Taiwan", "台灣").Actor;
        (actor.Description, actor.IsoAlpha2, actor.IsoAlpha3, actor.MainPort, actor.RecoveryDays, actor.OutputUsdPerYear) = ("A state.", "TW", "TWN", "TWKHH", "90", "12.5");
        actor.Valid = new Period { To = Write.On(2030, 1, 1) };
        actor.Coordinates = new Coordinates { Latitude = "23.5", Longitude = "121" };
        actor.Stocks.Add(new Stock { InputGroup = "li", Days = "30" });
        actor.Evidence = new Evidence { Sources = { new Source { Id = "seed:S2", Quote = "台灣", PublishedOn = Write.On(2026, 1, 22) } }, Confidence = Confidence.Verified, ClaimIds = { "claim:x" } };
        actor.Attributes.Add(new GeoGraph.Contracts.Actors.V1.Attribute { Name = "goods_trade_balance", Value = "-73900000000", Unit = "USD", AboutId = "state:US", Evidence = actor.Evidence.Clone() });
        await WriteAsync(new ActorChange { Actor = actor });

        var read = (await Client.GetActorAsync(new GetActorRequest { Id = "state:TW" })).Actor;

        (actor.Kind, actor.Revision) = (ActorKind.State, read.Revision);
        Assert.Equal(actor, read);
    }

    private async Task<List<ExportActorsResponse>> ExportAsync(ExportActorsRequest request)
    {
        using var call = Client.ExportActors(request);
        return await call.ResponseStream.ReadAllAsync().ToListAsync();
    }

    // The first changes after a token; checkpoints are passed over.
    private async Task<List<WatchActorsResponse>> WatchAsync(string after, int changes)
    {
        using var call = Client.WatchActors(new WatchActorsRequest { After = after });
        return await call.ResponseStream.ReadAllAsync().Where(set => set.Actors.Count + set.DeletedIds.Count + set.Aliases.Count > 0).Take(changes).ToListAsync();
    }
}
