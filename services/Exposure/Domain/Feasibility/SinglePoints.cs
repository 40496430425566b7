using GeoGraph.Core;
using GeoGraph.Exposure.Answers;

namespace GeoGraph.Exposure.Feasibility;

/// <summary>A node whose loss alone leaves the buyer without an input that it needs.</summary>
/// <param name="Node">The node.</param>
/// <param name="Nodes">From the buyer to the node, each the supplier of the one before.</param>
/// <param name="Relations">The flows between them, the one into the buyer first: a shortest way by which the loss reaches the buyer.</param>
/// <param name="Inferred">True where one of these flows is inferred.</param>
internal sealed record SinglePoint(EntityId Node, IReadOnlyList<EntityId> Nodes, IReadOnlyList<EntityId> Relations, bool Inferred);

/// <summary>The single points of failure of a buyer.</summary>
/// <param name="Basis">How the answer came about.</param>
/// <param name="FeasibleBefore">False where the buyer lacks an input with nothing gone, on the evidence that counts; then no node is listed.</param>
/// <param name="Points">The nodes, in order of id.</param>
/// <param name="TotalPoints">How many there are in all.</param>
internal sealed record SinglePointsAnswer(AnswerBasis Basis, bool FeasibleBefore, IReadOnlyList<SinglePoint> Points, int TotalPoints);
