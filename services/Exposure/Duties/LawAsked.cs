using GeoGraph.Contracts.Common.V1;
using GeoGraph.Contracts.Tariffs.V1;
using GeoGraph.Exposure.Tariffs;
using Google.Protobuf;

namespace GeoGraph.Exposure.Duties;

/// <summary>As of which law duties are asked for.</summary>
/// <param name="Question">The view of the law, with what is assumed of it.</param>
/// <param name="On">The date of entry.</param>
/// <param name="Facts">Facts of every entry, by name.</param>
/// <param name="Read">From which state of tariffs; null for the newest.</param>
internal sealed record LawAsked(DutyQuestion Question, DateOnly On, IReadOnlyDictionary<string, string> Facts, ReadOptions? Read)
{
    /// <summary>A text that is the same for the same law of one state.</summary>
    public string KeyAt(string token) =>
        $"{token}\n{Question.ToByteString().ToBase64()}\n{On:yyyy-MM-dd}\n{string.Join('\n', Facts.OrderBy(fact => fact.Key, StringComparer.Ordinal).Select(fact => $"{fact.Key}={fact.Value}"))}";
}

/// <summary>What duties are.</summary>
/// <param name="Rates">The rates, by what was asked for.</param>
/// <param name="Token">The state of tariffs that they are of; empty where nothing was asked for.</param>
internal sealed record LawRates(IReadOnlyDictionary<DutyPair, DutyRate> Rates, string Token);
