using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>The lines of the importer's schedule on a date that entries are declared under, and which of them are asked for.</summary>
internal sealed class AverageLines
{
    /// <summary>Finds them.</summary>
    public AverageLines(Nomenclature nomenclature, AverageQuestion question, DateOnly asOf)
    {
        Schedule = [.. nomenclature.Leaves(asOf)];
        IsAsked = [.. Schedule.Select(line => question.Takes(line.Digits))];
        Codes = [.. Schedule.Where((_, place) => IsAsked[place]).Select(line => line.Digits)];
    }

    /// <summary>Every line, in order of code.</summary>
    public NomenclatureLine[] Schedule { get; }

    /// <summary>Which lines are asked for.</summary>
    public bool[] IsAsked { get; }

    /// <summary>The codes of those asked for, without dots, in order.</summary>
    public string[] Codes { get; }

    /// <summary>The importer's nomenclature.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.DataMissing"/>: the data has none.</exception>
    public static Nomenclature NomenclatureOf(CompiledSchedule schedule, EntityId importer, DateOnly asOf) =>
        schedule.Nomenclatures.OfAny(schedule.Memberships.GroupsOf(importer, asOf))
        ?? throw new GeoGraphException(ErrorReason.DataMissing, $"the data has no tariff schedule of {importer}, so its lines are not known.",
            [new("missing", "tariff_schedule"), new("importer", importer.Value), new("as_of", $"{asOf:yyyy-MM-dd}")]);
}
