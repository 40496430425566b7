using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Common.V1;
using GeoGraph.Contracts.Tariffs.V1;
using Grpc.Core;

namespace GeoGraph.ServiceTests.Tariffs;

public sealed class StreamTests : TariffsTest
{
    private static readonly DateTime Soon = DateTime.UtcNow.AddMinutes(1);

    [Fact]
    public async Task Parts_are_answered_in_order_each_entry_as_it_is_alone()
    {
        await LoadAsync();
        var parts = Enumerable.Range(0, 12).Select(part => Enumerable.Range(0, part % 4 * 20).Select(i => EntryOf(part, i)).ToArray()).ToArray();
        using var call = Tariffs.StreamDuties(deadline: Soon);
        var answers = ReadAsync(call);
        foreach (var part in parts)
            await call.RequestStream.WriteAsync(new StreamDutiesRequest { Entries = { part } });
        await call.RequestStream.CompleteAsync();
        var streamed = await answers;
        Assert.Equal(parts.Select(part => part.Length), streamed.Select(part => part.Items.Count));
        foreach (var (part, answer) in parts.Zip(streamed).Where(row => row.First.Length > 0))
            Assert.Equal((await Tariffs.BatchCalculateDutyAsync(new BatchCalculateDutyRequest { Entries = { part } })).Items, answer.Items);
        Assert.NotEmpty(streamed[0].RevisionToken);
        Assert.All(streamed.Skip(1), answer => Assert.Empty(answer.RevisionToken));
    }

    [Fact]
    public async Task A_refused_entry_does_not_stop_the_others()
    {
        await LoadAsync();
        var bad = EntryOf(0, 1);
        bad.Hs = "9";
        var streamed = await StreamAsync(new StreamDutiesRequest { Entries = { EntryOf(0, 0), bad } }, new StreamDutiesRequest { Entries = { bad, EntryOf(0, 0) } });
        Assert.Contains("entries[1].hs", streamed[0].Items[1].Error.Message, StringComparison.Ordinal);
        Assert.Contains("entries[0].hs", streamed[1].Items[0].Error.Message, StringComparison.Ordinal);
        Assert.Equal(streamed[0].Items[0], streamed[1].Items[1]);
    }

    [Fact]
    public async Task All_violations_of_the_first_part_refuse_the_call()
    {
        await LoadAsync();
        var first = new StreamDutiesRequest
        {
            Question = new DutyQuestion { Clock = (Clock)99, KnownAt = Day(2025, 2, 30) },
            Detail = (DutyDetail)99,
            Read = new ReadOptions { AtLeast = "agreements=1", Exact = "agreements=1" },
            Entries = { EntryOf(0, 0) },
        };
        var refused = await Assert.ThrowsAsync<RpcException>(() => StreamAsync(first));
        Assert.Equal(["question.known_at", "question.clock", "detail", "read.exact"], refused.Fields());
    }

    [Fact]
    public async Task Only_the_first_part_says_how_to_answer()
    {
        await LoadAsync();
        var refused = await Assert.ThrowsAsync<RpcException>(
            () => StreamAsync(new StreamDutiesRequest(), new StreamDutiesRequest { Question = new DutyQuestion(), Detail = DutyDetail.Lines }));
        Assert.Equal(["question", "detail"], refused.Fields());
        refused = await Assert.ThrowsAsync<RpcException>(
            () => StreamAsync(new StreamDutiesRequest(), new StreamDutiesRequest { Entries = { Enumerable.Repeat(EntryOf(0, 0), 1001) } }));
        Assert.Equal("LIMIT_EXCEEDED", refused.Reason());
    }

