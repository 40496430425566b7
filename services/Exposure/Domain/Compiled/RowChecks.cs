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

    /// <summary>Notes every fault of a relation's own fields.</summary>
    public void NoteOwnFaults(RelationRow row)
    {
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
    }

    /// <summary>
    /// The transits that keep their rules, in order of chokepoint; of several through one chokepoint only the first in order of share is taken.
    /// </summary>
    /// <param name="transits">The transits of one flow.</param>
    /// <param name="findChokepoint">The number of a chokepoint's node; null where the id names none.</param>
    /// <param name="note">Takes a sentence for each of the others.</param>
    public static IEnumerable<Passage> AcceptTransits(IEnumerable<TransitRow> transits, Func<EntityId, int?> findChokepoint, Action<string> note)
    {
        var seen = new HashSet<int>();
        foreach (var transit in transits.OrderBy(transit => transit.Chokepoint).ThenByDescending(transit => transit.Share ?? -1m).ThenBy(transit => transit.Inferred))
        {
            var chokepoint = findChokepoint(transit.Chokepoint);
            if (chokepoint is null)
                note($"{transit.Chokepoint} is no chokepoint of the graph");
            else if (transit.Share is < 0m or > 1m)
                note($"share through {transit.Chokepoint} is {DecimalText.Print(transit.Share.Value)}; a share lies between 0 and 1");
            else if (!seen.Add(chokepoint.Value))
                note($"{transit.Chokepoint} is listed more than once; the largest share counts");
            else
                yield return new Passage(chokepoint.Value, transit.Share, transit.Inferred);
        }
    }

    /// <summary>True for SUPPLIES and EXPORTS_TO.</summary>
    public static bool IsFlow(RelationRow row) => row.Kind is RelationKind.Supplies or RelationKind.ExportsTo;

    /// <summary>The input group that a flow feeds: the product for trade, the named group or else the product for supply; null where neither is stated.</summary>
    public static string? GroupName(RelationRow row) =>
        row.Kind == RelationKind.ExportsTo || string.IsNullOrEmpty(row.InputGroup) ? row.Product?.Value : row.InputGroup;
}
