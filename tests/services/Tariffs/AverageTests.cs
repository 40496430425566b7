using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Common.V1;
using GeoGraph.Contracts.Tariffs.V1;
using Grpc.Core;
using Record = GeoGraph.Contracts.Agreements.V1.Record;

namespace GeoGraph.ServiceTests.Tariffs;

/// <summary>Means over a schedule of three lines: 4% on all, 10% more from TW on two of them.</summary>
public sealed class AverageTests : TariffsTest
{
    [Fact]
    public async Task Rows_are_by_date_origin_authority_and_goods_and_come_with_what_they_leave_out()
    {
        var state = await WriteAsync("state:TW", "state:FR");
        var question = Question(state, Day(2025, 5, 1), Day(2025, 3, 1));
        question.GroupBy.AddRange([AverageGroup.Authority, AverageGroup.Chapter, AverageGroup.Origin]);
        question.HsPrefixes.Add("84");
        var answers = await AskAsync(question, [new TradeWeight { OriginId = "state:TW", Hs = "8457.10", Value = "3" }, new TradeWeight { OriginId = "state:TW", Hs = "77", Value = "1" }]);
        var rows = answers.SelectMany(answer => answer.Rows).Select(row =>
            $"{row.On.Month} {row.OriginId} {row.Authority} {row.Hs} {row.SimplePercent} {row.WeightedPercent} {row.Lines} {row.Unrated} {row.Weight}").ToList();
        Assert.Equal(
            [
                "3 state:FR us-column-1 84 4  2 0 0", "3 state:TW us-column-1 84 4 4 2 0 3",
                "5 state:FR us-column-1 84 4  2 0 0", "5 state:TW us-column-1 84 4 4 2 0 3", "5 state:TW us-ieepa-reciprocal 84 5 10 2 0 3",
            ],
            rows);
        Assert.All(answers.SelectMany(answer => answer.Rows), row => Assert.Equal(row.SimplePercent, row.HighestSimplePercent));
        Assert.Contains(answers[^1].NotEvaluated, text => text.StartsWith("1 weights of 1 in all meet no line", StringComparison.Ordinal));
        Assert.NotEmpty(answers[^1].RevisionToken);
        Assert.All(answers.SkipLast(1), answer => Assert.Equal(("", 0), (answer.RevisionToken, answer.NotEvaluated.Count)));
    }

    [Fact]
    public async Task Without_origins_every_state_in_the_data_but_the_importer_counts_and_one_that_is_deleted_does_not()
    {
        var state = await WriteAsync("state:TW", "state:FR", "state:US");
        var question = Question(state, Day(2025, 5, 1));
        question.OriginIds.Clear();
        question.GroupBy.Add(AverageGroup.Origin);
        Assert.Equal(["state:FR", "state:TW"], (await AskAsync(question, []))[0].Rows.Select(row => row.OriginId));
        var deleted = await Actors.UpsertActorsAsync(new UpsertActorsRequest { Changes = { new ActorChange { DeleteId = "state:FR" } } });
        question.Read = new ReadOptions { AtLeast = deleted.Receipt.RevisionToken };
        Assert.Equal(["state:TW"], (await AskAsync(question, []))[0].Rows.Select(row => row.OriginId));
        question.Read = new ReadOptions { Exact = state };
        Assert.Equal(["state:FR", "state:TW"], (await AskAsync(question, []))[0].Rows.Select(row => row.OriginId));
    }

