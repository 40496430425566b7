namespace GeoGraph.Tariffs;

/// <summary>On what part of an entry a duty is charged.</summary>
internal enum DutyBaseKind
{
    /// <summary>The full value, less what stacking rules split off.</summary>
    Unspecified,

    /// <summary>The full value, whatever stacking rules split off.</summary>
    FullValue,

    /// <summary>The value of one content, in the fact <c>content_value.&lt;content&gt;</c>; where absent, the full value.</summary>
    ContentValue,

    /// <summary>The full value less every content value that a splitting rule's first group is charged on.</summary>
    RemainingValue,

    /// <summary>The value with all duties, as for VAT.</summary>
    DutyInclusive,

    /// <summary>The full value less the share in the fact that <see cref="DutyBase.Content"/> names.</summary>
    ValueLessShare,
}

/// <summary>On what a duty is charged.</summary>
/// <param name="Kind">The part of the entry.</param>
/// <param name="Content">The material, or the fact that the kind speaks of; empty for other kinds.</param>
internal sealed record DutyBase(DutyBaseKind Kind, string Content)
{
    /// <summary>The full value, less what stacking rules split off.</summary>
    public static readonly DutyBase Unspecified = new(DutyBaseKind.Unspecified, "");

    /// <summary>The value of one content.</summary>
    public static DutyBase OnContent(string content) => new(DutyBaseKind.ContentValue, content);

    /// <summary>The name of the entry's fact that the base reads; null where it reads none.</summary>
    public string? FactName => Kind switch
    {
        DutyBaseKind.ContentValue => FactNames.ContentValue + Content,
        DutyBaseKind.ValueLessShare => Content,
        _ => null,
    };
}
