namespace Grpc.Core;

/// <summary>Reads the rich status of a failed call.</summary>
public static class RpcExceptionExtensions
{
    /// <summary>The rich status that came with the failure, or null if there is none.</summary>
    public static Google.Rpc.Status? GetRpcStatus(this RpcException ex, bool ignoreParseError = false)
    {
        ArgumentNullException.ThrowIfNull(ex);
        return ex.Trailers.GetRpcStatus(ignoreParseError);
    }
}
