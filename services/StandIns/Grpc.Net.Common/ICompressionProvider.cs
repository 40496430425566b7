using System.IO.Compression;

namespace Grpc.Net.Compression;

/// <summary>Compresses and decompresses the messages of calls.</summary>
public interface ICompressionProvider
{
    /// <summary>The name in the <c>grpc-encoding</c> header.</summary>
    string EncodingName { get; }

    Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel);

    Stream CreateDecompressionStream(Stream stream);
}
