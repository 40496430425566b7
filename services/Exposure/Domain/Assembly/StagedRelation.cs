using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Assembly;

/// <summary>A relation as it waits to be compiled: what it names are numbers within its <see cref="GraphStage"/>.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="From">The id it starts from.</param>
/// <param name="To">The id it ends on.</param>
/// <param name="Product">The product's id; -1 where none is stated.</param>
/// <param name="Group">The input group; -1 where the product's id names it.</param>
/// <param name="Term">Its own dates and its evidence.</param>
/// <param name="Transits">The transits; -1 where none is stated.</param>
/// <param name="Value">Value in units of <see cref="FixedPoint"/>.</param>
/// <param name="Share">Share in units of <see cref="FixedPoint"/>.</param>
/// <param name="Capacity">Capacity in units of <see cref="FixedPoint"/>.</param>
internal readonly record struct StagedRelation(
    RelationKind Kind, int From, int To, int Product, int Group, int Term, int Transits, long Value, int Share, long Capacity)
{
    /// <summary>True for SUPPLIES and EXPORTS_TO.</summary>
    public bool IsFlow => Kind is RelationKind.Supplies or RelationKind.ExportsTo;
}
