using GeoGraph.Core;
using GeoGraph.Exposure.Duties;
using GeoGraph.Exposure.Tariffs;
using GeoGraph.Hosting;
using ReadOptions = GeoGraph.Contracts.Common.V1.ReadOptions;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>The duty on flows of both sides of a question, all from one state of tariffs. Of one question; not thread-safe.</summary>
internal sealed class SideRatesMapping(TariffRates tariffs, DutyTerms terms)
{
    private const int MostPairs = 50_000;
    private RevisionToken _token = RevisionToken.Empty;

    /// <summary>What duties were computed with beyond the request.</summary>
    public static IEnumerable<(string Name, string Value)> Parameters => [("entry_value_usd", DecimalText.Print(TariffRates.NominalValue))];

    /// <summary>The duty on flows of one side.</summary>
    /// <param name="side">The side.</param>
    /// <param name="flows">The flows asked about; others have no duty.</param>
    /// <param name="stated">Rates that the question states of this side.</param>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.LimitExceeded"/>: more than 50,000 pairs of states and code.</exception>
    /// <exception cref="Grpc.Core.RpcException">Tariffs does not answer, or refuses the law asked for.</exception>
    public async Task<FlowRates> OfAsync(OpenedQuestion side, IEnumerable<int> flows, IReadOnlyDictionary<EntityId, decimal> stated)
    {
        var finder = new BorderFinder(side.View);
        var borders = new List<Border>();
        foreach (var flow in flows.Distinct())
        {
            if (borders.Count % 4096 == 0)
                side.CancellationToken.ThrowIfCancellationRequested();
            if (finder.Of(flow) is { } border)
                borders.Add(border);
        }
        if (terms.StatedOnly)
            return FlowRates.Of(side.View, borders, stated, null);
        var named = stated.Keys.Select(side.View.Graph.FindFlow).OfType<int>().ToHashSet();
        var pairs = borders.Where(border => !named.Contains(border.Flow)).SelectMany(border => border.Pairs).ToHashSet();
        return FlowRates.Of(side.View, borders, stated, await PairsAsync(side, pairs));
    }

    /// <summary>The basis of an answer with the state of the law beside that of actors, in its token and in its cursor.</summary>
    public Wire.Basis Seal(Wire.Basis basis, OpenedQuestion side)
    {
        if (_token.For(ServiceNames.Agreements) is not { } agreements)
            return basis;
        var state = side.View.Revisions.With(ServiceNames.Agreements, agreements);
        basis.RevisionToken = state.ToString();
        if (basis.Completeness.Cursor.Length > 0)
            basis.Completeness.Cursor = side.Page.Next(state);
        return basis;
    }

    /// <summary>The law's rates of one side.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.LimitExceeded"/>: more than 50,000 pairs of states and code.</exception>
    /// <exception cref="Grpc.Core.RpcException">Tariffs does not answer, or refuses the law asked for.</exception>
    public async Task<IReadOnlyDictionary<DutyPair, DutyRate>> PairsAsync(OpenedQuestion side, IReadOnlyCollection<DutyPair> pairs)
    {
        if (pairs.Count > MostPairs)
            throw GeoGraphException.OverLimit("pairs of importer, origin and code", pairs.Count, MostPairs);
        var read = _token == RevisionToken.Empty ? LawRead.Of(terms.Read) : new ReadOptions { Exact = _token.ToString() };
        var law = new LawAsked(side.Law.Applied(terms.Law), side.View.AsOf, terms.Facts, read);
        var rates = await tariffs.OfAsync(pairs, law, side.CancellationToken);
        if (rates.Token.Length > 0 && RevisionToken.TryParse(rates.Token, out var token))
            _token = token;
        return rates.Rates;
    }
}
