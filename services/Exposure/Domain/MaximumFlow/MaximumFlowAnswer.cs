using GeoGraph.Core;
using GeoGraph.Exposure.Answers;

namespace GeoGraph.Exposure.MaximumFlow;

/// <summary>A question of how much can arrive at a buyer.</summary>
/// <param name="Of">The buyer.</param>
/// <param name="Group">The one input group of it that counts; null for all.</param>
/// <param name="Product">The one product that counts among what flows into the buyer itself; null for all.</param>
/// <param name="From">Where any amount may come from; empty for every node upstream without inputs.</param>
internal sealed record MaximumFlowQuestion(EntityId Of, string? Group, EntityId? Product, IReadOnlyList<EntityId> From);

/// <summary>What a relation carries at the maximum flow.</summary>
/// <param name="Relation">The relation.</param>
/// <param name="From">The supplier.</param>
/// <param name="To">The buyer.</param>
/// <param name="UsdPerYear">What it carries, not negative.</param>
/// <param name="Capacity">The most that it can carry; null where not stated.</param>
/// <param name="Inferred">True where the relation is inferred.</param>
internal sealed record FlowOnRelation(EntityId Relation, EntityId From, EntityId To, decimal UsdPerYear, decimal? Capacity, bool Inferred);

/// <summary>The most that can arrive at a buyer, and what holds it to that.</summary>
/// <param name="Basis">How the answer came about.</param>
/// <param name="UsdPerYear">The maximum flow in USD per year; null where it is unbounded.</param>
/// <param name="Unbounded">A chain without any stated capacity, where there is one; else null.</param>
/// <param name="Cut">The minimum cut nearest to the buyer: relations whose capacities sum to the flow, in order of id. Empty where unbounded, or where nothing can come.</param>
/// <param name="Flows">One way to send it: the relations that carry something, in order of id; at most as many as results are wanted.</param>
/// <param name="TotalFlows">How many carry something.</param>
/// <param name="NotUpstream">Given places to come from that are not upstream of the buyer, in order of id.</param>
/// <param name="InferredPart">The part of the flow, 0 to 1, that arrives by inferred relations into the buyer.</param>
internal sealed record MaximumFlowAnswer(
    AnswerBasis Basis,
    decimal? UsdPerYear,
    Chain? Unbounded,
    IReadOnlyList<FlowOnRelation> Cut,
    IReadOnlyList<FlowOnRelation> Flows,
    int TotalFlows,
    IReadOnlyList<EntityId> NotUpstream,
    decimal InferredPart);
