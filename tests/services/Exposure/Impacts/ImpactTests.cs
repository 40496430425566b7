using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Exposure.V1;
using GeoGraph.Exposure.Impacts;
using GeoGraph.ServiceTests.Exposure.Tariffs;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using ActorChange = GeoGraph.Contracts.Actors.V1.ActorChange;
using Impact = GeoGraph.Contracts.Exposure.V1.Impact;

namespace GeoGraph.ServiceTests.Exposure.Impacts;

/// <summary>The impact stream over the small world and its law. Each test has a world of its own, as it writes.</summary>
public sealed class ImpactTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly PricedWorld _world = new();

    public Task InitializeAsync() => _world.InitializeAsync();

    public Task DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_written_measure_arrives_with_the_firms_that_pay_it()
    {
        using var watch = await OpenAsync();
        await PutDutyAsync("25%");
        var impact = await NextAsync(watch);

        Assert.Equal(["measure:us-mx-853710"], impact.ChangedIds);
        Assert.Equal(["firm:US_OEM  75", "firm:US_OEM product:853710 75"], impact.LandedCosts.Select(cost => $"{cost.ActorId} {cost.ProductId} {cost.ChangeUsdPerYear}"));
        Assert.Empty(impact.Inputs);
        Assert.False(impact.CaughtUp);
    }

    [Fact]
    public async Task A_written_relation_arrives_with_values_before_and_after_and_whom_it_reaches()
    {
        using var watch = await OpenAsync();
        await WriteAsync(SmallWorld.Supply("DE_SEMI", "MX_ECU", "854231", "chip", "80"));
        var impact = await NextAsync(watch);

        Assert.Equal(["supplies:DE_SEMI-MX_ECU"], impact.ChangedIds);
        var input = Assert.Single(impact.Inputs);
        Assert.Equal(("firm:MX_ECU", "chip", "50", "80"), (input.ActorId, input.InputGroup, input.ValueBeforeUsdPerYear, input.ValueAfterUsdPerYear));
        Assert.Equal(["firm:US_OEM"], input.DependentIds);

        await WriteAsync(new ActorChange { DeleteId = "supplies:DE_SEMI-MX_ECU" });
        var gone = Assert.Single((await NextAsync(watch)).Inputs);
        Assert.Equal(("80", "0"), (gone.ValueBeforeUsdPerYear, gone.ValueAfterUsdPerYear));
    }

    [Fact]
    public async Task A_new_flow_over_a_dear_border_costs_its_buyer_duty()
    {
        using var watch = await OpenAsync();
        await WriteAsync(SmallWorld.Supply("CN_REFINE", "KR_CATHODE", "283691", "li", "160"));
        var impact = await NextAsync(watch);

        Assert.Equal("5", impact.LandedCosts.First(cost => cost is { ActorId: "firm:KR_CATHODE", ProductId: "" }).ChangeUsdPerYear);
        Assert.Contains("firm:US_OEM", impact.Inputs.Single().DependentIds);
    }

    [Fact]
    public async Task A_watch_goes_on_from_a_token_without_loss_or_repetition()
    {
        var tokens = new List<string>();
        using (var first = await OpenAsync())
        {
            await PutDutyAsync("25%");
            tokens.Add((await NextAsync(first)).RevisionToken);
        }
        await WriteAsync(SmallWorld.Supply("DE_SEMI", "MX_ECU", "854231", "chip", "80"));
        await PutDutyAsync("30%");
        await WriteAsync(SmallWorld.Supply("MX_ECU", "US_OEM", "853710", "ecu", "400"));

        using var again = Open(new() { After = tokens[0] });
        var changed = new List<string>();
        while (changed.Count < 3)
            changed.AddRange((await NextAsync(again)).ChangedIds);
        Assert.Equal(["measure:us-mx-853710", "supplies:DE_SEMI-MX_ECU", "supplies:MX_ECU-US_OEM"], changed.Order(StringComparer.Ordinal));

        await PutDutyAsync("31%");
        Assert.Equal(["measure:us-mx-853710"], (await NextAsync(again)).ChangedIds);
    }

    [Fact]
    public async Task Who_is_not_touched_is_told_only_that_all_is_told()
    {
        using var watch = await OpenAsync("firm:DE_SEMI");
        var written = await PutDutyAsync("25%");
        var reached = await MessageAsync(watch, impact => impact.RevisionToken.Contains(written, StringComparison.Ordinal));

        Assert.True(reached.CaughtUp);
        Assert.Empty(reached.ChangedIds);
    }

    [Fact]
    public async Task Watches_of_one_question_share_the_work_and_a_slow_one_holds_back_no_other()
    {
        using var slow = await OpenAsync();
        using var quick = await OpenAsync();
        await PutDutyAsync("25%");
        var shared = _world.Host.Services.GetRequiredService<SharedImpacts>();
        var told = await NextAsync(quick);
        for (var value = 401; value <= 404; value++)
        {
            await WriteAsync(SmallWorld.Supply("MX_ECU", "US_OEM", "853710", "ecu", value.ToString(null, null)));
            Assert.Equal(["supplies:MX_ECU-US_OEM"], (await NextAsync(quick)).ChangedIds);
        }
        Assert.Equal(told, await NextAsync(slow));
        Assert.InRange(shared.Worked, 5, 9);
    }

    [Fact]
    public async Task A_state_that_is_not_retained_or_a_field_that_breaks_a_rule_is_refused()
    {
        var wrong = await RefusedAsync(new() { OfIds = { "x" }, After = "nothing", Limit = -1, CheckpointEvery = Duration.FromTimeSpan(TimeSpan.Zero) });
        var ahead = await RefusedAsync(new() { AsOf = PricedWorld.Day, After = "actors=1000000,agreements=1" });

        Assert.Equal(["after", "as_of", "checkpoint_every", "limit", "of_ids[0]"], wrong.Fields().Order(StringComparer.Ordinal));
        Assert.Equal("REVISION_NOT_REACHED", ahead.Reason());
    }

    private async Task<AsyncServerStreamingCall<WatchImpactsResponse>> OpenAsync(params string[] of)
    {
        var watch = Open(new() { OfIds = { of }, After = _world.Ask().Read.AtLeast });
        Assert.True(await watch.ResponseStream.MoveNext());
        Assert.True(watch.ResponseStream.Current.Impact.CaughtUp);
        return watch;
    }

    private AsyncServerStreamingCall<WatchImpactsResponse> Open(WatchImpactsRequest request)
    {
        request.AsOf = PricedWorld.Day;
        request.CheckpointEvery ??= Duration.FromTimeSpan(TimeSpan.FromMilliseconds(200));
        return _world.Exposure.WatchImpacts(request, deadline: DateTime.UtcNow + Patience);
    }

    private static Task<Impact> NextAsync(AsyncServerStreamingCall<WatchImpactsResponse> watch) => MessageAsync(watch, impact => !impact.CaughtUp);

    private static async Task<Impact> MessageAsync(AsyncServerStreamingCall<WatchImpactsResponse> watch, Func<Impact, bool> wanted)
    {
        while (await watch.ResponseStream.MoveNext())
        {
            if (wanted(watch.ResponseStream.Current.Impact))
                return watch.ResponseStream.Current.Impact;
        }
        throw new InvalidOperationException("the watch ended.");
    }

    private async Task<RpcException> RefusedAsync(WatchImpactsRequest request)
    {
        using var call = _world.Exposure.WatchImpacts(request, deadline: DateTime.UtcNow + Patience);
        return await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext());
    }

    private async Task<string> PutDutyAsync(string duty)
    {
        var change = new RecordChange { Record = new() { Measure = PricedWorld.Duty("US", "MX", "853710", duty) } };
        return (await _world.Agreements.UpsertRecordsAsync(new() { Changes = { change } })).Receipt.RevisionToken;
    }

    private async Task WriteAsync(ActorChange change) =>
        await new ActorService.ActorServiceClient(_world.Host.Channel).UpsertActorsAsync(new() { Changes = { change } });
}
