using GeoGraph.Core;

namespace GeoGraph.Agreements;

/// <summary>A customs territory's schedule: which revisions of it the data holds. Its rows lie in <see cref="TariffHeading"/> records.</summary>
internal sealed record TariffSchedule : DatedRecord
{
    public string Title { get; init; } = "";
    public EntityId ImposedById { get; init; }

    /// <summary>Oldest first; each stands until the next.</summary>
    public IReadOnlyList<ScheduleRevision> Revisions { get; init; } = [];
}

/// <summary>One published state of a schedule.</summary>
internal sealed record ScheduleRevision(string Name, DateOnly EffectiveFrom, int Rows);

/// <summary>The rows of a schedule beneath one four-digit heading.</summary>
internal sealed record TariffHeading : DatedRecord
{
    public EntityId ImposedById { get; init; }

    /// <summary>Four digits.</summary>
    public HsCode Code { get; init; }

    /// <summary>In the order of the publication; rows that changed stand once for each time.</summary>
    public IReadOnlyList<TariffLine> Lines { get; init; } = [];
}

/// <summary>One row of a schedule, for a time; texts are the publication's own.</summary>
internal sealed record TariffLine
{
    /// <summary>4 to 10 digits.</summary>
    public HsCode Code { get; init; }
    public int Indent { get; init; }

    /// <summary>The row's text after those of the rows that it is printed beneath, outermost first, joined by ": ".</summary>
    public string Description { get; init; } = "";
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>Column 1 general; empty where the row bears no rate of its own.</summary>
    public string General { get; init; } = "";

    /// <summary>Column 1 special.</summary>
    public string Special { get; init; } = "";

    /// <summary>Column 2.</summary>
    public string Other { get; init; } = "";
    public IReadOnlyList<string> Footnotes { get; init; } = [];

    /// <summary>Headings of chapters 98 and 99 that the footnotes name.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];
    public string QuotaQuantity { get; init; } = "";
    public string AdditionalDuties { get; init; } = "";

    /// <summary>Open at the beginning where the first revision at hand has the row.</summary>
    public ValidPeriod Valid { get; init; }
}
