using GeoGraph.Core;

namespace GeoGraph.Exposure.Tariffs;

/// <summary>What duty is asked for: goods of a code from one state into another.</summary>
/// <param name="Importer">The state that charges it.</param>
/// <param name="Origin">The state that the goods come from; another one.</param>
/// <param name="Hs">The code, digits only.</param>
internal readonly record struct DutyPair(EntityId Importer, EntityId Origin, string Hs);

/// <summary>The border that a flow crosses.</summary>
/// <param name="Flow">The flow's number in the graph.</param>
/// <param name="Importer">The buyer's state; null where it has none or several.</param>
/// <param name="Origin">The supplier's state; null where it has none or several.</param>
/// <param name="Codes">The codes that the goods may have, digits only, in ordinal order; empty where none is stated.</param>
/// <param name="Missing">Why no duty can be asked for, in a sentence; empty where it can.</param>
internal sealed record Border(int Flow, EntityId? Importer, EntityId? Origin, IReadOnlyList<string> Codes, string Missing)
{
    /// <summary>What duty to ask for: one a code.</summary>
    public IEnumerable<DutyPair> Pairs => Missing.Length > 0 ? [] : Codes.Select(code => new DutyPair(Importer!.Value, Origin!.Value, code));
}
