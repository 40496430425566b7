using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GeoGraph.Core.Graph.Archive;

/// <summary>
/// Weighs the names that a store finds nodes by against those that its nodes and aliases have, in any order and in no memory: each name's beginning and end are
/// added on one side and taken away on the other, so that a name counts the same whole and in parts that follow on each other.
/// </summary>
/// <param name="oldest">The oldest revision retained; what a name was before is not compared.</param>
public sealed class NameBalance(Revision oldest)
{
    private UInt128 _sum;

    /// <summary>Names that should be found, less those that are, counted in parts.</summary>
    public long Missing { get; private set; }

    /// <summary>True where both sides hold the same.</summary>
    public bool IsLevel => _sum == UInt128.Zero;

    /// <summary>A name that nodes and aliases have.</summary>
    public void Expect(ArchivedName name)
    {
        Missing++;
        unchecked
        {
            _sum += Weight(name, NameFolding.Fold(name.Text));
        }
    }

    /// <summary>A name that the store finds.</summary>
    /// <param name="name">The name.</param>
    /// <param name="folded">The form in which the store compares it.</param>
    public void Find(ArchivedName name, string folded)
    {
        Missing--;
        unchecked
        {
            _sum -= Weight(name, folded);
        }
    }

    private UInt128 Weight(ArchivedName name, string folded)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{name.Node}\n{name.Owner}\n{name.Place}\n{name.Language}\n{name.Text}\n{folded}\n");
        unchecked
        {
            return Weight(key, name.Since < oldest ? oldest : name.Since) - Weight(key, name.Until);
        }
    }

    private static UInt128 Weight(string key, Revision? bound)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key + bound?.ToString()));
        return new UInt128(BitConverter.ToUInt64(hash, 0), BitConverter.ToUInt64(hash, 8));
    }
}
