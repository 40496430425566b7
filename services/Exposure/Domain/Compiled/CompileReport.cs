using GeoGraph.Core;

namespace GeoGraph.Exposure.Compiled;

/// <summary>What a row, or a part of it, breaks.</summary>
internal enum DataFault
{
    /// <summary>Several rows have the same id; none is taken, since which is meant cannot be told.</summary>
    DuplicateId,

    /// <summary>An end of the relation is not among the nodes; the relation is refused.</summary>
    AbsentNode,

    /// <summary>A flow from a node to itself; refused.</summary>
    SelfSupply,

    /// <summary>A share outside 0..1; the relation is refused.</summary>
    ShareOutOfRange,

    /// <summary>A negative value or capacity, or one above 900 trillion USD; the relation is refused.</summary>
    ValueOutOfRange,

    /// <summary>A SUPPLIES with neither input group nor product, or an EXPORTS_TO without product; refused.</summary>
    MissingGroup,

    /// <summary>The relation's dates and those of its ends have no date in common; refused.</summary>
    NeverValid,

    /// <summary>A transit whose chokepoint is absent or is no chokepoint, or whose share is outside 0..1; the transit is refused, the flow is kept.</summary>
    TransitRefused,

    /// <summary>Stated shares of an input group exceed one on some date; tolerated: the shares are scaled to one.</summary>
    GroupOverOne,

    /// <summary>A negative output, or one beyond what the graph holds; the node is kept, its output counts as not stated.</summary>
    OutputOutOfRange,

    /// <summary>Output zero beside sales of positive value; tolerated: the output counts as not stated.</summary>
    ZeroOutputWithSales,

    /// <summary>Days of recovery or of a stock below zero or above 1,000,000; the node is kept, the days count as not stated.</summary>
    DaysOutOfRange,
}

/// <summary>One fault in the data.</summary>
/// <param name="Id">The node or relation, or the buyer of an input group.</param>
/// <param name="Fault">What it breaks.</param>
/// <param name="Detail">The field and the value.</param>
internal sealed record DataFinding(EntityId Id, DataFault Fault, string Detail);

/// <summary>What compiling found in the data.</summary>
internal sealed record CompileReport
{
    /// <summary>Every fault, in order of id, then fault, then detail.</summary>
    public required IReadOnlyList<DataFinding> Findings { get; init; }

    /// <summary>Relations taken into the graph.</summary>
    public required int RelationsTaken { get; init; }

    /// <summary>Relations refused.</summary>
    public required int RelationsRefused { get; init; }

    /// <summary>Relations of kinds that no exposure question reads.</summary>
    public required int RelationsUnused { get; init; }
}
