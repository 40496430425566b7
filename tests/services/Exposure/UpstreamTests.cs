using System.Collections.Concurrent;
using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Common.V1;
using GeoGraph.Contracts.Exposure.V1;
using GeoGraph.Exposure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace GeoGraph.ServiceTests.Exposure;

/// <summary>Who lies upstream, as the store answers it, is who the compiled graph says; and a question about one actor where the graph is not held costs one call of actors.</summary>
public sealed class UpstreamTests(ExposureWorld world) : IClassFixture<ExposureWorld>
{
    private const int Worlds = 10;

    [Theory]
    [InlineData("firm:US_OEM", 1)]
    [InlineData("firm:US_OEM", 2)]
    [InlineData("firm:US_OEM", 32)]
    [InlineData("firm:AU_MINE", 3)]
    [InlineData("state:US", 3)]
    public async Task The_small_world_has_the_tiers_of_the_compiled_graph(string of, int tiers) => await AlikeAsync(of, tiers, 100);

    [Fact]
    public async Task Random_worlds_have_the_tiers_of_the_compiled_graph_and_share_who_is_in_both()
    {
        var random = new Random(20261122);
        for (var number = 0; number < Worlds; number++)
        {
            List<string> firms = [.. Enumerable.Range(0, random.Next(3, 12)).Select(i => $"firm:u{number}-{i}")];
            await world.WriteAsync([.. firms.Select(SmallWorld.Named), .. firms.SelectMany(from => firms.Where(to => to != from && random.Next(4) == 0).Select(to => Flow(random, from, to)))]);
            await AlikeAsync(firms[0], random.Next(1, 5), random.Next(1, 6));
            await SharedAlikeAsync([.. firms.Take(random.Next(2, 4))], random.Next(1, 5));
        }
    }

    [Fact]
    public async Task Limits_are_told_and_nonsense_is_refused()
    {
        var cut = await world.Actors.ListUpstreamAsync(new() { OfId = "firm:US_OEM", MaxTiers = 2, Limit = 3, Read = Read });
        var product = await world.Actors.ListUpstreamAsync(new() { OfId = SmallWorld.Chip, MaxTiers = 33, Read = Read }).RefusedAsync();
        var kind = await world.Actors.ListUpstreamAsync(new() { OfId = SmallWorld.Chip, Read = Read }).RefusedAsync();
        var alone = await world.Actors.ListSharedSuppliersAsync(new() { OfIds = { "firm:US_OEM", "firm:US_OEM" }, Read = Read }).RefusedAsync();
        var nobody = await world.Actors.ListSharedSuppliersAsync(new() { OfIds = { "firm:US_OEM", "firm:nobody" }, Read = Read }).RefusedAsync();

        Assert.Equal([Pruning.Depth, Pruning.Limit], cut.Completeness.PrunedBy);
        Assert.Equal((5L, 3), (cut.Total, cut.Tiers.Sum(tier => tier.ActorIds.Count)));
        Assert.Equal(["LIMIT_EXCEEDED", "INVALID_REQUEST", "INVALID_REQUEST", "NOT_FOUND"], new[] { product, kind, alone, nobody }.Select(refused => refused.Reason()));
    }

    [Fact]
    public async Task A_question_about_one_firm_and_a_strait_costs_one_call_of_actors()
    {
        var calls = new ConcurrentQueue<string>();
        await using var actors = await ServiceFixture.StartAsync(GeoGraph.Actors.ActorsHost.Build, configure: builder => builder.Services.AddSingleton<IStartupFilter>(new Counting(calls)));
        var token = (await new ActorService.ActorServiceClient(actors.Channel).UpsertActorsAsync(new() { Changes = { SmallWorld.Changes } })).Receipt.RevisionToken;
        await using var replica = await ServiceFixture.StartAsync(ExposureHost.Build, [new("GeoGraph:Services:actors", actors.Address.ToString()), new("GeoGraph:Exposure:Hold", "neighbourhood")]);
        await ExposureWorld.LoadedAsync(replica);
        var question = new Question { AsOf = ExposureWorld.Day, Read = new() { AtLeast = token } };
        calls.Clear();

        var answer = await new ExposureService.ExposureServiceClient(replica.Channel).ListChokepointExposuresAsync(
            new() { OfId = "firm:MX_ECU", ChokepointId = "chokepoint:taiwan-strait", Question = question });

        Assert.Equal("0.45", answer.Exposures.Single(exposure => exposure.Tier == 2).Share);
        Assert.Equal(["GetSupplyGraph"], calls.Select(path => path[(path.LastIndexOf('/') + 1)..]).Where(call => call is not ("WatchActors" or "ExportActors")));
    }

    private ReadOptions Read => new() { AtLeast = world.Token };

    private async Task AlikeAsync(string of, int tiers, int limit)
    {
        var question = world.Ask();
        (question.MaxTiers, question.Limit) = (tiers, limit);
        var reach = await world.Exposure.ListReachAsync(new() { OfId = of, Question = question });
        var upstream = await world.Actors.ListUpstreamAsync(new() { OfId = of, MaxTiers = tiers, Limit = limit, AsOf = ExposureWorld.Day, Read = Read });

        Assert.Equal(reach.Tiers.Select(tier => $"{tier.Tier} {tier.Actors} {tier.ActorIds}"), upstream.Tiers.Select(tier => $"{tier.Tier} {tier.Actors} {tier.ActorIds}"));
        Assert.Equal(reach.Basis.Completeness.Complete, upstream.Completeness.Complete);
        Assert.Equal(reach.Basis.Completeness.PrunedBy, upstream.Completeness.PrunedBy);
    }

    private async Task SharedAlikeAsync(List<string> of, int tiers)
    {
        var sides = new List<Dictionary<string, int>>();
        foreach (var id in of)
        {
            var question = world.Ask();
            (question.MaxTiers, question.Limit) = (tiers, 1000);
            var reach = await world.Exposure.ListReachAsync(new() { OfId = id, Question = question });
            sides.Add(reach.Tiers.SelectMany(tier => tier.ActorIds.Select(actor => (actor, tier.Tier))).ToDictionary(entry => entry.actor, entry => entry.Tier));
        }
        var expected = sides[0].Keys.Where(id => sides.TrueForAll(side => side.ContainsKey(id))).Select(id => (Id: id, Tiers: sides.ConvertAll(side => side[id])))
            .OrderBy(node => node.Tiers.Max()).ThenBy(node => node.Tiers.Sum()).ThenBy(node => node.Id, StringComparer.Ordinal);
        var shared = await world.Actors.ListSharedSuppliersAsync(new() { OfIds = { of }, MaxTiers = tiers, Limit = 1000, AsOf = ExposureWorld.Day, Read = Read });

        Assert.Equal(expected.Select(node => $"{node.Id} {string.Join(",", node.Tiers)}"), shared.Suppliers.Select(node => $"{node.ActorId} {string.Join(",", node.Tiers)}"));
    }

    private static ActorChange Flow(Random random, string from, string to) => SmallWorld.Relate(RelationType.Supplies, "supplies", from, to, relation =>
    {
        (relation.ProductId, relation.InputGroup) = (SmallWorld.Chip, random.Next(2) == 0 ? "first" : "second");
        if (random.Next(4) == 0)
            relation.Valid = new Period { From = new() { Year = 2026, Month = 1, Day = random.Next(1, 29) }, To = new() { Year = 2026, Month = 2, Day = random.Next(1, 3) } };
    });

    private sealed class Counting(ConcurrentQueue<string> calls) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                calls.Enqueue(context.Request.Path);
                return following(context);
            });
            next(app);
        };
    }
}
