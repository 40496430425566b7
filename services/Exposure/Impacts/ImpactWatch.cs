using System.Runtime.CompilerServices;
using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Exposure.Duties;
using GeoGraph.Exposure.Feed;
using GeoGraph.Exposure.Feed.Neighbourhood;
using GeoGraph.Exposure.Views;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Feed;
using GeoGraph.Hosting.Server;

namespace GeoGraph.Exposure.Impacts;

/// <summary>
/// Tells what each change of actors and of the law means. Changes that arrive while an impact is worked out are told together, as far as the graph and the law have come; none is
/// told twice and none left out.
/// </summary>
internal sealed class ImpactWatch(ToldChanges told, GraphReads graphs, Newest<LoadedGraph> newest, LawStates laws, SharedImpacts shared, Draining draining, TimeProvider time)
{
    /// <summary>Everything after a state, until cancelled; an impact without changes says that all is told.</summary>
    /// <param name="question">What is watched.</param>
    /// <param name="after">The state; empty for the present one.</param>
    /// <param name="every">How often to say that all is told while nothing happens.</param>
    /// <param name="deadline">The caller's, for the first graph.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="Grpc.Core.RpcException">As actors, agreements and tariffs refuse, with REVISION_EXPIRED where they no longer retain the state.</exception>
    public async IAsyncEnumerable<Impact> FollowAsync(
        ImpactQuestion question, RevisionToken after, TimeSpan every, DateTime deadline, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, draining.WatchesEnd);
        var state = await StartAsync(question, after, deadline, ending.Token);
        await using var queue = new ToldQueue(ending.Token);
        queue.Follow(ServiceNames.Actors, state.Graph.Revision, told.ActorsAsync);
        if (state.Law is { } law)
            queue.Follow(ServiceNames.Agreements, law.Agreements, told.LawAsync);
        yield return CaughtUp(state);
        while (true)
        {
            if (queue.Waiting.Count == 0 && !await queue.TakeAsync(every, time, ending.Token))
                yield return CaughtUp(state);
            if (queue.Waiting.All(change => change.Ids.Count == 0))
            {
                state = Advance(queue, state);
                continue;
            }
            var (impact, reached) = await StepAsync(queue, state, question, ending.Token);
            state = reached;
            if (question.Of.Count == 0 || impact.Costs.Count + impact.Inputs.Count > 0)
                yield return impact;
        }
    }

    private static RevisionToken Law(Revision agreements) => RevisionToken.Of(ServiceNames.Agreements, agreements);

    private static Impact CaughtUp(ImpactState state) => new(state.Token, [], [], []);

    private async Task<ImpactState> StartAsync(ImpactQuestion question, RevisionToken after, DateTime deadline, CancellationToken cancellationToken)
    {
        var graph = await graphs.OpenAsync(after.For(ServiceNames.Actors) is { } actors ? ReadPoint.Exact(actors) : ReadPoint.Latest, deadline, cancellationToken);
        if (!graph.IsWhole)
            throw NeighbourhoodReads.NeedsWhole();
        if (!told.FollowsLaw)
            return new ImpactState(graph, null);
        var agreements = after.For(ServiceNames.Agreements) ?? await told.AgreementsNowAsync(cancellationToken);
        return new ImpactState(graph, await laws.ReadAsync(graph.At(question.AsOf, EvidenceRule.All), Law(agreements), isExact: true, null, cancellationToken));
    }

    private static ImpactState Advance(ToldQueue queue, ImpactState state)
    {
        foreach (var checkpoint in queue.Waiting)
            state = state.At(checkpoint);
        foreach (var service in (string[])[ServiceNames.Actors, ServiceNames.Agreements])
            queue.Remove(service, state.Of(service));
        return state;
    }

    private async Task<(Impact Impact, ImpactState State)> StepAsync(ToldQueue queue, ImpactState state, ImpactQuestion question, CancellationToken cancellationToken)
    {
        var reached = await ReachAsync(queue.Waiting, state, question, cancellationToken);
        var changed = new SortedSet<EntityId>();
        foreach (var service in (string[])[ServiceNames.Actors, ServiceNames.Agreements])
        {
            await queue.ReachAsync(service, reached.Of(service), cancellationToken);
            foreach (var change in queue.Remove(service, reached.Of(service)))
                changed.UnionWith(change.Ids);
        }
        var key = $"{state.Token}\n{reached.Token}\n{question.AsOf:yyyy-MM-dd}\n{question.Limit}\n{string.Join(' ', question.Of)}";
        var impact = await shared.GetAsync(key, () => ImpactMeasure.Of(state, reached, [.. changed], question, draining.WatchesEnd), cancellationToken);
        return (impact, reached);
    }

    // The newest state that holds what was told; it may hold more, which is then told with it.
    private async Task<ImpactState> ReachAsync(IReadOnlyList<ToldChange> waiting, ImpactState state, ImpactQuestion question, CancellationToken cancellationToken)
    {
        var changes = waiting.Where(change => change.Ids.Count > 0).ToLookup(change => change.Service);
        var graph = state.Graph;
        if (changes[ServiceNames.Actors].Any())
        {
            var least = changes[ServiceNames.Actors].Max(change => change.Revision);
            LoadedGraph? found = null;
            while (found is null)
                found = await newest.WaitForAsync(candidate => candidate.Revision >= least, DateTime.MaxValue, cancellationToken);
            graph = found.IsWhole ? found : throw NeighbourhoodReads.NeedsWhole();
        }
        if (state.Law is not { } law)
            return new ImpactState(graph, null);
        var view = graph.At(question.AsOf, EvidenceRule.All);
        if (!waiting.Any(change => change.MovesLaw))
            return new ImpactState(graph, await laws.ReadAsync(view, Law(law.Agreements), isExact: true, law, cancellationToken));
        var wanted = changes[ServiceNames.Agreements].Select(change => change.Revision).Append(law.Agreements).Max();
        // Memberships of states are law as well, so that tariffs has to have come as far as the graph.
        return new ImpactState(graph, await laws.ReadAsync(view, Law(wanted).With(ServiceNames.Actors, graph.Revision), isExact: false, null, cancellationToken));
    }
}
