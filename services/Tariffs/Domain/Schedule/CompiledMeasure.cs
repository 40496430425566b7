using System.Collections.Frozen;
using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>The goods that a measure covers, read.</summary>
/// <param name="Everything">True where nothing is included by name, so all goods are.</param>
/// <param name="Include">Codes included by name.</param>
/// <param name="Exclude">Codes left out by name.</param>
/// <param name="IncludeLists">Numbers of the lists included.</param>
/// <param name="ExcludeLists">Numbers of the lists left out.</param>
internal sealed record CompiledGoods(bool Everything, DatedSpans Include, DatedSpans Exclude, int[] IncludeLists, int[] ExcludeLists)
{
    /// <summary>All goods.</summary>
    public static readonly CompiledGoods All = new(true, DatedSpans.None, DatedSpans.None, [], []);
}

/// <summary>A measure made ready for pricing. Immutable.</summary>
internal sealed class CompiledMeasure
{
    private string? _dutyText;

    /// <summary>Orders measures by number, so that each can be told once.</summary>
    public static readonly IComparer<CompiledMeasure> ByNumber = Comparer<CompiledMeasure>.Create(static (left, right) => left.Number.CompareTo(right.Number));

    /// <summary>Orders measures by id, as answers do.</summary>
    public static readonly IComparer<CompiledMeasure> ById = Comparer<CompiledMeasure>.Create(static (left, right) => left.Measure.Id.CompareTo(right.Measure.Id));

    /// <summary>A number that no other measure of the schedule has; it says nothing of order.</summary>
    public required int Number { get; init; }

    /// <summary>The measure.</summary>
    public required Measure Measure { get; init; }

    /// <summary>Its duty; null for types that bear none, and for refused measures.</summary>
    public required DutyExpression? Duty { get; init; }

    /// <summary>Its duty, printed; made when first asked for.</summary>
    public string DutyText => _dutyText ??= Duty is null ? "" : DutyPrinter.Print(Duty);

    /// <summary>Its goods.</summary>
    public required CompiledGoods Goods { get; init; }

    /// <summary>Its conditions.</summary>
    public required CompiledCondition[] Conditions { get; init; }

    /// <summary>Origins covered; empty for all.</summary>
    public required FrozenSet<EntityId> Origins { get; init; }

    /// <summary>Origins left out.</summary>
    public required FrozenSet<EntityId> NotOrigins { get; init; }

    /// <summary>Why it cannot be evaluated; null where it can.</summary>
    public required string? Refusal { get; init; }

    /// <summary>What its tests compare each fact as; empty where it cannot be evaluated.</summary>
    public required (string Fact, FactKind Kind)[] Facts { get; init; }

    /// <summary>True where an origin, with the blocs that it is of, is covered.</summary>
    public bool CoversOrigin(IReadOnlyList<EntityId> origins)
    {
        var covered = Origins.Count == 0;
        for (var i = 0; i < origins.Count; i++)
        {
            if (NotOrigins.Contains(origins[i]))
                return false;
            covered = covered || Origins.Contains(origins[i]);
        }
        return covered;
    }
}
