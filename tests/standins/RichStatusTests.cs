using GeoGraph.StandIns.Tests.Server;
using GeoGraph.StandIns.Tests.Wire;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace GeoGraph.StandIns.Tests;

/// <summary>Failures, and the details that they carry.</summary>
public sealed class RichStatusTests
{
    [Fact]
    public async Task Details_of_a_failure_reach_the_client()
    {
        await using var server = await TestServer.StartAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(async () => await server.Client.SayAsync(new SayRequest()));

        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        Assert.Equal("text is empty; it must hold at least one character", failure.Status.Detail);
        var status = failure.GetRpcStatus();
        Assert.NotNull(status);
        Assert.Equal((int)Code.InvalidArgument, status.Code);
        Assert.Equal("text", status.GetDetail<BadRequest>()!.FieldViolations.Single().Field);
        Assert.Equal("TEXT_EMPTY", status.GetDetail<ErrorInfo>()!.Reason);
        Assert.Null(status.GetDetail<RetryInfo>());
        Assert.Collection(status.UnpackDetailMessages(), detail => Assert.IsType<BadRequest>(detail), detail => Assert.IsType<ErrorInfo>(detail));
    }

    [Fact]
    public async Task A_fault_of_the_server_tells_nothing_of_itself()
    {
        await using var server = await TestServer.StartAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(async () => await server.Client.SayAsync(new SayRequest { Text = "fault" }));

        Assert.Equal(StatusCode.Unknown, failure.StatusCode);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
        Assert.Null(failure.GetRpcStatus());
    }

    [Fact]
    public void A_trailer_that_is_no_status_throws_unless_told_not_to()
    {
        var trailers = new Metadata { { MetadataExtensions.StatusDetailsTrailerName, new byte[] { 0xff } } };

        Assert.ThrowsAny<InvalidProtocolBufferException>(() => trailers.GetRpcStatus());
        Assert.Null(trailers.GetRpcStatus(ignoreParseError: true));
    }

    [Fact]
    public void A_status_replaces_the_one_before()
    {
        var trailers = new Metadata();
        trailers.SetRpcStatus(new Google.Rpc.Status { Code = 1 });
        trailers.SetRpcStatus(new Google.Rpc.Status { Code = 2 });

        Assert.Equal(2, trailers.GetRpcStatus()!.Code);
        Assert.Single(trailers);
    }

    [Fact]
    public void Details_of_an_unknown_type_are_left_out()
    {
        var status = new Google.Rpc.Status { Details = { Any.Pack(new SayRequest { Text = "x" }), Any.Pack(new Help()) } };

        Assert.IsType<Help>(status.UnpackDetailMessages().Single());
    }

    [Fact]
    public void An_exception_describes_itself_and_its_cause()
    {
        var exception = new InvalidOperationException("outer", new ArgumentException("inner"));

        Assert.Contains("outer", exception.ToRpcDebugInfo().Detail, StringComparison.Ordinal);
        Assert.Empty(exception.ToRpcDebugInfo().StackEntries);
        Assert.Contains("inner", exception.ToRpcDebugInfo(innerDepth: 1).StackEntries.Single(), StringComparison.Ordinal);
    }
}
