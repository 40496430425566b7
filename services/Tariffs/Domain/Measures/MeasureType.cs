namespace GeoGraph.Tariffs;

/// <summary>What a measure does to an entry. The order is the order of lines in an answer.</summary>
internal enum MeasureType
{
    /// <summary>The ordinary duty (US column 1 general, MFN).</summary>
    ThirdCountryDuty,

    /// <summary>The ordinary duty of origins without normal trade relations (US column 2).</summary>
    PenalDuty,

    /// <summary>Replaces the ordinary duty where the entry claims and qualifies for it.</summary>
    TariffPreference,

    /// <summary>Lowers the ordinary duty for a time.</summary>
    Suspension,

    /// <summary>Comes on top of the ordinary duty.</summary>
    AdditionalDuty,

    /// <summary>Forbids the entry.</summary>
    Prohibition,

    /// <summary>Restricts the export from the imposing state; bears no duty.</summary>
    ExportControl,

    /// <summary>A charge after duty, as the merchandise processing fee.</summary>
    Fee,

    /// <summary>A tax on the duty-inclusive base, as VAT.</summary>
    Tax,

    /// <summary>The most that the importer promised to apply; bears no duty.</summary>
    BoundRate,
}

/// <summary>Sorts of measure types that pricing tells apart.</summary>
internal static class MeasureTypes
{
    /// <summary>True for the types of which an entry owes exactly one.</summary>
    public static bool IsOrdinary(this MeasureType type) =>
        type is MeasureType.ThirdCountryDuty or MeasureType.PenalDuty or MeasureType.TariffPreference or MeasureType.Suspension;

    /// <summary>True for charges that are not duty.</summary>
    public static bool IsCharge(this MeasureType type) => type is MeasureType.Fee or MeasureType.Tax;

    /// <summary>True for the types that need a duty expression.</summary>
    public static bool BearsDuty(this MeasureType type) => type.IsOrdinary() || type.IsCharge() || type == MeasureType.AdditionalDuty;
}
