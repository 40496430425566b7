namespace Grpc.Core;

/// <summary>Makes failures of rich statuses.</summary>
public static class RpcStatusExtensions
{
    /// <summary>A failure with the code and message of a rich status, which it carries in its trailers.</summary>
    public static RpcException ToRpcException(this Google.Rpc.Status status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return status.ToRpcException((StatusCode)status.Code, status.Message);
    }

    /// <summary>A failure with a given code and message that carries a rich status in its trailers.</summary>
    public static RpcException ToRpcException(this Google.Rpc.Status status, StatusCode statusCode, string message)
    {
        ArgumentNullException.ThrowIfNull(status);
        var trailers = new Metadata();
        trailers.SetRpcStatus(status);
        return new RpcException(new Status(statusCode, message), trailers);
    }
}
