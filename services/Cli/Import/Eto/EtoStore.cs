using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Common.V1;

namespace GeoGraph.Cli.Import.Eto;

/// <summary>A firm that a store has.</summary>
/// <param name="Id">Its id.</param>
/// <param name="IsOurs">True where this data set gave it, so that an import may replace it.</param>
/// <param name="StateIds">Where relations from elsewhere say that it lies.</param>
internal sealed record EtoFirm(string Id, bool IsOurs, IReadOnlySet<string> StateIds);

/// <summary>What a store has that the data set speaks of: states by their codes, firms by their names.</summary>
internal sealed class EtoStore
{
    private readonly IReadOnlyDictionary<string, string> _states;
    private readonly IReadOnlyDictionary<string, EtoFirm> _firms;

    /// <summary>A store with some states and firms.</summary>
    /// <param name="states">The states' ids by ISO 3166 alpha-3 code.</param>
    /// <param name="firms">The firms by slug.</param>
    public EtoStore(IReadOnlyDictionary<string, string> states, IReadOnlyDictionary<string, EtoFirm> firms) =>
        (_states, _firms) = (states, firms);

    /// <summary>The state with an ISO 3166 alpha-3 code; null where the store has none.</summary>
    public string? StateOf(string alpha3) => _states.GetValueOrDefault(alpha3);

    /// <summary>The firm whose id or one of whose names has a slug; null where there is none.</summary>
    public EtoFirm? FirmOf(string slug) => _firms.GetValueOrDefault(slug);

    /// <summary>The same with further states.</summary>
    public EtoStore With(IEnumerable<Actor> states)
    {
        var all = new Dictionary<string, string>(_states, StringComparer.Ordinal);
        foreach (var state in states)
            all.TryAdd(state.IsoAlpha3, state.Id);
        return new EtoStore(all, _firms);
    }

    /// <summary>Reads a store.</summary>
    /// <param name="session">The services.</param>
    /// <param name="slugs">The firms that matter.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<EtoStore> ReadAsync(Session session, IReadOnlySet<string> slugs, CancellationToken cancellationToken)
    {
        var (actors, states, firms) = (new StoreActors(session), new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, Actor>(StringComparer.Ordinal));
        await foreach (var actor in actors.ListAsync([ActorKind.State, ActorKind.Firm], cancellationToken))
        {
            if (actor.IsoAlpha3.Length > 0)
                states.TryAdd(actor.IsoAlpha3, actor.Id);
            else if (IdKinds.KindOf(actor.Id) == "firm")
                AddNamed(firms, actor, slugs);
        }
        // Ids of firms that were merged into others name those.
        foreach (var slug in slugs.Where(slug => !firms.ContainsKey(slug)))
        {
            if (await actors.FindAsync("firm:" + slug, cancellationToken) is { } survivor)
                firms[slug] = survivor;
        }
        var places = await PlacesAsync(session, firms.Values, cancellationToken);
        return new EtoStore(states, firms.ToDictionary(entry => entry.Key, entry => new EtoFirm(entry.Value.Id, IsOurs(entry.Value.Evidence), places[entry.Value.Id].ToHashSet(StringComparer.Ordinal))));
    }

    // An id outweighs a name.
    private static void AddNamed(Dictionary<string, Actor> firms, Actor actor, IReadOnlySet<string> slugs)
    {
        var own = Slug.OfId(actor.Id);
        if (slugs.Contains(own))
            firms[own] = actor;
        foreach (var name in actor.Names.Select(name => Slug.Of(name.Text)).Where(slugs.Contains))
            firms.TryAdd(name, actor);
    }

    private static async Task<ILookup<string, string>> PlacesAsync(Session session, IEnumerable<Actor> firms, CancellationToken cancellationToken)
    {
        var found = new List<Relation>();
        foreach (var part in firms.Select(firm => firm.Id).Distinct().Chunk(100))
        {
            var request = new ListRelationsRequest { Types_ = { RelationType.LocatedIn }, FromIds = { part }, PageSize = 10_000, Read = session.Read };
            do
            {
                var page = await session.Actors.ListRelationsAsync(request, cancellationToken: cancellationToken);
                found.AddRange(page.Relations);
                request.PageToken = page.NextPageToken;
            }
            while (request.PageToken.Length > 0);
        }
        return found.Where(relation => !IsOurs(relation.Evidence)).ToLookup(relation => relation.FromId, relation => relation.ToId, StringComparer.Ordinal);
    }

    private static bool IsOurs(Evidence? evidence) => evidence?.Sources.Any(source => source.Id.StartsWith(EtoEvidence.SourceIds, StringComparison.Ordinal)) ?? false;
}
