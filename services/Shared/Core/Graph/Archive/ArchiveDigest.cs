using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace GeoGraph.Core.Graph.Archive;

/// <summary>What an archive holds: equal archives have equal contents, and different ones, as far as SHA-256 keeps its word, different digests.</summary>
/// <param name="Current">The newest revision.</param>
/// <param name="Oldest">The oldest revision retained.</param>
/// <param name="Nodes">Current nodes.</param>
/// <param name="Relations">Current relations.</param>
/// <param name="Aliases">Current aliases.</param>
/// <param name="PastVersions">Past versions of nodes, relations and aliases.</param>
/// <param name="Receipts">Remembered request ids.</param>
/// <param name="Digest">SHA-256 in hex over everything, in order.</param>
public sealed record ArchiveContents(
    Revision Current, Revision Oldest, long Nodes, long Relations, long Aliases, long PastVersions, long Receipts, string Digest);

/// <summary>Counts the items of an archive and takes their digest, in one pass. Not thread-safe.</summary>
public sealed class ArchiveDigest : IDisposable
{
    private const int FlushAt = 1 << 16;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> _buffer = new(2 * FlushAt);
    private ArchiveContents _seen = new(Revision.Zero, Revision.Zero, 0, 0, 0, 0, 0, "");

    /// <summary>Takes in the next item.</summary>
    public void Add(ArchivedRecord record)
    {
        switch (record)
        {
            case ArchivedState state:
                Add("state", state.Current.ToString(), state.Oldest.ToString());
                _seen = _seen with { Current = state.Current, Oldest = state.Oldest };
                break;
            case ArchivedVersion version:
                Add(version);
                break;
            case ArchivedReceipt { Receipt: var receipt } remembered:
                Add("receipt", remembered.RequestId, remembered.Digest, receipt.Revision.ToString());
                Add(receipt.Created, receipt.Replaced, receipt.Unchanged, receipt.Deleted, receipt.Merged);
                _seen = _seen with { Receipts = _seen.Receipts + 1 };
                break;
        }
        if (_buffer.WrittenCount >= FlushAt)
            Flush();
    }

    /// <summary>What was taken in. Nothing can be added after this.</summary>
    public ArchiveContents Conclude()
    {
        Flush();
        return _seen with { Digest = Convert.ToHexStringLower(_hash.GetHashAndReset()) };
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    private void Add(ArchivedVersion version)
    {
        Add(version.Id.Value, version.Since.ToString(), version.Until?.ToString() ?? "");
        switch (version)
        {
            case ArchivedNode { Node: var node }:
                Add("node", node.Label, node.Valid.ToString(), node.Properties);
                AddNames(node.Names);
                AddReferences(node.References);
                break;
            case ArchivedRelation { Relation: var relation }:
                Add("relation", relation.Type, relation.From.Value, relation.To.Value, relation.Valid.ToString(), relation.Properties);
                AddReferences(relation.References);
                break;
            case ArchivedAlias { Alias: var alias }:
                Add("alias", alias.Survivor.Value);
                AddNames(alias.Names);
                break;
        }
        _seen = version switch
        {
            { Until: not null } => _seen with { PastVersions = _seen.PastVersions + 1 },
            ArchivedNode => _seen with { Nodes = _seen.Nodes + 1 },
            ArchivedRelation => _seen with { Relations = _seen.Relations + 1 },
            _ => _seen with { Aliases = _seen.Aliases + 1 },
        };
    }

    private void AddNames(IReadOnlyList<LocalName> names)
    {
        foreach (var name in names)
            Add("name", name.Language, name.Text);
    }

    private void AddReferences(IReadOnlyList<Reference> references)
    {
        foreach (var reference in references)
            Add("reference", reference.Role, reference.Target.Value);
    }

    // Each text goes in with its length in bytes, so that no two lists of texts run together into the same bytes.
    private void Add(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            var length = Encoding.UTF8.GetByteCount(text);
            AddNumber(length);
            Encoding.UTF8.GetBytes(text, _buffer.GetSpan(length));
            _buffer.Advance(length);
        }
    }

    private void Add(params ReadOnlySpan<int> numbers)
    {
        foreach (var number in numbers)
            AddNumber(number);
    }

    private void AddNumber(int number)
    {
        var span = _buffer.GetSpan(12);
        Utf8Formatter.TryFormat(number, span, out var written);
        span[written] = (byte)':';
        _buffer.Advance(written + 1);
    }

    private void Flush()
    {
        _hash.AppendData(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }
}
