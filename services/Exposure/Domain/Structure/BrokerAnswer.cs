using GeoGraph.Core;
using GeoGraph.Exposure.Answers;

namespace GeoGraph.Exposure.Structure;

/// <summary>A question of who stands between most.</summary>
/// <param name="Samples">
/// From how many suppliers paths are counted; 0 for all of them, or for <see cref="DefaultSamples"/> where there are more than <see cref="MostCountedWhole"/>.
/// </param>
/// <param name="Seed">Which sample is taken; the same seed takes the same.</param>
internal sealed record BrokerQuestion(int Samples = 0, int Seed = 1)
{
    /// <summary>Suppliers from which paths are counted where none are named.</summary>
    public const int DefaultSamples = 1_000;

    /// <summary>Up to how many suppliers all are counted where none are named.</summary>
    public const int MostCountedWhole = 10_000;

    /// <summary>The most that may be named.</summary>
    public const int MostSamples = 1_000_000;
}

/// <summary>How much stands between others at a node.</summary>
/// <param name="Node">The node.</param>
/// <param name="Betweenness">
/// How many shortest paths of supply between pairs of others pass it, each pair counting one in all, six places; scaled up where sampled. No amount.
/// </param>
internal sealed record Broker(EntityId Node, decimal Betweenness);

/// <summary>Who stands between most.</summary>
/// <param name="Basis">How the answer came about.</param>
/// <param name="Brokers">Those that stand between somebody, the most first, then by id.</param>
/// <param name="TotalBrokers">How many there are in all; of a sample, those that it shows.</param>
/// <param name="Sources">From how many suppliers paths were counted.</param>
/// <param name="Suppliers">How many there are.</param>
internal sealed record BrokerAnswer(AnswerBasis Basis, IReadOnlyList<Broker> Brokers, int TotalBrokers, int Sources, int Suppliers);
