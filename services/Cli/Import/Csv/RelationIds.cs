using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Cli.Import.Csv;

/// <summary>
/// Ids of relations that come without one: the names of what the relation joins, for people, and a part of the hash of what makes it the same
/// relation, so that the same row always means the same relation and two relations never meet.
/// </summary>
internal static class RelationIds
{
    private const int MostReadable = 120;
    private const int HashDigits = 12;

    /// <summary>The id, from type, ends, product and input group; for EXPORTS_TO, which is of a period, from its first day too.</summary>
    public static string Of(Relation relation)
    {
        var type = WireNames.ToKind(WireNames.Short(Relation.Descriptor.FindFieldByName("type").EnumType.FindValueByNumber((int)relation.Type)));
        string[] parts = [relation.FromId, relation.ToId, relation.ProductId, relation.InputGroup, relation.Type == RelationType.ExportsTo ? DayOf(relation) : ""];
        var key = string.Join('\n', parts.Prepend(type));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..HashDigits];
        var readable = string.Join('-', parts.Where(part => part.Length > 0).Select(Slug.OfId));
        return $"{type}:{(readable.Length > MostReadable ? readable[..MostReadable].TrimEnd('-') : readable)}-{hash}";
    }

    private static string DayOf(Relation relation) =>
        relation.Valid?.From is { } from ? ScalarReader.DayOf(from).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
}