    [Fact]
    public async Task All_violations_of_question_and_weights_are_told_at_once()
    {
        var question = new AverageQuestion
        {
            Read = new ReadOptions { AtLeast = await WriteAsync("state:TW") },
            ImporterId = "US",
            OriginIds = { "chip", "product:chip" },
            HsPrefixes = { "8" },
            Facts = { ["loaded_on"] = "soon" },
            GroupBy = { AverageGroup.Chapter, AverageGroup.Line, AverageGroup.Unspecified, AverageGroup.Chapter },
        };
        var refused = await Assert.ThrowsAsync<RpcException>(() => AskAsync(question, [new TradeWeight { OriginId = "TW", Hs = "x", Value = "-1" }, new TradeWeight { OriginId = "state:TW" }]));
        Assert.Equal("INVALID_REQUEST", refused.Reason());
        Assert.Equal(
            [
                "question.dates", "question.facts.loaded_on", "question.group_by[1]", "question.group_by[2]", "question.group_by[3]", "question.hs_prefixes[0]",
                "question.importer_id", "question.origin_ids[0]", "question.origin_ids[1]", "weights[0].hs", "weights[0].origin_id", "weights[0].value", "weights[1].value",
            ],
            refused.Fields().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_call_without_a_question_and_too_many_dates_are_refused()
    {
        Assert.NotEmpty(await AskAsync(Question(await WriteAsync("state:TW"), Day(2025, 5, 1)), []));
        using var call = Tariffs.GetAverageRates();
        await call.RequestStream.CompleteAsync();
        var refused = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Contains("question", refused.Fields());
        var question = new AverageQuestion { ImporterId = "state:US", Dates = { Enumerable.Range(1, 51).Select(day => Day(2025, 1 + (day / 28), 1 + (day % 28))) } };
        Assert.Equal("LIMIT_EXCEEDED", (await Assert.ThrowsAsync<RpcException>(() => AskAsync(question, []))).Reason());
    }

    [Fact]
    public async Task An_importer_without_a_schedule_is_data_missing()
    {
        var question = Question(await WriteAsync("state:TW"), Day(2025, 5, 1));
        question.ImporterId = "state:CN";
        Assert.Equal("DATA_MISSING", (await Assert.ThrowsAsync<RpcException>(() => AskAsync(question, []))).Reason());
    }

    [Fact]
    public async Task Touched_lines_come_in_pages_of_one_state()
    {
        var request = new ListTouchedLinesRequest { MeasureId = "measure:column-1", AsOf = Day(2025, 5, 1), PageSize = 2, Read = new ReadOptions { AtLeast = await WriteAsync("state:TW") } };
        var first = await Tariffs.ListTouchedLinesAsync(request);
        Assert.Equal(["8457.10.00", "8457.20.00"], first.Lines.Select(line => line.Code));
        Assert.Equal((3, "Machines: Centers"), (first.Total, first.Lines[0].Description));
        request.PageToken = first.NextPageToken;
        await WriteAsync(Measure("measure:column-1", MeasureType.ThirdCountryDuty, "5%"));
        var last = await Tariffs.ListTouchedLinesAsync(request);
        Assert.Equal(["9101.11.40"], last.Lines.Select(line => line.Code));
        Assert.Equal(("", first.RevisionToken), (last.NextPageToken, last.RevisionToken));
        request.MeasureId = "measure:baseline";
        Assert.Equal("INVALID_PAGE_TOKEN", (await Tariffs.ListTouchedLinesAsync(request).RefusedAsync()).Reason());
    }

    [Fact]
    public async Task Touched_lines_of_an_unknown_measure_or_schedule_are_refused()
    {
        var state = await WriteAsync("state:TW");
        var request = new ListTouchedLinesRequest { MeasureId = "measure:nothing", AsOf = Day(2025, 5, 1), Read = new ReadOptions { AtLeast = state } };
        Assert.Equal("NOT_FOUND", (await Tariffs.ListTouchedLinesAsync(request).RefusedAsync()).Reason());
        var abroad = Measure("measure:abroad", MeasureType.AdditionalDuty, "5%");
        abroad.ImposedById = "state:CN";
        request = new ListTouchedLinesRequest { MeasureId = abroad.Id, AsOf = Day(2025, 5, 1), Read = new ReadOptions { AtLeast = await WriteAsync(abroad) } };
        Assert.Equal("DATA_MISSING", (await Tariffs.ListTouchedLinesAsync(request).RefusedAsync()).Reason());
    }

    private static AverageQuestion Question(string state, params Google.Type.Date[] dates) =>
        new() { ImporterId = "state:US", Dates = { dates }, OriginIds = { "state:TW", "state:FR" }, Read = new ReadOptions { AtLeast = state } };

    private async Task<string> WriteAsync(params string[] states)
    {
        var actors = await Actors.UpsertActorsAsync(new UpsertActorsRequest
        {
            Changes = { states.Select(state => new ActorChange { Actor = new Actor { Id = state, Names = { new LocalName { Language = "en", Text = state } }, IsoAlpha2 = state[6..], Evidence = Stated } }) },
        });
        var baseline = Measure("measure:baseline", MeasureType.AdditionalDuty, "10%", Day(2025, 4, 5));
        baseline.Goods = new GoodsScope { Include = { "8457.10", "9101" } };
        baseline.Origins = new OriginScope { IncludeIds = { "state:TW" } };
        var law = await Agreements.UpsertRecordsAsync(new UpsertRecordsRequest
        {
            Changes =
            {
                new RecordChange { Record = new Record { Measure = Measure("measure:column-1", MeasureType.ThirdCountryDuty, "4%") } },
                new RecordChange { Record = new Record { Measure = baseline } },
                new RecordChange { Record = Schedule },
                new RecordChange { Record = Heading("8457", ("8457.10.00", "Centers"), ("8457.20.00", "Stations")) },
                new RecordChange { Record = Heading("9101", ("9101.11.40", "Watches")) },
            },
        });
        return actors.Receipt.RevisionToken + "," + law.Receipt.RevisionToken;
    }

    private static Record Schedule => new()
    {
        TariffSchedule = new TariffSchedule
        {
            Id = "tariff-schedule:us",
            Title = "Schedule",
            ImposedById = "state:US",
            Evidence = Stated,
            Revisions = { new ScheduleRevision { Name = "2025_basic", EffectiveFrom = Day(2025, 1, 1) } },
        },
    };

    private static Record Heading(string code, params (string Code, string Text)[] lines) => new()
    {
        TariffHeading = new TariffHeading
        {
            Id = "tariff-heading:us-" + code,
            ImposedById = "state:US",
            Code = code,
            Evidence = Stated,
            Lines = { new TariffLine { Code = code, Description = "Machines" }, lines.Select(line => new TariffLine { Code = line.Code, Indent = 1, Description = "Machines: " + line.Text, General = "4%" }) },
        },
    };

    private async Task<List<GetAverageRatesResponse>> AskAsync(AverageQuestion question, TradeWeight[] weights)
    {
        using var call = Tariffs.GetAverageRates();
        await call.RequestStream.WriteAsync(new GetAverageRatesRequest { Question = question });
        await call.RequestStream.WriteAsync(new GetAverageRatesRequest { Weights = { weights } });
        await call.RequestStream.CompleteAsync();
        var answers = new List<GetAverageRatesResponse>();
        await foreach (var answer in call.ResponseStream.ReadAllAsync())
            answers.Add(answer);
        return answers;
    }
}
