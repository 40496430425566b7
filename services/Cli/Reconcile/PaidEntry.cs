using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Cli.Reconcile;

/// <summary>An entry with what was paid on it, as a file states them.</summary>
/// <param name="Id">The file's own name for it; its place in the file where it has none.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Question">By which law it is priced.</param>
/// <param name="Paid">The duty paid, in the entry's currency; null where the file does not say.</param>
/// <param name="Problems">What could not be read; the entry is priced only where there is none.</param>
internal sealed record PaidEntry(string Id, Entry Entry, DutyQuestion Question, decimal? Paid, IReadOnlyList<string> Problems);
