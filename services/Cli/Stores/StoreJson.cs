using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using GeoGraph.Core.Graph.Archive;

namespace GeoGraph.Cli.Stores;

/// <summary>What became of databases, as a JSON list with an object for each graph.</summary>
internal static class StoreJson
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A migration: <c>service</c>, <c>equal</c>, and what was read and what the copy holds.</summary>
    public static string Of(IEnumerable<MovedStore> moved) =>
        JsonSerializer.Serialize(moved.Select(store => new { store.Service, Equal = store.IsEqual, From = Contents.Of(store.From), To = Contents.Of(store.To) }), s_options);

    /// <summary>An examination: <c>service</c>, <c>whole</c>, what it holds, and what is wrong.</summary>
    public static string Of(IEnumerable<ExaminedStore> examined) =>
        JsonSerializer.Serialize(examined.Select(store => new { store.Service, Whole = store.Count == 0, Contents = Contents.Of(store.Contents), ProblemCount = store.Count, store.Problems }), s_options);

    private sealed record Contents(long Revision, long OldestRevision, long Nodes, long Relations, long Aliases, long PastVersions, long Receipts, string Digest)
    {
        public static Contents? Of(ArchiveContents? contents) => contents is null ? null : new Contents(contents.Current.Number, contents.Oldest.Number,
            contents.Nodes, contents.Relations, contents.Aliases, contents.PastVersions, contents.Receipts, contents.Digest);
    }
}
