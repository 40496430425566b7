namespace GeoGraph.Tariffs;

/// <summary>How far a measure is law.</summary>
internal enum MeasureStatus
{
    /// <summary>Law in its effective period.</summary>
    Law,

    /// <summary>Agreed between parties and never put into law; applies only in its scenarios.</summary>
    Agreed,

    /// <summary>Put forward by an authority; applies only in its scenarios.</summary>
    Proposed,

    /// <summary>Announced as a possibility; applies only in its scenarios.</summary>
    Threatened,
}
