using GeoGraph.Contracts.Common.V1;
using GeoGraph.Contracts.Tariffs.V1;
using GeoGraph.Core;
using GeoGraph.Exposure.Impacts;
using GeoGraph.Exposure.Tariffs;
using GeoGraph.Exposure.Views;
using GeoGraph.Hosting;

namespace GeoGraph.Exposure.Duties;

/// <summary>Asks tariffs for the duty on all flows of a graph.</summary>
internal sealed class LawStates(TariffRates tariffs)
{
    private const int MostPairs = 50_000;

    /// <summary>The law of a state: the newest one from it on, or just that one.</summary>
    /// <param name="view">The graph.</param>
    /// <param name="state">The state; it names the revision of agreements.</param>
    /// <param name="isExact">True for just that state.</param>
    /// <param name="known">Rates of just that state that need not be asked for again; null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="GeoGraphException"><see cref="Core.ErrorReason.LimitExceeded"/>: more than 50,000 pairs of states and code.</exception>
    public async Task<LawState> ReadAsync(GraphView view, RevisionToken state, bool isExact, LawState? known, CancellationToken cancellationToken)
    {
        var pairs = LawState.Borders(view).SelectMany(border => border.Pairs).Where(pair => known?.Rates.ContainsKey(pair) != true).ToHashSet();
        if (pairs.Count > MostPairs)
            throw GeoGraphException.OverLimit("pairs of importer, origin and code", pairs.Count, MostPairs);
        var read = isExact ? new ReadOptions { Exact = state.ToString() } : new ReadOptions { AtLeast = state.ToString() };
        var found = await tariffs.OfAsync(pairs, new LawAsked(new DutyQuestion(), view.AsOf, new Dictionary<string, string>(), read), cancellationToken);
        var rates = known is null ? new Dictionary<DutyPair, DutyRate>() : known.Rates.ToDictionary();
        foreach (var (pair, rate) in found.Rates)
            rates[pair] = rate;
        var reached = found.Token.Length > 0 && RevisionToken.TryParse(found.Token, out var token) ? token.For(ServiceNames.Agreements) : null;
        return new LawState(rates, reached ?? state.For(ServiceNames.Agreements) ?? Revision.Zero);
    }
}
