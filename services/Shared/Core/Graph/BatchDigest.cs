using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GeoGraph.Core.Graph;

/// <summary>Tells two batches with one request id apart.</summary>
public static class BatchDigest
{
    /// <summary>SHA-256 in hex over every update in order; equal updates give equal digests. Properties are compared as given: canonicalise first.</summary>
    public static string Of(IEnumerable<GraphUpdate> updates)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var update in updates)
        {
            Add(hash, update.Precondition.ToString());
            switch (update)
            {
                case PutNode { Node: var node }:
                    Add(hash, "node", node.Id.Value, node.Label, node.Valid.ToString(), node.Properties);
                    foreach (var name in node.Names)
                        Add(hash, "name", name.Language, name.Text);
                    AddReferences(hash, node.References);
                    break;
                case PutRelation { Relation: var relation }:
                    Add(hash, "relation", relation.Id.Value, relation.Type, relation.From.Value, relation.To.Value, relation.Valid.ToString(), relation.Properties);
                    AddReferences(hash, relation.References);
                    break;
                case Delete delete:
                    Add(hash, "delete", delete.Id.Value);
                    break;
                case Merge merge:
                    Add(hash, "merge", merge.Duplicate.Value, merge.Survivor.Value);
                    break;
            }
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void AddReferences(IncrementalHash hash, IReadOnlyList<Reference> references)
    {
        foreach (var reference in references)
            Add(hash, "reference", reference.Role, reference.Target.Value);
    }

    // Each text goes in with its length, so that no two lists of texts run together into the same bytes.
    private static void Add(IncrementalHash hash, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text.Length.ToString(CultureInfo.InvariantCulture) + ":"));
            hash.AppendData(Encoding.UTF8.GetBytes(text));
        }
    }
}
