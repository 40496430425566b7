using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Status = Google.Rpc.Status;

namespace GeoGraph.ServiceTests;

/// <summary>Reads the rich status of a refused call.</summary>
internal static class RichErrors
{
    /// <summary>Awaits a call that is refused, and gives the failure.</summary>
    public static Task<RpcException> RefusedAsync<T>(this AsyncUnaryCall<T> call) => Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);

    /// <summary>The rich status, which every refusal carries.</summary>
    public static Status RichStatus(this RpcException failure)
    {
        var status = failure.GetRpcStatus();
        Assert.NotNull(status);
        Assert.Equal((int)failure.StatusCode, status.Code);
        return status;
    }

    /// <summary>A detail of a type, which must be there.</summary>
    public static T Detail<T>(this RpcException failure)
        where T : class, IMessage<T>, new()
    {
        var detail = failure.RichStatus().GetDetail<T>();
        Assert.NotNull(detail);
        return detail;
    }

    /// <summary>The reason, as <c>NOT_FOUND</c>.</summary>
    public static string Reason(this RpcException failure)
    {
        Assert.Equal("geograph", failure.Detail<ErrorInfo>().Domain);
        return failure.Detail<ErrorInfo>().Reason;
    }

    /// <summary>The paths of the violated fields, in order of discovery.</summary>
    public static IReadOnlyList<string> Fields(this RpcException failure) =>
        [.. failure.Detail<BadRequest>().FieldViolations.Select(violation => violation.Field)];
}
