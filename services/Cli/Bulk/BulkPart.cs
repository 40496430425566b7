using GeoGraph.Cli.Reconcile;
using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Cli.Bulk;

/// <summary>Entries that follow one another in a file and are priced by one law.</summary>
/// <param name="Law">The law.</param>
/// <param name="Entries">The entries, those that could not be read among them.</param>
internal sealed record BulkPart(DutyQuestion Law, IReadOnlyList<PaidEntry> Entries)
{
    /// <summary>The entries that can be priced.</summary>
    public IEnumerable<Entry> Priceable => Entries.Where(entry => entry.Problems.Count == 0).Select(entry => entry.Entry);

    /// <summary>Cuts entries into parts as they are read.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="most">The most entries of a part.</param>
    public static async IAsyncEnumerable<BulkPart> CutAsync(IAsyncEnumerable<PaidEntry> entries, int most)
    {
        var (law, part) = (new DutyQuestion(), new List<PaidEntry>());
        await foreach (var entry in entries)
        {
            var isOther = entry.Problems.Count == 0 && !entry.Question.Equals(law);
            if (part.Count > 0 && (isOther || part.Count == most))
            {
                yield return new BulkPart(law, part);
                part = [];
            }
            law = isOther ? entry.Question : law;
            part.Add(entry);
        }
        if (part.Count > 0)
            yield return new BulkPart(law, part);
    }
}
