namespace GeoGraph.Core;

/// <summary>How far a statement may be relied on; values grow with it.</summary>
public enum Confidence
{
    /// <summary>Nobody judged it.</summary>
    Unspecified,

    /// <summary>Hearsay that its own source hedges.</summary>
    Rumour,

    /// <summary>Stated, but at odds with other evidence or vague.</summary>
    Doubtful,

    /// <summary>Stated by a named source and not contradicted.</summary>
    Reported,

    /// <summary>The text of the law, or confirmed by an independent source.</summary>
    Verified,
}

/// <summary>Where a statement can be read. Texts that are not known are empty.</summary>
/// <param name="Id">The document within the data set, as <c>seed:S2</c>.</param>
/// <param name="Title">The document's title.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Citation">The usual legal or bibliographic reference, as <c>EO 14257</c>.</param>
/// <param name="Url">Where it is published.</param>
/// <param name="PublishedOn">The date of publication; null where the source does not say.</param>
/// <param name="Quote">The very words, in the source's language.</param>
public sealed record Source(
    string Id = "", string Title = "", string Publisher = "", string Citation = "", string Url = "", DateOnly? PublishedOn = null, string Quote = "");

/// <summary>What a fact rests on.</summary>
public sealed record Evidence
{
    /// <summary>No source, nothing judged.</summary>
    public static readonly Evidence None = new();

    /// <summary>Where the fact is stated, most direct first.</summary>
    public IReadOnlyList<Source> Sources { get; init; } = [];

    /// <summary>How far the fact may be relied on.</summary>
    public Confidence Confidence { get; init; }

    /// <summary>True where no source states the fact itself.</summary>
    public bool Inferred { get; init; }

    /// <summary>How an inferred fact follows from its sources; empty where not inferred.</summary>
    public string Inference { get; init; } = "";

    /// <summary>Claims that the fact rests on.</summary>
    public IReadOnlyList<EntityId> ClaimIds { get; init; } = [];
}
