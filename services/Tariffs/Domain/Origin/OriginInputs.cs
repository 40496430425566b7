using System.Globalization;
using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>One input as a rule sees it.</summary>
/// <param name="Material">The input.</param>
/// <param name="Number">Its place in the bill, from 0.</param>
/// <param name="IsRegional">True where it counts as the region's.</param>
/// <param name="ForeignValue">What of its value does not count as the region's.</param>
internal sealed record OriginInput(BillMaterial Material, int Number, bool IsRegional, decimal ForeignValue)
{
    /// <summary>Its name; its code where it has none, and else its place.</summary>
    public string Label => Material.Name.Length > 0 ? Material.Name
        : Material.Code.Length > 0 ? Material.Code
        : string.Create(CultureInfo.InvariantCulture, $"materials[{Number}]");

    /// <summary>The path of one of its fields.</summary>
    public string Field(string name) => string.Create(CultureInfo.InvariantCulture, $"materials[{Number}].{name}");
}

/// <summary>A bill of materials as one rule sees it: which inputs count as the region's.</summary>
internal sealed class OriginInputs
{
    private readonly OriginRule _rule;
    private readonly MembershipTable _memberships;

    /// <summary>Sorts the inputs of a bill by a rule; blocs stand for their members on the bill's date.</summary>
    public OriginInputs(OriginRule rule, OriginBill bill, MembershipTable memberships)
    {
        (_rule, _memberships, Bill) = (rule, memberships, bill);
        var counts = new Dictionary<EntityId, bool>();
        All = [.. bill.Materials.Select((material, number) => Sort(material, number, counts))];
    }

    /// <summary>The bill.</summary>
    public OriginBill Bill { get; }

    /// <summary>Every input, in the order of the bill.</summary>
    public IReadOnlyList<OriginInput> All { get; }

    /// <summary>The inputs that do not count as the region's.</summary>
    public IEnumerable<OriginInput> Foreign => All.Where(input => !input.IsRegional);

    /// <summary>What does not count as the region's, together.</summary>
    public decimal ForeignValue => All.Sum(input => input.ForeignValue);

    /// <summary>What counts as the region's of all inputs, together.</summary>
    public decimal RegionalValue => All.Sum(input => input.Material.Value - input.ForeignValue);

    /// <summary>True where the good is made where the rule asks for it.</summary>
    public bool IsMadeInRegion => _rule.RegionIds.Count == 0 || IsOf(Bill.MadeIn, _rule.RegionIds);

    /// <summary>Inputs that count as the region's though they do not originate where the good is made.</summary>
    public IReadOnlyList<string> Cumulated =>
        [.. All.Where(input => input.Material.Origin != Bill.MadeIn && input.ForeignValue < input.Material.Value).Select(input => input.Label)];

    private OriginInput Sort(BillMaterial material, int number, Dictionary<EntityId, bool> counts)
    {
        var isRegional = false;
        if (material.Origin is { } origin && !counts.TryGetValue(origin, out isRegional))
            counts[origin] = isRegional = origin == Bill.MadeIn || IsOf(origin, _rule.RegionIds) || IsOf(origin, _rule.CumulationIds);
        var added = _rule.FullCumulation ? material.RegionalValue : 0m;
        return new OriginInput(material, number, isRegional, isRegional ? 0m : material.Value - added);
    }

    private bool IsOf(EntityId state, IReadOnlyList<EntityId> ids)
    {
        if (ids.Count == 0)
            return false;
        foreach (var group in _memberships.GroupsOf(state, Bill.On))
        {
            if (ids.Contains(group))
                return true;
        }
        return false;
    }
}
