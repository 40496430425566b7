using Google.Protobuf;

namespace Grpc.Core;

/// <summary>Reads and writes the rich status of a call in its trailers.</summary>
public static class MetadataExtensions
{
    /// <summary>The trailer that carries the rich status.</summary>
    public const string StatusDetailsTrailerName = "grpc-status-details-bin";

    /// <summary>The rich status in a call's trailers, or null if there is none.</summary>
    /// <param name="metadata">The trailers.</param>
    /// <param name="ignoreParseError">Whether bytes that are no status count as none, instead of throwing.</param>
    /// <exception cref="InvalidProtocolBufferException">The trailer is no status.</exception>
    public static Google.Rpc.Status? GetRpcStatus(this Metadata metadata, bool ignoreParseError = false)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        if (metadata.GetValueBytes(StatusDetailsTrailerName) is not { } bytes)
            return null;
        try
        {
            return Google.Rpc.Status.Parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException) when (ignoreParseError)
        {
            return null;
        }
    }

    /// <summary>Puts a rich status into a call's trailers, in place of one that is there.</summary>
    public static void SetRpcStatus(this Metadata metadata, Google.Rpc.Status status)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(status);
        foreach (var former in metadata.GetAll(StatusDetailsTrailerName).ToList())
            metadata.Remove(former);
        metadata.Add(StatusDetailsTrailerName, status.ToByteArray());
    }
}
