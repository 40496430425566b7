using GeoGraph.Core;

namespace GeoGraph.Exposure.Compiled;

/// <summary>Decides which rows are taken, and collects why the others are not.</summary>
internal sealed class RowChecks
{
    private readonly List<DataFinding> _findings = [];

    /// <summary>What was found so far, in the order of a report.</summary>
    public IReadOnlyList<DataFinding> Findings =>
        [.. _findings.OrderBy(finding => finding.Id).ThenBy(finding => finding.Fault).ThenBy(finding => finding.Detail, StringComparer.Ordinal)];

    /// <summary>Notes a fault.</summary>
    public void Note(EntityId id, DataFault fault, string detail) => _findings.Add(new DataFinding(id, fault, detail));

    /// <summary>The rows whose id is theirs alone, in ordinal order of id.</summary>
    public List<TRow> Unique<TRow>(IEnumerable<TRow> rows, Func<TRow, EntityId> idOf)
    {
        var sorted = rows.ToList();
        if (!IsInOrder(sorted, idOf))
            sorted = [.. sorted.OrderBy(idOf)];
        var taken = new List<TRow>(sorted.Count);
        for (var first = 0; first < sorted.Count;)
        {
            var end = first + 1;
            while (end < sorted.Count && idOf(sorted[end]) == idOf(sorted[first]))
                end++;
            if (end == first + 1)
                taken.Add(sorted[first]);
            else
                Note(idOf(sorted[first]), DataFault.DuplicateId, $"id stands on {end - first} rows");
            first = end;
        }
        return taken;
    }

    // Rows mostly arrive in order, as they are exported; a look is far cheaper than sorting them.
    private static bool IsInOrder<TRow>(List<TRow> rows, Func<TRow, EntityId> idOf)
    {
        for (var i = 1; i < rows.Count; i++)
        {
            if (idOf(rows[i - 1]).CompareTo(idOf(rows[i])) > 0)
                return false;
        }
        return true;
    }

    /// <summary>True where a relation's own fields keep their rules; notes every fault otherwise.</summary>
    public bool Accepts(RelationRow row)
    {
        var before = _findings.Count;
        if (row.Share is < 0m or > 1m)
            Note(row.Id, DataFault.ShareOutOfRange, $"share is {DecimalText.Print(row.Share.Value)}; a share lies between 0 and 1");
        if (row.ValueUsdPerYear is < 0m or > FixedPoint.MaxUsd)
            Note(row.Id, DataFault.ValueOutOfRange, $"value is {DecimalText.Print(row.ValueUsdPerYear.Value)}; a value lies between 0 and 900 trillion USD per year");
        if (row.CapacityUsdPerYear is < 0m or > FixedPoint.MaxUsd)
            Note(row.Id, DataFault.ValueOutOfRange, $"capacity is {DecimalText.Print(row.CapacityUsdPerYear.Value)}; a capacity lies between 0 and 900 trillion USD per year");
        if (IsFlow(row) && row.From == row.To)
            Note(row.Id, DataFault.SelfSupply, $"both ends are {row.From}");
        if (IsFlow(row) && GroupName(row) is null)
            Note(row.Id, DataFault.MissingGroup, row.Kind == RelationKind.ExportsTo ? "product is absent" : "input group and product are absent");
        return _findings.Count == before;
    }

    /// <summary>The transits of a flow that keep their rules; notes the others. Of several through one chokepoint only the first in order of share is taken.</summary>
    public IEnumerable<Passage> AcceptTransits(RelationRow row, Func<EntityId, int?> findChokepoint)
    {
        var seen = new HashSet<int>();
        foreach (var transit in row.Transits.OrderBy(transit => transit.Chokepoint).ThenByDescending(transit => transit.Share ?? -1m).ThenBy(transit => transit.Inferred))
        {
            var chokepoint = findChokepoint(transit.Chokepoint);
            if (chokepoint is null)
                Note(row.Id, DataFault.TransitRefused, $"{transit.Chokepoint} is no chokepoint of the graph");
            else if (transit.Share is < 0m or > 1m)
                Note(row.Id, DataFault.TransitRefused, $"share through {transit.Chokepoint} is {DecimalText.Print(transit.Share.Value)}; a share lies between 0 and 1");
            else if (!seen.Add(chokepoint.Value))
                Note(row.Id, DataFault.TransitRefused, $"{transit.Chokepoint} is listed more than once; the largest share counts");
            else
                yield return new Passage(chokepoint.Value, transit.Share, transit.Inferred);
        }
    }

    /// <summary>Days of a node that keep their rule; null, and noted, where they are negative.</summary>
    public decimal? AcceptDays(EntityId id, string field, decimal? days)
    {
        if (days is not < 0m)
            return days;
        Note(id, DataFault.DaysOutOfRange, $"{field} is {DecimalText.Print(days.Value)}; days are zero or more");
        return null;
    }

    /// <summary>True for SUPPLIES and EXPORTS_TO.</summary>
    public static bool IsFlow(RelationRow row) => row.Kind is RelationKind.Supplies or RelationKind.ExportsTo;

    /// <summary>The input group that a flow feeds: the product for trade, the named group or else the product for supply; null where neither is stated.</summary>
    public static string? GroupName(RelationRow row) =>
        row.Kind == RelationKind.ExportsTo || string.IsNullOrEmpty(row.InputGroup) ? row.Product?.Value : row.InputGroup;
}
