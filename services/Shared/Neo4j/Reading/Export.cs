using System.Runtime.CompilerServices;
using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Neo4j.Reading;

/// <summary>
/// Everything at one revision, in steps. The relations of each type come in order from the type's own index; the types are merged here. While what is read is
/// taken in, the next step of it is being read.
/// </summary>
internal sealed class Export(PinnedReads reads, ReadPin pin)
{
    private const int StepSize = 5000;

    /// <summary>Nodes, then relations, then aliases, each in order of id.</summary>
    public async IAsyncEnumerable<GraphRecord> RecordsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var node in StepsAsync((scope, after) => NodeList.ReadAsync(scope, new NodeQuery { After = after }, StepSize), static node => node.Id, cancellationToken))
            yield return new NodeRecord(node);
        await foreach (var relation in RelationsAsync(cancellationToken))
            yield return new RelationRecord(relation);
        await foreach (var alias in StepsAsync((scope, after) => Aliases.AfterAsync(scope, after, StepSize), static alias => alias.Alias, cancellationToken))
            yield return alias;
    }

    private async IAsyncEnumerable<GraphRelation> RelationsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var types = pin.Catalogue.Types.Select(type => StepsAsync(
            (scope, after) => RelationList.OfTypesAsync(scope, [type], asOf: null, after, StepSize), static relation => relation.Id, cancellationToken).GetAsyncEnumerator(cancellationToken)).ToList();
        try
        {
            var first = new PriorityQueue<IAsyncEnumerator<GraphRelation>, EntityId>();
            foreach (var type in types)
            {
                if (await type.MoveNextAsync())
                    first.Enqueue(type, type.Current.Id);
            }
            while (first.TryDequeue(out var type, out _))
            {
                yield return type.Current;
                if (await type.MoveNextAsync())
                    first.Enqueue(type, type.Current.Id);
            }
        }
        finally
        {
            foreach (var type in types)
                await type.DisposeAsync();
        }
    }

    private async IAsyncEnumerable<T> StepsAsync<T>(
        Func<ReadScope, EntityId?, Task<List<T>>> read, Func<T, EntityId> id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var next = reads.RunAsync(pin, scope => read(scope, null), stop.Token);
        try
        {
            while (true)
            {
                var step = await next;
                var isLast = step.Count < StepSize;
                if (!isLast)
                    next = reads.RunAsync(pin, scope => read(scope, id(step[^1])), stop.Token);
                foreach (var item in step)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    yield return item;
                }
                if (isLast)
                    break;
            }
        }
        finally
        {
            // What was read ahead for nobody is stopped; how it ended no longer matters.
            await stop.CancelAsync();
            await next.ContinueWith(static read => _ = read.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }
}
