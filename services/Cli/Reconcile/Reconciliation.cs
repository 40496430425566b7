using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Tariffs.V1;
using Google.Rpc;

namespace GeoGraph.Cli.Reconcile;

/// <summary>Prices the entries of a file, those of one law together.</summary>
internal static class Reconciliation
{
    private const int EntriesACall = 1000;

    /// <summary>Every entry against what it owes, in the order given.</summary>
    public static async Task<IReadOnlyList<Reconciled>> OfAsync(Session session, IReadOnlyList<PaidEntry> entries, CancellationToken cancellationToken)
    {
        var answers = new Reconciled[entries.Count];
        foreach (var (entry, place) in entries.Select((entry, place) => (entry, place)).Where(e => e.entry.Problems.Count > 0))
            answers[place] = new Reconciled(entry, null, string.Join("; ", entry.Problems));
        var laws = Enumerable.Range(0, entries.Count).Where(place => answers[place] is null).GroupBy(place => entries[place].Question);
        foreach (var places in laws.SelectMany(law => law.Chunk(EntriesACall)))
        {
            var request = new BatchCalculateDutyRequest
            {
                Entries = { places.Select(place => entries[place].Entry) },
                Question = entries[places[0]].Question,
                Read = session.Read,
            };
            var response = await session.Tariffs.BatchCalculateDutyAsync(request, cancellationToken: cancellationToken);
            foreach (var (place, item) in places.Zip(response.Items))
                answers[place] = new Reconciled(entries[place], item.Result, item.Error is { } error ? Tell(error) : "");
        }
        return answers;
    }

    /// <summary>Why an entry was refused: the violations where there are any, as each names its field; else the message.</summary>
    public static string Tell(Status error)
    {
        var violations = error.Details.Where(detail => detail.Is(BadRequest.Descriptor)).SelectMany(detail => detail.Unpack<BadRequest>().FieldViolations).ToList();
        return violations.Count == 0 ? error.Message : string.Join("; ", violations.Select(violation => $"{violation.Field}: {violation.Description}"));
    }
}
