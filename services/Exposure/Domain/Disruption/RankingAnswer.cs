using GeoGraph.Core;
using GeoGraph.Exposure.Answers;

namespace GeoGraph.Exposure.Disruption;

/// <summary>What the loss of one node costs the others.</summary>
/// <param name="Node">Who is lost.</param>
/// <param name="LostPerYear">Output lost by those downstream of it, itself left out, in USD per year; those without stated output count nothing.</param>
/// <param name="OutputLostPerYear">Its own output; null where not stated.</param>
/// <param name="NodesLost">The parts lost by all nodes downstream, summed, itself left out: 2.5 are two nodes whole and one half. Compares nodes where no outputs are stated.</param>
/// <param name="Affected">How many nodes lose anything, or may, itself left out.</param>
/// <param name="WithoutOutput">How many of them state no output.</param>
/// <param name="TargetLevel">The level of the target; null where none is asked for.</param>
internal sealed record RankedNode(
    EntityId Node, AmountRange LostPerYear, decimal? OutputLostPerYear, AmountRange NodesLost, int Affected, int WithoutOutput, LevelRange? TargetLevel);

/// <summary>Whose loss alone costs most.</summary>
/// <param name="Basis">How the answer came about.</param>
/// <param name="Nodes">
/// With a target: the lowest level of it first. Then, or without a target, the largest loss in USD at its most, then the most nodes lost, then by id.
/// </param>
/// <param name="TotalNodes">How many nodes cost others anything, or may.</param>
internal sealed record RankingAnswer(AnswerBasis Basis, IReadOnlyList<RankedNode> Nodes, int TotalNodes);
