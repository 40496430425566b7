namespace GeoGraph.Exposure.Views;

/// <summary>
/// What lies upstream of a buyer over every tier, laid out as arrays. Places are in order of discovery: the buyer at 0, then by tier; the counted
/// flows into a place are a range. Nothing here weighs flows: what a flow carries is read from the graph.
/// </summary>
internal sealed class SupplyCone
{
    /// <summary>By place: the graph's node.</summary>
    public required int[] Nodes { get; init; }

    /// <summary>By place: the least number of flows to the buyer.</summary>
    public required int[] Tiers { get; init; }

    /// <summary>By place: its first flow, inclusive; the next entry is the end.</summary>
    public required int[] FirstIn { get; init; }

    /// <summary>By place: flows that hold on the date and do not count.</summary>
    public required int[] LeftOutOf { get; init; }

    /// <summary>By place: true where inputs are missing because the limit on relations was reached.</summary>
    public required bool[] IsCut { get; init; }

    /// <summary>By flow of the cone: its number in the graph.</summary>
    public required int[] Flows { get; init; }

    /// <summary>By flow of the cone: the place of its supplier.</summary>
    public required int[] Suppliers { get; init; }

    /// <summary>How many places there are.</summary>
    public int Count => Nodes.Length;

    /// <summary>Flows that hold on the date and do not count, in all.</summary>
    public int LeftOut => LeftOutOf.Sum();

    /// <summary>True where the limit on relations was reached.</summary>
    public bool CutByLimit => Array.IndexOf(IsCut, true) >= 0;

    /// <summary>True where nothing is known to flow into a place, and nothing is left out there.</summary>
    public bool IsOrigin(int place) => FirstIn[place] == FirstIn[place + 1] && LeftOutOf[place] == 0 && !IsCut[place];

    /// <summary>By flow of the cone: the place of its buyer.</summary>
    public int[] Buyers()
    {
        var buyers = new int[Flows.Length];
        for (var place = 0; place < Count; place++)
            buyers.AsSpan(FirstIn[place]..FirstIn[place + 1]).Fill(place);
        return buyers;
    }
}
