using System.Runtime.CompilerServices;
using GeoGraph.Actors.Storage;
using Google.Protobuf;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Actors.Mapping;

/// <summary>Cuts an export into messages: whole things by size, columns by number.</summary>
internal static class ExportMapping
{
    private const int ChunkBytes = 1024 * 1024;

    // So few that no array of a chunk is too large for the ordinary heap, on either side.
    private const int ColumnRows = 2048;

    /// <summary>The messages after the header.</summary>
    /// <param name="records">Actors, then relations, then aliases.</param>
    /// <param name="columns">True for columns.</param>
    /// <param name="cancellationToken">Ends the export.</param>
    public static IAsyncEnumerable<Wire.ExportActorsResponse> ToChunks(
        IAsyncEnumerable<ActorRecord> records, bool columns, CancellationToken cancellationToken) =>
        columns ? ColumnsAsync(records, cancellationToken) : WholeAsync(records, cancellationToken);

    private static async IAsyncEnumerable<Wire.ExportActorsResponse> WholeAsync(
        IAsyncEnumerable<ActorRecord> records, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var chunk = new Wire.ExportActorsResponse();
        var bytes = 0;
        await foreach (var record in records.WithCancellation(cancellationToken))
        {
            var part = PartOf(record);
            if (chunk.PartCase != part && chunk.PartCase != Wire.ExportActorsResponse.PartOneofCase.None || bytes >= ChunkBytes)
            {
                yield return chunk;
                (chunk, bytes) = (new(), 0);
            }
            bytes += Add(chunk, record);
        }
        if (bytes > 0)
            yield return chunk;
    }

    private static async IAsyncEnumerable<Wire.ExportActorsResponse> ColumnsAsync(
        IAsyncEnumerable<ActorRecord> records, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (actors, relations, aliases) = (new ActorColumnsMapping(), new RelationColumnsMapping(), new Wire.AliasChunk());
        await foreach (var record in records.WithCancellation(cancellationToken))
        {
            if (record is ActorItem { Actor: var actor })
                actors.Add(actor);
            if (actors.Columns.Ids.Count > 0 && (record is not ActorItem || actors.Columns.Ids.Count == ColumnRows))
            {
                yield return new() { ActorColumns = actors.Columns };
                actors = new();
            }
            if (record is RelationItem { Relation: var relation })
                relations.Add(relation);
            if (relations.Columns.Ids.Count == ColumnRows)
            {
                yield return new() { RelationColumns = relations.Columns };
                relations = new();
            }
            if (record is AliasItem alias)
                aliases.Aliases.Add(ActorsMapping.ToWire(alias));
            if (aliases.Aliases.Count == ColumnRows)
            {
                yield return new() { Aliases = aliases };
                aliases = new();
            }
        }
        if (actors.Columns.Ids.Count > 0)
            yield return new() { ActorColumns = actors.Columns };
        if (relations.Columns.Ids.Count > 0)
            yield return new() { RelationColumns = relations.Columns };
        if (aliases.Aliases.Count > 0)
            yield return new() { Aliases = aliases };
    }

    private static Wire.ExportActorsResponse.PartOneofCase PartOf(ActorRecord record) => record switch
    {
        ActorItem => Wire.ExportActorsResponse.PartOneofCase.Actors,
        RelationItem => Wire.ExportActorsResponse.PartOneofCase.Relations,
        _ => Wire.ExportActorsResponse.PartOneofCase.Aliases,
    };

    // Adds the record to the chunk's part and gives its size in bytes.
    private static int Add(Wire.ExportActorsResponse chunk, ActorRecord record)
    {
        switch (record)
        {
            case ActorItem { Actor: var actor }:
                return AddTo((chunk.Actors ??= new()).Actors, ActorsMapping.ToWire(actor));
            case RelationItem { Relation: var relation }:
                return AddTo((chunk.Relations ??= new()).Relations, ActorsMapping.ToWire(relation));
            case AliasItem alias:
                return AddTo((chunk.Aliases ??= new()).Aliases, ActorsMapping.ToWire(alias));
            default:
                throw new ArgumentOutOfRangeException(nameof(record), record, "an export tells what stands.");
        }
    }

    private static int AddTo<T>(ICollection<T> items, T item)
        where T : IMessage
    {
        items.Add(item);
        return item.CalculateSize();
    }
}
