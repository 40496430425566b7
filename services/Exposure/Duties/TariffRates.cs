using System.Collections.Concurrent;
using GeoGraph.Contracts.Common.V1;
using GeoGraph.Contracts.Tariffs.V1;
using GeoGraph.Core;
using GeoGraph.Exposure.Tariffs;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Clients;
using GeoGraph.Hosting.Wire;
using ErrorReason = GeoGraph.Core.ErrorReason;
using Wire = GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Exposure.Duties;

/// <summary>
/// Asks the tariffs service for duties, each pair once, in batches, all of one state, and keeps what it gave. Entries are of <see cref="NominalValue"/> USD each: duties by quantity have no rate.
/// Safe for concurrent use.
/// </summary>
internal sealed class TariffRates(ServiceClients clients)
{
    /// <summary>The customs value of every entry, in USD; tests of the law on the value see it.</summary>
    public const decimal NominalValue = 1_000_000m;

    private const int MostEntries = 1_000;
    private readonly TariffService.TariffServiceClient _tariffs = new(clients.For(ServiceNames.Tariffs));
    private readonly RateTables _tables = new();

    /// <summary>The rates of all pairs; one of which tariffs says nothing has the reason in its place.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.DependencyUnavailable"/>: no address of tariffs is configured.</exception>
    /// <exception cref="Grpc.Core.RpcException">Tariffs does not answer, or refuses the law asked for.</exception>
    public async Task<LawRates> OfAsync(IReadOnlyCollection<DutyPair> pairs, LawAsked law, CancellationToken cancellationToken)
    {
        var wanted = pairs.Distinct().OrderBy(pair => pair.Importer).ThenBy(pair => pair.Origin).ThenBy(pair => pair.Hs, StringComparer.Ordinal).ToList();
        if (wanted.Count == 0)
            return new LawRates(new Dictionary<DutyPair, DutyRate>(), "");
        if (!clients.Knows(ServiceNames.Tariffs))
            throw new GeoGraphException(ErrorReason.DependencyUnavailable, $"duties come from the service tariffs, and {ServiceClients.AddressSection}:{ServiceNames.Tariffs} is not set.", [new("service", ServiceNames.Tariffs)]);
        // The state that tariffs is in now is known by its answer to one entry; all others are then asked for at that state.
        var (first, token) = await AskAsync([wanted[0]], law, law.Read, cancellationToken);
        var table = _tables.Of(law.KeyAt(token));
        var rates = new Dictionary<DutyPair, DutyRate>(wanted.Count) { [wanted[0]] = first[0] };
        Keep(table, wanted[0], first[0]);
        var missing = new List<DutyPair>();
        foreach (var pair in wanted.Skip(1))
        {
            if (table.TryGetValue(pair, out var known))
                rates[pair] = known;
            else
                missing.Add(pair);
        }
        foreach (var batch in missing.Chunk(MostEntries))
        {
            var (answers, _) = await AskAsync(batch, law, new ReadOptions { Exact = token }, cancellationToken);
            for (var i = 0; i < batch.Length; i++)
            {
                rates[batch[i]] = answers[i];
                Keep(table, batch[i], answers[i]);
            }
        }
        return new LawRates(rates, token);
    }

    private static void Keep(ConcurrentDictionary<DutyPair, DutyRate> table, DutyPair pair, DutyRate rate)
    {
        if (table.Count < RateTables.MostRates)
            table[pair] = rate;
    }

    private async Task<(DutyRate[] Rates, string Token)> AskAsync(DutyPair[] pairs, LawAsked law, ReadOptions? read, CancellationToken cancellationToken)
    {
        var request = new BatchCalculateDutyRequest
        {
            Question = law.Question,
            Read = read,
            Detail = DutyDetail.Lines,
            Entries = { pairs.Select(pair => EntryOf(pair, law)) },
        };
        var response = await _tariffs.BatchCalculateDutyAsync(request, cancellationToken: cancellationToken);
        return ([.. response.Items.Select((item, i) => RateOf(item, pairs[i]))], response.RevisionToken);
    }

    private static Entry EntryOf(DutyPair pair, LawAsked law)
    {
        var entry = new Entry
        {
            ImporterId = pair.Importer.Value,
            OriginId = pair.Origin.Value,
            Hs = pair.Hs,
            CustomsValue = DecimalText.Print(NominalValue),
            Currency = "USD",
            EntryDate = law.On.ToWire(),
        };
        entry.Facts.Add(law.Facts.ToDictionary());
        return entry;
    }

    private static DutyRate RateOf(BatchItem item, DutyPair pair)
    {
        if (item.AnswerCase != BatchItem.AnswerOneofCase.Result)
            return DutyRate.Unknown($"{pair.Hs} from {pair.Origin} into {pair.Importer}: {item.Error.Message}");
        var result = item.Result;
        if (result.Outcome == Wire.Outcome.Prohibited)
            return DutyRate.Unknown($"{pair.Hs} from {pair.Origin} may not enter {pair.Importer}");
        if (result.HighestTotal.Length == 0)
            return DutyRate.Unknown($"the duty on {pair.Hs} from {pair.Origin} into {pair.Importer} {Open(result)}");
        var measures = result.Lines.Where(line => Amount(line.Amount) != 0m).Select(line => line.Measure.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new DutyRate(Amount(result.LowestTotal) / NominalValue, Amount(result.HighestTotal) / NominalValue, [.. measures], "") { Remarks = [.. result.NotEvaluated] };
    }

    private static string Open(DutyResult result) => result.MissingFacts.Count > 0
        ? "depends on " + string.Join(", ", result.MissingFacts.Select(fact => fact.Fact))
        : $"is at least {result.LowestTotal} on {DecimalText.Print(NominalValue)}: {string.Join("; ", result.NotEvaluated)}";

    private static decimal Amount(string text) =>
        DecimalText.TryParse(text, out var amount) ? amount : throw new InvalidDataException($"tariffs gave the amount '{text}', which is no decimal.");
}
