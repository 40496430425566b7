namespace GeoGraph.Cli.Import.Csv;

/// <summary>Which records have a column.</summary>
internal enum CsvRecord
{
    /// <summary>Actors and relations.</summary>
    Both,

    /// <summary>Actors only.</summary>
    Actor,

    /// <summary>Relations only.</summary>
    Relation,
}

/// <summary>How the text of a cell is read.</summary>
internal enum CsvForm
{
    /// <summary>As it is.</summary>
    Text,

    /// <summary>The id of an actor; two letters stand for a state.</summary>
    ActorId,

    /// <summary>Ids of actors with semicolons between.</summary>
    ActorIds,

    /// <summary>A decimal of any sign.</summary>
    Decimal,

    /// <summary>A decimal of zero or more.</summary>
    Amount,

    /// <summary>A decimal from 0 to 1.</summary>
    Share,

    /// <summary>A date as 2025-04-05.</summary>
    Date,

    /// <summary>True or false, in any case.</summary>
    Flag,

    /// <summary>A word of the contracts, in any case, with hyphens or underscores.</summary>
    Word,

    /// <summary>Words with semicolons between.</summary>
    Words,

    /// <summary>Texts with semicolons between.</summary>
    Texts,

    /// <summary>Days by input group, as <c>li=30;cathode=20</c>.</summary>
    Stocks,

    /// <summary>Shares by chokepoint, as <c>chokepoint:taiwan-strait=0.5;chokepoint:luzon-strait=0.5</c>.</summary>
    Transits,
}

/// <summary>A column of the format.</summary>
/// <param name="Name">Its name in the header.</param>
/// <param name="Record">Which records have it.</param>
/// <param name="Form">How a cell is read.</param>
/// <param name="Path">The field of the contracts' message that it fills, with dots between the fields on the way.</param>
/// <param name="Meaning">What it says, for people who fill a sheet.</param>
internal sealed record CsvColumn(string Name, CsvRecord Record, CsvForm Form, string Path, string Meaning)
{
    /// <summary>True where rows of the kind have it.</summary>
    public bool IsOf(CsvRecord record) => Record == CsvRecord.Both || Record == record;
}
