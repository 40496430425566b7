using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Exposure.V1;
using GeoGraph.Core;
using GeoGraph.Core.Graph;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace GeoGraph.ServiceTests.Exposure;

/// <summary>What answers say after actors changed.</summary>
public sealed class FreshnessTests : IAsyncLifetime
{
    private readonly ExposureWorld _world = new();

    public Task InitializeAsync() => _world.InitializeAsync();

    public Task DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_change_is_in_the_answer_that_asks_for_it()
    {
        for (var value = 60; value < 80; value++)
        {
            await _world.WriteAsync(SmallWorld.Supply("DE_SEMI", "MX_ECU", "854231", "chip", value.ToString(null, null)));

            var answer = await ChipsAsync(_world.Ask());

            Assert.Equal(_world.Token, answer.Basis.RevisionToken);
            Assert.Equal(DecimalText.Print(Math.Round(value / (150m + value), 12)), answer.Groups[0].Holders.Single(holder => holder.Id == "firm:DE_SEMI").Share);
        }
    }

    [Fact]
    public async Task What_is_deleted_is_gone()
    {
        await _world.WriteAsync(new ActorChange { DeleteId = "firm:MY_OSAT" });

        Assert.Equal("1", (await ChipsAsync(_world.Ask())).Groups[0].Hhi);
        Assert.Equal(StatusCode.NotFound,
            (await _world.Exposure.ListSinglePointsAsync(new() { OfId = "firm:MY_OSAT", Question = _world.Ask() }).RefusedAsync()).StatusCode);
    }

    [Fact]
    public async Task A_merged_actor_answers_to_its_former_id()
    {
        await _world.WriteAsync(new ActorChange { Merge = new ActorMerge { DuplicateId = "firm:DE_SEMI", SurvivorId = "firm:JP_FAB" } });

        var former = await _world.Exposure.GetExposureAsync(new() { OfId = "firm:MX_ECU", OnId = "firm:DE_SEMI", Question = _world.Ask() });

        Assert.Equal("0.25", Assert.Single(former.Exposures).Share);
        Assert.Equal("firm:JP_FAB", former.Exposures[0].Chains[0].ActorIds[1]);
    }

    [Fact]
    public async Task An_exact_revision_answers_as_it_stood_and_is_replayed_in_the_same_bytes()
    {
        var before = _world.Token;
        var then = await ChipsAsync(_world.Ask());
        await _world.WriteAsync(SmallWorld.Supply("DE_SEMI", "MX_ECU", "854231", "chip", "450"));
        Assert.NotEqual(then.Groups, (await ChipsAsync(_world.Ask())).Groups);

        var replayed = await ChipsAsync(Exact(before));

        Assert.Equal(then.ToByteString(), replayed.ToByteString());
        Assert.Equal(before, replayed.Basis.RevisionToken);
        Assert.Equal(replayed.ToByteString(), (await ChipsAsync(Exact(before))).ToByteString());
    }

    [Fact]
    public async Task A_forgotten_revision_is_refused_as_actors_refuse_it()
    {
        var before = _world.Token;
        await _world.WriteAsync(SmallWorld.Named("firm:NEW"));
        await Store.TrimHistoryAsync(RevisionToken.TryParse(_world.Token, out var now) ? now.For("actors")!.Value : default, default);

        var failure = await Assert.ThrowsAsync<RpcException>(() => ChipsAsync(Exact(before)));

        Assert.Equal((StatusCode.OutOfRange, "REVISION_EXPIRED"), (failure.StatusCode, failure.Reason()));
    }

    [Fact]
    public async Task A_revision_that_does_not_come_within_the_deadline_is_refused()
    {
        var question = _world.Ask();
        question.Read.AtLeast = "actors=99";

        var failure = await _world.Exposure.GetConcentrationAsync(
            new() { OfId = "firm:MX_ECU", Question = question }, deadline: DateTime.UtcNow.AddSeconds(6)).RefusedAsync();

        Assert.Equal((StatusCode.Unavailable, "REVISION_NOT_REACHED"), (failure.StatusCode, failure.Reason()));
        Assert.Equal("99", failure.Detail<ErrorInfo>().Metadata["revision"]);
    }

    [Fact]
    public async Task A_token_of_other_services_asks_for_nothing()
    {
        var question = _world.Ask();
        await ChipsAsync(question);
        question.Read.AtLeast = "agreements=99";

        Assert.Equal(_world.Token, (await ChipsAsync(question)).Basis.RevisionToken);
    }

    private IGraphStore Store => _world.Host.Services.GetRequiredKeyedService<IGraphStore>("actors");

    private static Question Exact(string token) => new() { AsOf = ExposureWorld.Day, Read = new() { Exact = token } };

    private async Task<GetConcentrationResponse> ChipsAsync(Question question) =>
        await _world.Exposure.GetConcentrationAsync(new() { OfId = "firm:MX_ECU", Question = question });
}
