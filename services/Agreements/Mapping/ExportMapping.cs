using System.Runtime.CompilerServices;
using GeoGraph.Agreements.Storage;
using Wire = GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Agreements.Mapping;

/// <summary>Cuts an export into messages by size.</summary>
internal static class ExportMapping
{
    private const int ChunkBytes = 1024 * 1024;

    /// <summary>The messages after the header.</summary>
    public static async IAsyncEnumerable<Wire.ExportRecordsResponse> ToChunksAsync(
        IAsyncEnumerable<StoredRecord> records, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (chunk, bytes) = (new Wire.RecordChunk(), 0);
        await foreach (var stored in records.WithCancellation(cancellationToken))
        {
            var record = stored.ToWire();
            chunk.Records.Add(record);
            bytes += record.CalculateSize();
            if (bytes < ChunkBytes)
                continue;
            yield return new() { Chunk = chunk };
            (chunk, bytes) = (new(), 0);
        }
        if (chunk.Records.Count > 0)
            yield return new() { Chunk = chunk };
    }
}
