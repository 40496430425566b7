using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>A line of a schedule that a measure covers.</summary>
/// <param name="Line">The line.</param>
/// <param name="IsPartly">True where the measure covers only some of the codes beneath it.</param>
internal readonly record struct TouchedLine(NomenclatureLine Line, bool IsPartly);

/// <summary>Finds the lines of a schedule that a measure covers on a date, by its goods alone; origins and conditions do not count.</summary>
internal static class TouchedLines
{
    /// <summary>The lines, in order of code; none outside the measure's effective dates.</summary>
    /// <exception cref="GeoGraphException">
    /// <see cref="ErrorReason.DataMissing"/>: the data has no schedule of whoever imposes the measure, or the measure's goods cannot be read.
    /// </exception>
    public static IReadOnlyList<TouchedLine> Of(CompiledSchedule schedule, CompiledMeasure measure, DateOnly asOf)
    {
        var nomenclature = AverageLines.NomenclatureOf(schedule, measure.Measure.ImposedById, asOf);
        if (measure.Refusal is { } refusal)
            throw new GeoGraphException(ErrorReason.DataMissing, $"{measure.Measure.Id} cannot be evaluated: {refusal}", [new("missing", measure.Measure.Id.Value)]);
        var lines = new List<TouchedLine>();
        if (!measure.Measure.Effective.Contains(asOf))
            return lines;
        foreach (var line in nomenclature.Leaves(asOf))
        {
            var coverage = new GoodsCover(schedule, line.Span, asOf, null).Of(measure.Goods, out _);
            if (coverage != Coverage.None)
                lines.Add(new TouchedLine(line, coverage == Coverage.Partial));
        }
        return lines;
    }
}