    [Fact]
    public async Task Detail_leaves_out_what_is_not_wanted_and_nothing_else()
    {
        await LoadAsync();
        var entries = new[] { EntryOf(0, 0), EntryOf(0, 1) };
        var whole = (await StreamAsync(new StreamDutiesRequest { Entries = { entries } }))[0].Items.Select(item => item.Result).ToArray();
        Assert.All(whole, result => Assert.NotEmpty(result.NotApplied));
        foreach (var detail in new[] { DutyDetail.Lines, DutyDetail.Totals })
        {
            var less = (await StreamAsync(new StreamDutiesRequest { Entries = { entries }, Detail = detail }))[0].Items.Select(item => item.Result);
            Assert.Equal(whole.Select(result => Less(result, detail)), less);
            var single = await Tariffs.CalculateDutyAsync(new CalculateDutyRequest { Entry = entries[0], Detail = detail });
            Assert.Equal(Less(whole[0], detail), single.Result);
        }
    }

    [Fact]
    public async Task A_stream_answers_from_the_state_that_it_began_with()
    {
        await LoadAsync();
        using var call = Tariffs.StreamDuties(deadline: Soon);
        await call.RequestStream.WriteAsync(new StreamDutiesRequest { Entries = { EntryOf(0, 0) } });
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        var before = call.ResponseStream.Current.Items[0];
        var written = await WriteAsync(Measure("measure:column-1", MeasureType.ThirdCountryDuty, "5%"));
        Assert.NotEqual(before.Result, await PriceAsync(EntryOf(0, 0), written));
        await call.RequestStream.WriteAsync(new StreamDutiesRequest { Entries = { EntryOf(0, 0) } });
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal(before, call.ResponseStream.Current.Items[0]);
        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(CancellationToken.None));
    }

    [Fact]
    public async Task A_cancelled_stream_ends()
    {
        await LoadAsync();
        using var cancelling = new CancellationTokenSource();
        using var call = Tariffs.StreamDuties(cancellationToken: cancelling.Token);
        await call.RequestStream.WriteAsync(new StreamDutiesRequest { Entries = { EntryOf(0, 0) } });
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        await cancelling.CancelAsync();
        var ended = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal(StatusCode.Cancelled, ended.StatusCode);
    }

    [Fact]
    public async Task A_stream_without_parts_has_no_answers()
    {
        await LoadAsync();
        Assert.Empty(await StreamAsync());
    }

    private async Task LoadAsync()
    {
        var claimed = Measure("measure:claimed", MeasureType.AdditionalDuty, "10%");
        claimed.Conditions.Add(new Condition
        {
            Reason = "not claimed",
            AnyOf = { new FactTest { Fact = "claimed", Operator = FactOperator.Equals, Value = "true", WhenAbsent = WhenAbsent.Fails } },
        });
        await PriceAsync(EntryOf(0, 0), await WriteAsync(Measure("measure:column-1", MeasureType.ThirdCountryDuty, "4%"), claimed));
    }

    private static Entry EntryOf(int part, int place)
    {
        var entry = Entry(Day(2025, 5, 1 + (place % 7)));
        entry.Id = $"{part}-{place}";
        entry.CustomsValue = $"{1000 + place}.00";
        return entry;
    }

    private static DutyResult Less(DutyResult whole, DutyDetail detail)
    {
        var less = whole.Clone();
        less.NotApplied.Clear();
        less.Assumptions.Clear();
        if (detail == DutyDetail.Totals)
        {
            less.Lines.Clear();
            less.HighestLines.Clear();
            less.Charges.Clear();
        }
        return less;
    }

    private async Task<List<StreamDutiesResponse>> StreamAsync(params StreamDutiesRequest[] parts)
    {
        using var call = Tariffs.StreamDuties(deadline: Soon);
        var answers = ReadAsync(call);
        foreach (var part in parts)
            await call.RequestStream.WriteAsync(part);
        await call.RequestStream.CompleteAsync();
        return await answers;
    }

    private static async Task<List<StreamDutiesResponse>> ReadAsync(AsyncDuplexStreamingCall<StreamDutiesRequest, StreamDutiesResponse> call)
    {
        var answers = new List<StreamDutiesResponse>();
        await foreach (var answer in call.ResponseStream.ReadAllAsync())
            answers.Add(answer);
        return answers;
    }
}
