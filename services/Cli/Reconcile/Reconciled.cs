using GeoGraph.Contracts.Tariffs.V1;
using GeoGraph.Core;

namespace GeoGraph.Cli.Reconcile;

/// <summary>How what was paid on an entry stands to what is owed.</summary>
internal enum ReconciledStatus
{
    /// <summary>Paid is owed, to the cent.</summary>
    Equal = 1,

    /// <summary>Paid is not owed.</summary>
    Differs,

    /// <summary>Facts are missing, and paid lies within the least and the most that can be owed.</summary>
    Conditional,

    /// <summary>The goods may not enter.</summary>
    Prohibited,

    /// <summary>The entry could not be read or priced.</summary>
    Refused,

    /// <summary>The file does not say what was paid.</summary>
    Computed,
}

/// <summary>An entry's paid duty against the computed one.</summary>
/// <param name="Entry">The entry with what was paid.</param>
/// <param name="Result">What it owes; null where it was refused.</param>
/// <param name="Problem">Why it was refused; empty where it was not.</param>
internal sealed record Reconciled(PaidEntry Entry, DutyResult? Result, string Problem)
{
    /// <summary>What is owed; null where it was refused, is prohibited, or turns on missing facts.</summary>
    public decimal? Computed => Result is { Outcome: Outcome.Determined } determined ? Parse(determined.TotalDuty) : null;

    /// <summary>How it stands.</summary>
    public ReconciledStatus Status => (Result?.Outcome, Entry.Paid) switch
    {
        (null, _) => ReconciledStatus.Refused,
        (Outcome.Prohibited, _) => ReconciledStatus.Prohibited,
        (Outcome.Conditional, null) => ReconciledStatus.Conditional,
        (Outcome.Conditional, { } paid) => paid >= Parse(Result.LowestTotal) && !(paid > Parse(Result.HighestTotal)) ? ReconciledStatus.Conditional : ReconciledStatus.Differs,
        (_, null) => ReconciledStatus.Computed,
        (_, { } paid) => paid == Computed ? ReconciledStatus.Equal : ReconciledStatus.Differs,
    };

    /// <summary>Computed less paid: more than 0 is still owed, less than 0 was paid too much. Null where either is unknown.</summary>
    public decimal? Difference => Computed - Entry.Paid;

    private static decimal? Parse(string amount) => DecimalText.TryParse(amount, out var value) ? value : null;
}
