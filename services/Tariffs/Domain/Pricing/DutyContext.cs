namespace GeoGraph.Tariffs;

/// <summary>What a duty expression is evaluated with. One per pricing; the amounts of other duties are set as they become known.</summary>
internal sealed class DutyContext
{
    private SortedSet<string>? _missing;
    private SortedSet<string>? _assumed;

    /// <summary>The customs value of the entry.</summary>
    public required decimal FullValue { get; init; }

    /// <summary>The currency of the entry and of every amount computed.</summary>
    public required string Currency { get; init; }

    /// <summary>The date that exchange rates are taken on.</summary>
    public required DateOnly EntryDate { get; init; }

    /// <summary>What the entry's quantities are.</summary>
    public required QuantityTable Quantities { get; init; }

    /// <summary>What the entry's facts are.</summary>
    public required FactSet Facts { get; init; }

    /// <summary>Customs exchange rates.</summary>
    public required ExchangeTable Exchange { get; init; }

    /// <summary>The value that the duty is charged on.</summary>
    public decimal Base { get; set; }

    /// <summary>The ordinary duty payable, not rounded: what a floor tops up.</summary>
    public decimal Ordinary { get; set; }

    /// <summary>What the measure stands in place of, not rounded: what a cap limits, and the duty of the applicable subheading.</summary>
    public decimal Replaced { get; set; }

    /// <summary>The lowest duty of another origin, for a duty that follows it; null where none is known.</summary>
    public Followed? Followed { get; set; }

    /// <summary>The duty of every part of an entry that quotas divide, where its fees and taxes are computed; else null.</summary>
    public decimal? DutyInAll { get; init; }

    /// <summary>Names of the quantities that an evaluation lacked, as <c>liter</c> or <c>kg.lead</c>.</summary>
    public SortedSet<string> MissingQuantities => _missing ??= new(StringComparer.Ordinal);

    /// <summary>Names of the facts that bases rest on and the entry does not state: a content is taken to be the whole value, a share to be 0.</summary>
    public SortedSet<string> AssumedContents => _assumed ??= new(StringComparer.Ordinal);

    /// <summary>True where an evaluation lacked a quantity.</summary>
    public bool LacksQuantities => _missing is { Count: > 0 };

    /// <summary>True where a base rests on a fact that is not stated.</summary>
    public bool AssumesContents => _assumed is { Count: > 0 };

    /// <summary>Forgets what evaluations lacked and assumed.</summary>
    public void Forget()
    {
        _missing?.Clear();
        _assumed?.Clear();
    }
}
