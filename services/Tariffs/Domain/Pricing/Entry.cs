using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>Goods entered at a customs border: what a duty is asked for.</summary>
internal sealed record Entry
{
    /// <summary>The state (or customs territory) that is entered.</summary>
    public required EntityId Importer { get; init; }

    /// <summary>The state of origin.</summary>
    public required EntityId Origin { get; init; }

    /// <summary>The state that the goods are exported from; null means the origin.</summary>
    public EntityId? ExportCountry { get; init; }

    /// <summary>The HS or national code, 4 to 10 digits, dots allowed.</summary>
    public required string Code { get; init; }

    /// <summary>The customs value in <see cref="Currency"/>; more than 0.</summary>
    public required decimal CustomsValue { get; init; }

    /// <summary>ISO 4217 code; the answer's amounts are in it.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>How much is entered, by unit (<c>kg</c>, <c>liters</c>, <c>units</c>); of a part as <c>kg.lead</c>.</summary>
    public IReadOnlyDictionary<string, decimal> Quantities { get; init; } = new Dictionary<string, decimal>();

    /// <summary>The date of entry.</summary>
    public required DateOnly EntryDate { get; init; }

    /// <summary>What else is known of the goods, by name: a decimal, an ISO date, true or false, or a word.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>Set where it is a part of an entry that quotas divide; null for entries as they are stated.</summary>
    public QuotaPart? Part { get; init; }
}

/// <summary>Which date of a measure decides.</summary>
internal enum DutyClock
{
    /// <summary>When entries owe it.</summary>
    Effective,

    /// <summary>When it was announced, but not before it is effective.</summary>
    Announced,

    /// <summary>When it was published, but not before it is effective.</summary>
    Published,

    /// <summary>When it was in fact collected.</summary>
    Collected,
}

/// <summary>In which view of the law an entry is priced.</summary>
/// <param name="KnownAt">The law as known on this date; null for the settled view.</param>
/// <param name="Clock">Which date of a measure decides.</param>
/// <param name="ScenarioIds">Scenarios that are taken to be so.</param>
internal sealed record DutyQuestion(DateOnly? KnownAt = null, DutyClock Clock = DutyClock.Effective, IReadOnlyList<string>? ScenarioIds = null)
{
    /// <summary>Law in force, settled view.</summary>
    public static readonly DutyQuestion Settled = new();

    /// <summary>True where one of these scenarios is asked for.</summary>
    public bool AsksFor(IReadOnlyList<string> scenarioIds)
    {
        if (ScenarioIds is null)
            return false;
        for (var i = 0; i < scenarioIds.Count; i++)
        {
            if (ScenarioIds.Contains(scenarioIds[i], StringComparer.Ordinal))
                return true;
        }
        return false;
    }
}
