using GeoGraph.Core;
using GeoGraph.Exposure.Answers;

namespace GeoGraph.Exposure.Reliance;

/// <summary>What is wrong with, or missing in, the data that a reliance is worked out from.</summary>
internal enum RelianceFault
{
    /// <summary>The node has inputs and no stated output: it is not looked through.</summary>
    OutputUnknown,

    /// <summary>The node has inputs and its stated output is zero: it is not looked through.</summary>
    OutputZero,

    /// <summary>The output is the sum of stated sales.</summary>
    OutputFromSales,

    /// <summary>Inputs of the node state no value, are left out by the evidence rule or by the limit on relations: what comes by them is unknown.</summary>
    ValueUnknown,

    /// <summary>The inputs are worth more than the output: its value added, which would be negative, counts as unknown.</summary>
    InputsExceedOutput,

    /// <summary>The inputs are worth more than a thousand times the output, or the figure itself exceeds a thousand million: it is not looked through.</summary>
    OutOfProportion,

    /// <summary>The node is in a circle of suppliers that adds no value, or none that the iteration can tell from zero: it is not looked through.</summary>
    NoConvergence,
}

/// <summary>A node whose data leave a figure open.</summary>
/// <param name="Node">The node.</param>
/// <param name="Fault">What it is.</param>
/// <param name="Detail">The numbers.</param>
internal sealed record RelianceFinding(EntityId Node, RelianceFault Fault, string Detail);

/// <summary>How much of one unit of the buyer's output rests on a node.</summary>
/// <param name="On">The node.</param>
/// <param name="Tier">The least number of flows between it and the buyer.</param>
/// <param name="Direct">What it supplies the buyer itself, against the buyer's output; what is stated of it.</param>
/// <param name="Gross">What passes through it at every tier, against the buyer's output; may exceed one where goods go round in circles.</param>
/// <param name="GrossObserved">What <paramref name="Gross"/> would be on observed evidence alone.</param>
/// <param name="GrossIsLeast">True where something unknown lies between, so that the figure may be larger.</param>
/// <param name="ValueAdded">The value that it adds, embedded in one unit of the buyer's output; null where its inputs are worth more than its output.</param>
/// <param name="Chain">The strongest chain from the buyer up to it; its share is the product of value over output. Null where no stated value leads to it.</param>
internal sealed record RelianceFigure(
    EntityId On, int Tier, decimal Direct, decimal Gross, decimal GrossObserved, bool GrossIsLeast, ShareRange? ValueAdded, Chain? Chain);

/// <summary>How much of a buyer's output rests on others.</summary>
/// <param name="Basis">How the answer came about.</param>
/// <param name="Figures">By gross reliance, the largest first, then by id.</param>
/// <param name="TotalFigures">How many there are in all.</param>
/// <param name="OwnValueAdded">
/// The value that the buyer itself adds to one unit of its output; with the value added by all others it makes one. Null where a group is named, or where the
/// buyer's inputs are worth more than its output.
/// </param>
/// <param name="ErrorBound">Proven bound of the error of all gross figures together by the end of iterations; zero where all were solved directly.</param>
/// <param name="Sweeps">Sweeps made over circles of suppliers.</param>
/// <param name="Findings">What is wrong with or missing in the data, in order of node; at most as many as results are wanted.</param>
/// <param name="TotalFindings">How many there are in all.</param>
internal sealed record RelianceAnswer(
    AnswerBasis Basis,
    IReadOnlyList<RelianceFigure> Figures,
    int TotalFigures,
    ShareRange? OwnValueAdded,
    decimal ErrorBound,
    int Sweeps,
    IReadOnlyList<RelianceFinding> Findings,
    int TotalFindings);
