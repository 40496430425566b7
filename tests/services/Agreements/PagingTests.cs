using System.Buffers.Text;
using System.Text;
using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Common.V1;
using Google.Rpc;
using Grpc.Core;

namespace GeoGraph.ServiceTests.Agreements;

public sealed class PagingTests : AgreementsTest
{
    [Fact]
    public async Task Later_pages_come_from_the_first_pages_state()
    {
        await WriteAsync([.. Enumerable.Range(0, 12).Select(i => Duty($"measure:m{i:00}", "5%"))]);
        var request = new ListMeasuresRequest { PageSize = 5 };
        var first = await Client.ListMeasuresAsync(request);
        await WriteAsync(Duty("measure:m04x", "5%"), Duty("measure:m07x", "5%"));
        request.PageToken = first.NextPageToken;
        var second = await Client.ListMeasuresAsync(request);
        Assert.Equal(["measure:m05", "measure:m06", "measure:m07", "measure:m08", "measure:m09"], second.Measures.Select(measure => measure.Id));
        Assert.Equal(first.RevisionToken, second.RevisionToken);
    }

    [Theory]
    [InlineData("agreements=1", "-5")]
    [InlineData("agreements=1", "99999999999")]
    [InlineData("agreements=1", "claim:c")]
    [InlineData("agreements=1", "")]
    [InlineData("actors=1", "1")]
    public async Task A_token_with_a_right_checksum_that_goes_on_nowhere_is_refused(string state, string after)
    {
        await WriteAsync(Deal("agreement:a", (Day(2026, 1, 15), AgreementStatus.Agreed), (Day(2026, 2, 12), AgreementStatus.Signed)));
        var timeline = new ListTimelineRequest { PageSize = 1 };
        timeline.PageToken = Forged((await Client.ListTimelineAsync(timeline)).NextPageToken, state, after);
        AssertRefused(await Client.ListTimelineAsync(timeline).RefusedAsync());
    }

    [Theory]
    [InlineData("agreements=1", "no id")]
    [InlineData("actors=1", "claim:a")]
    public async Task A_token_that_goes_on_after_no_id_is_refused(string state, string after)
    {
        await WriteAsync(Said("claim:a", "state:TW"), Said("claim:b", "state:TW"));
        var claims = new ListClaimsRequest { PageSize = 1 };
        claims.PageToken = Forged((await Client.ListClaimsAsync(claims)).NextPageToken, state, after);
        AssertRefused(await Client.ListClaimsAsync(claims).RefusedAsync());
    }

    [Fact]
    public async Task An_offset_beyond_the_end_is_an_empty_last_page()
    {
        await WriteAsync(Deal("agreement:a", (Day(2026, 1, 15), AgreementStatus.Agreed), (Day(2026, 2, 12), AgreementStatus.Signed)));
        var timeline = new ListTimelineRequest { PageSize = 1 };
        timeline.PageToken = Forged((await Client.ListTimelineAsync(timeline)).NextPageToken, "agreements=1", int.MaxValue.ToString(null, null));
        var page = await Client.ListTimelineAsync(timeline);
        Assert.Equal((0, ""), (page.Moments.Count, page.NextPageToken));
    }

    [Fact]
    public async Task A_state_that_does_not_come_in_time_is_named()
    {
        var read = new ReadOptions { AtLeast = "agreements=9" };
        var listed = await Client.ListRecordsAsync(new ListRecordsRequest { Read = read }, deadline: DateTime.UtcNow.AddSeconds(6)).RefusedAsync();
        Assert.Equal(("REVISION_NOT_REACHED", "9"), (listed.Reason(), listed.Detail<ErrorInfo>().Metadata["revision"]));
        using var export = Client.ExportRecords(new ExportRecordsRequest { Read = read }, deadline: DateTime.UtcNow.AddSeconds(6));
        var exported = await Assert.ThrowsAsync<RpcException>(() => export.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal("REVISION_NOT_REACHED", exported.Reason());
    }

    // The token's parts are lines: version, checksum, state, after what.
    private static string Forged(string token, string state, string after)
    {
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)).Split('\n');
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join('\n', parts[0], parts[1], state, after)));
    }

    private static void AssertRefused(RpcException refused) =>
        Assert.Equal((StatusCode.InvalidArgument, "INVALID_PAGE_TOKEN"), (refused.StatusCode, refused.Reason()));
}
