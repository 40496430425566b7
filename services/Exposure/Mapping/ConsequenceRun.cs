using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Consequences;
using GeoGraph.Exposure.Duties;
using GeoGraph.Exposure.Tariffs;
using GeoGraph.Exposure.Views;
using Google.Rpc;
using Grpc.Core;

namespace GeoGraph.Exposure.Mapping;

/// <summary>Works the joined question out, part after part: inputs that stop, costs that change, sourcing that shifts, passages that carry it. Of one question.</summary>
/// <param name="question">The baseline.</param>
/// <param name="world">The world under its scenarios.</param>
/// <param name="terms">What is asked.</param>
/// <param name="rates">Asks for duties.</param>
/// <param name="agreements">Knows which agreements there are.</param>
internal sealed class ConsequenceRun(OpenedQuestion question, ChangedWorld world, ConsequenceTerms terms, SideRatesMapping rates, AgreementRecords agreements)
{
    private const int MostTurned = 10_000;
    private const int MostUnknown = 1_000;
    private readonly List<Consequence> _found = [];
    private readonly SortedSet<string> _unknown = new(world.Lost.Unknown, StringComparer.Ordinal);
    private readonly HashSet<EntityId> _of = [.. terms.Of];
    private ShortFlows _falls = new(world.View, world.Lost, []);
    private CostSide? _before;
    private CostSide? _after;

    /// <summary>The side of the scenarios, over the graph in which nothing is taken away.</summary>
    public OpenedQuestion Side { get; private set; } = (question.Scenario ?? question) with { Loaded = world.Kept, View = world.View };

    /// <summary>What was found, the largest amount first.</summary>
    public IReadOnlyList<Consequence> Found => Consequence.LargestFirst(_found.Where(consequence => consequence.AmountUsd is not { } amount || Math.Abs(amount) >= terms.LeastUsd));

    /// <summary>What no source states, in sentences.</summary>
    public IEnumerable<string> Unknown => _unknown.Take(MostUnknown);

    /// <summary>What kept it from covering everything.</summary>
    public PrunedBy PrunedBy { get; private set; }

    /// <summary>Finds all parts, or those found until the work has to end.</summary>
    /// <param name="ending">Cancelled with the call, and when the work has to end.</param>
    /// <param name="call">Cancelled with the call.</param>
    /// <exception cref="RpcException">Tariffs does not answer, and the law changes.</exception>
    public async Task RunAsync(CancellationToken ending, CancellationToken call)
    {
        try
        {
            FindLosses(ending);
            await FindCostsAsync(ending);
            var shifts = await FindShiftsAsync(ending);
            FindLoads(shifts, ending);
        }
        catch (Exception cut) when (ending.IsCancellationRequested && !call.IsCancellationRequested && cut is OperationCanceledException or RpcException { StatusCode: StatusCode.Cancelled })
        {
            PrunedBy |= PrunedBy.Deadline;
        }
    }

    private void FindLosses(CancellationToken cancellationToken)
    {
        var losses = InputLosses.Find(world.View, world.Lost, _of, question.Limits, cancellationToken);
        (_falls, PrunedBy) = (losses.Short, PrunedBy | losses.Completeness.PrunedBy);
        _found.AddRange(losses.Found);
    }

    private async Task FindCostsAsync(CancellationToken cancellationToken)
    {
        if (Side.Law.IsEmpty && !world.IsChanged)
            return;
        IReadOnlyList<EntityId>? of = terms.Of.Count == 0 ? null : terms.Of;
        var present = of?.Where(id => question.View.Graph.FindNode(id) is not null || world.View.Graph.FindNode(id) is not null).ToList();
        if (!await TryAsync(cancellationToken, async () =>
        {
            _before = new CostSide(question.View, await RatesAsync(question, present, cancellationToken));
            _after = new CostSide(world.View, await RatesAsync(Side, present, cancellationToken));
        }))
            return;
        var shock = TariffShockMeasures.Of(_before!, _after!, new ShockQuestion(present, terms.PassThrough), question.Limits with { End = null }, cancellationToken);
        PrunedBy |= shock.Basis.Completeness.PrunedBy & ~PrunedBy.Limit;
        _found.AddRange(DearerInputs.Of(_before!, _after!, shock, _of));
        _unknown.UnionWith(shock.Unknown.Take(MostUnknown));
        if (!Side.Law.IsEmpty && !_after!.Rates.Flows.Any())
            _unknown.Add("No flow in the data crosses a border, so that no duty on any changes.");
        else if (!Side.Law.IsEmpty && !world.IsChanged && !shock.Changes.Any(change => change.Changes) && !DearerInputs.Unstated(_before!, _after!, _of).Any())
            _unknown.Add("The law changes, and the duty on no flow in the data: flows are priced as entries that state no facts but those of the question, such as claims of origin.");
    }

