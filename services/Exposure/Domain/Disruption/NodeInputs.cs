namespace GeoGraph.Exposure.Disruption;

/// <summary>A flow into an input group.</summary>
/// <param name="Flow">The flow in the graph.</param>
/// <param name="Supplier">The node in the graph.</param>
/// <param name="Share">Its share of the group, 0 to 1; null where unknown, also where the evidence rule leaves the flow out.</param>
/// <param name="Counts">False where the evidence rule leaves it out.</param>
internal readonly record struct InputFlow(int Flow, int Supplier, decimal? Share, bool Counts);

/// <summary>An input group with all of its flows that hold on the date.</summary>
/// <param name="Group">The group in the graph.</param>
/// <param name="Essential">True where the buyer cannot do without it.</param>
/// <param name="Weight">Its value against that of all groups of the buyer, 0 to 1; null where a value is not stated.</param>
/// <param name="Unknown">The part of which no flow is known to have how much, 0 to 1.</param>
/// <param name="NamesAll">True where nothing at all is said of the shares: then the named flows are taken to be all there is, as in questions of feasibility.</param>
/// <param name="Flows">The flows, in order of id.</param>
internal sealed record InputGroup(int Group, bool Essential, decimal? Weight, decimal Unknown, bool NamesAll, InputFlow[] Flows);

/// <summary>The supply groups of a node, in order of name.</summary>
/// <param name="Groups">The groups.</param>
/// <param name="IsExact">True where every share and weight that a level needs is known.</param>
internal sealed record NodeInputs(InputGroup[] Groups, bool IsExact);
