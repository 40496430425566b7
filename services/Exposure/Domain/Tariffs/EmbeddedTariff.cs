using GeoGraph.Core;
using GeoGraph.Exposure.Answers;

namespace GeoGraph.Exposure.Tariffs;

/// <summary>The duty on one border, as it reaches the dependent.</summary>
/// <param name="Relation">The flow.</param>
/// <param name="Importer">The state that charges it; null where unknown.</param>
/// <param name="Origin">The state that the goods come from; null where unknown.</param>
/// <param name="Codes">The codes that it was priced by; empty where the question states the rate, or none is known.</param>
/// <param name="Rate">The duty against the value.</param>
/// <param name="Share">The part of the dependent's output that the flow makes up, through every tier; the least where outputs or values are not stated.</param>
/// <param name="Chain">One way from the dependent to the flow, the strongest.</param>
internal sealed record BorderFigure(EntityId Relation, EntityId? Importer, EntityId? Origin, IReadOnlyList<string> Codes, DutyRate Rate, decimal Share, Chain Chain)
{
    /// <summary>Rate times share; null where no rate can be given.</summary>
    public decimal? Embedded => Rate.AtLeast * Share;
}

/// <summary>The duty embedded in one unit of a dependent's output, from every border that its inputs cross.</summary>
/// <param name="Basis">What it rests on.</param>
/// <param name="AtLeast">The least that it can be.</param>
/// <param name="AtMost">The most that it can be; null where a rate, an output or a value is unknown.</param>
/// <param name="Borders">The borders, the largest first, unknown ones last, then by relation, as many as wanted.</param>
/// <param name="BorderCount">How many there are in all.</param>
/// <param name="Unknown">What no source states and the figure lacks, in sentences.</param>
/// <param name="ErrorBound">How far the figure may be off because an iteration over a large circle of suppliers stops; 0 where all is exact.</param>
internal sealed record EmbeddedAnswer(
    AnswerBasis Basis, decimal AtLeast, decimal? AtMost, IReadOnlyList<BorderFigure> Borders, int BorderCount, IReadOnlyList<string> Unknown, decimal ErrorBound);