    private async Task<IReadOnlyList<SourceShift>> FindShiftsAsync(CancellationToken cancellationToken)
    {
        var turned = new SourceSearch(world.View, _falls).Find(Turning(), cancellationToken);
        var law = LawBothWays.Unknown;
        await TryAsync(cancellationToken, async () =>
        {
            var pairs = turned.SelectMany(flow => flow.Pairs).ToHashSet();
            law = new LawBothWays(
                await rates.PairsAsync(question with { CancellationToken = cancellationToken }, pairs), await rates.PairsAsync(Side with { CancellationToken = cancellationToken }, pairs));
        });
        var sourcing = new SourcingShifts(world.View, world.Lost, law);
        var shifts = sourcing.Find(turned);
        _found.AddRange(shifts);
        _unknown.UnionWith(sourcing.Unsourced(turned).Take(MostUnknown));
        return shifts;
    }

    private void FindLoads(IReadOnlyList<SourceShift> shifts, CancellationToken cancellationToken)
    {
        var wanted = terms.Of.Count == 0 ? null : UpstreamNodes.Of(world.View, terms.Of.Select(world.View.Graph.FindNode).OfType<int>());
        var loads = new PassageLoads(world.View, world.Lost, _falls, new ReplacementWays(world.View.Graph, world.Kept.Sea, world.Lost), terms.Knots);
        _found.AddRange(loads.Find(shifts, wanted, cancellationToken));
        _unknown.UnionWith(loads.Unknown.Take(MostUnknown));
    }

    // The flows that do not arrive whole, and those that pay more duty; of more than are looked at, the largest.
    private IReadOnlyCollection<int> Turning()
    {
        var graph = world.View.Graph;
        var flows = _falls.Of(world.View).Concat(Dearer()).Distinct().Where(flow => _of.Count == 0 || _of.Contains(graph.NodeId(graph.Groups.Buyer(graph.Flows.Group(flow)))))
            .Where(flow => !world.Lost.Removed.Contains(graph.NodeId(graph.Groups.Buyer(graph.Flows.Group(flow))))).ToList();
        if (flows.Count <= MostTurned)
            return flows;
        PrunedBy |= PrunedBy.Limit;
        return [.. flows.OrderByDescending(flow => graph.Flows.Value(flow) ?? -1m).ThenBy(flow => flow).Take(MostTurned)];
    }

    private IEnumerable<int> Dearer() => _before is null || _after is null ? [] : _after.Rates.Flows.Where(flow =>
        _before.View.Graph.FindFlow(_after.View.Graph.Flows.Id(flow)) is { } earlier && _after.Rates.Of(flow).AtLeast > _before.Rates.Of(earlier).AtLeast);

    private Task<FlowRates> RatesAsync(OpenedQuestion side, IReadOnlyList<EntityId>? of, CancellationToken cancellationToken) => rates.OfAsync(
        side with { CancellationToken = cancellationToken }, TariffShockMeasures.Flows(side.View, of?.Where(id => side.View.Graph.FindNode(id) is not null).ToList()), new Dictionary<EntityId, decimal>());

    // Where the law does not change, what follows is told without duties; where it does, there is no answer without them.
    private async Task<bool> TryAsync(CancellationToken cancellationToken, Func<Task> ask)
    {
        while (true)
        {
            try
            {
                await ask();
                return true;
            }
            catch (Exception silent) when (Side.Law.IsEmpty && silent is RpcException { StatusCode: StatusCode.Unavailable } or GeoGraphException { Reason: ErrorReason.DependencyUnavailable })
            {
                _unknown.Add("No duty is known: the tariffs service does not answer.");
                return false;
            }
            catch (RpcException refused) when (Unfounded(refused) is not null)
            {
                var agreement = Unfounded(refused)!;
                if (!await agreements.HasAsync(agreement, cancellationToken))
                    throw;
                Leave(agreement);
            }
        }
    }

    // An agreement that is there and on which no duty rests changes none when it ends.
    private void Leave(string agreement)
    {
        var overlay = Side.Law.Overlay.Clone();
        overlay.EndedAgreements.Remove(overlay.EndedAgreements.First(ended => ended.AgreementId == agreement));
        Side = Side with { Assumed = Side.Assumed with { Law = Side.Law with { Overlay = overlay } } };
        _unknown.Add($"No measure in the data rests on {agreement}, so that its end changes no duty that is known; duties agreed in it rest on other acts, which can be ended or removed by their own ids.");
    }

    private string? Unfounded(RpcException refused) => refused.StatusCode != StatusCode.NotFound ? null
        : refused.GetRpcStatus(ignoreParseError: true)?.GetDetail<ResourceInfo>()?.ResourceName is { } name && Side.Law.Overlay.EndedAgreements.Any(ended => ended.AgreementId == name) ? name : null;
}
