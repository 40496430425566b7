using GeoGraph.Core;
using GeoGraph.Exposure.Answers;

namespace GeoGraph.Exposure.Structure;

/// <summary>A node that others upstream cannot get round.</summary>
/// <param name="Node">The node.</param>
/// <param name="Tier">The least number of flows to the buyer.</param>
/// <param name="Behind">How many nodes upstream have every way to the buyer through it, itself left out.</param>
/// <param name="OriginsBehind">How many of the origins have, itself included where it is one.</param>
/// <param name="OnEveryPath">True where all origins have: it is on every path of supply from any origin to the buyer.</param>
/// <param name="Chain">A shortest chain from the buyer up to it.</param>
internal sealed record Bottleneck(EntityId Node, int Tier, long Behind, long OriginsBehind, bool OnEveryPath, Chain Chain);

/// <summary>Who stands between a buyer and its origins.</summary>
/// <param name="Basis">How the answer came about.</param>
/// <param name="Bottlenecks">Those on every path, the nearest first; then the others that have somebody behind them, the most first; then by id.</param>
/// <param name="TotalBottlenecks">How many there are in all.</param>
/// <param name="Origins">Nodes upstream without inputs. Where there are none, nothing is on every path.</param>
internal sealed record BottleneckAnswer(AnswerBasis Basis, IReadOnlyList<Bottleneck> Bottlenecks, int TotalBottlenecks, long Origins);
