using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>How a part of an entry that quotas divide is priced other than a whole entry.</summary>
internal sealed record QuotaPart
{
    /// <summary>The customs value of the whole entry, which conditions see.</summary>
    public required decimal WholeValue { get; init; }

    /// <summary>Measures that the part is beyond the quota of, with the reason in a sentence without its end.</summary>
    public IReadOnlyDictionary<EntityId, string> ShutOut { get; init; } = new Dictionary<EntityId, string>();

    /// <summary>Measures beyond a quota, each with those within it that stand in its place where they apply.</summary>
    public ILookup<EntityId, EntityId> Yields { get; init; } = Enumerable.Empty<EntityId>().ToLookup(id => id);

    /// <summary>The duty of all parts, where the fees and taxes of the whole entry are computed; null for a part, or where there is but one.</summary>
    public decimal? DutyInAll { get; init; }

    /// <summary>What of the part decides its slice, as text: what is shut out and why, and what yields to what. The same for parts whose slices are the same.</summary>
    public string Key => string.Join('\n', ShutOut.OrderBy(row => row.Key).Select(row => $"{row.Key} {row.Value}")
        .Concat(Yields.OrderBy(row => row.Key).Select(row => $"{row.Key} < {string.Join(' ', row.Order())}")));

    /// <summary>Takes what the part is beyond the quota of out of the candidates, and lets what is beyond yield to what is within.</summary>
    public void ShutOutOf(Candidates candidates)
    {
        foreach (var candidate in candidates.Live)
        {
            if (Reason(candidate.Measure) is { } reason)
                candidates.Barred.Add(new BarredCandidate(candidate, NotAppliedKind.Condition, false, reason));
            candidate.YieldsTo = [.. Yields[candidate.Measure.Id]];
        }
        candidates.Live.RemoveAll(candidate => Reason(candidate.Measure) is not null);
    }

    /// <summary>Why a measure does not apply to the part; null where nothing here keeps it out.</summary>
    public string? Reason(Measure measure) => ShutOut.GetValueOrDefault(measure.Id);
}
