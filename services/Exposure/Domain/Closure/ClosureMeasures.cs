using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Sea;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Closure;

/// <summary>What closing chokepoints does to flows.</summary>
internal static class ClosureMeasures
{
    /// <summary>The measure.</summary>
    public static readonly Measure Closure = new(
        "chokepoint-closure",
        "lost = Σ value·(part that passes what is shut and has no way round)·days/365; load(c) = Σ value·(part that passes c)",
        "What goes round does so by the shortest way that is open, whatever room there is; stocks and substitutes are left out of account.")
    {
        ReadsPassages = true,
    };

    private const int MostNamed = 100;

    /// <summary>Assesses a closure.</summary>
    /// <exception cref="GeoGraphException">NotFound where the buyer is no node.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ClosureAnswer Assess(GraphView view, SeaNetwork sea, ClosureQuestion question, TraceLimits limits, CancellationToken cancellationToken)
    {
        var asked = FlowsAsked.Of(view, question.Of, limits, cancellationToken);
        var finder = new DetourFinder(view.Graph, sea, [.. question.Shut.Select(chokepoint => new ShutPassage(chokepoint, question.NoRerouting))]);
        var sums = new LoadSums(view.Graph);
        var touched = new List<TouchedFlow>();
        var (unvalued, uncertain) = (new List<EntityId>(), new List<EntityId>());
        var detours = finder.Find(asked.Flows, cancellationToken).ToDictionary(detour => detour.Flow);
        foreach (var flow in asked.Flows)
        {
            var detour = detours.GetValueOrDefault(flow);
            if (view.Graph.Flows.Value(flow) is not { } value)
                Note(unvalued, detour is not null, view, flow);
            else if (!sums.Add(flow, value, detour, finder.Shut))
                uncertain.Add(view.Graph.Flows.Id(flow));
            if (detour is not null)
                touched.Add(Touched(view, detour));
        }
        return new ClosureAnswer
        {
            Basis = AnswerBasis.Of(view, Closure, new Completeness(asked.PrunedBy | (touched.Count > limits.MaxResults ? PrunedBy.Limit : PrunedBy.Nothing), asked.Nodes, asked.Flows.Count), Parameters(question)),
            Flows = [.. touched.OrderByDescending(flow => flow.IsLost).ThenByDescending(flow => flow.ValueUsd ?? -1m).ThenBy(flow => flow.Id).Take(limits.MaxResults)],
            LostUsd = touched.Sum(flow => Value(view, flow) * flow.Fate.Lost ?? 0m) * question.Days / ClosureQuestion.YearDays,
            ReroutedUsd = touched.Sum(flow => Value(view, flow) * flow.Fate.Rerouted ?? 0m) * question.Days / ClosureQuestion.YearDays,
            Loads = sums.ToLoads(),
            Unknown = [.. Sentences(unvalued, "The value of these flows that pass what is shut is unknown; they are in no sum"), .. Sentences(uncertain, "How much of these flows passes a chokepoint is unknown in part; that part is in no sum")],
        };
    }

    private static void Note(List<EntityId> flows, bool isTouched, GraphView view, int flow)
    {
        if (isTouched)
            flows.Add(view.Graph.Flows.Id(flow));
    }

    private static decimal? Value(GraphView view, TouchedFlow flow) => view.Graph.Flows.Value(flow.Fate.Flow);

    private static TouchedFlow Touched(GraphView view, FlowDetour detour)
    {
        var flows = view.Graph.Flows;
        return new TouchedFlow(flows.Id(detour.Flow), view.Graph.NodeId(flows.Supplier(detour.Flow)), view.Graph.NodeId(view.Graph.Groups.Buyer(flows.Group(detour.Flow))),
            flows.Value(detour.Flow) * detour.Part, detour);
    }

    private static IEnumerable<string> Sentences(List<EntityId> flows, string sentence)
    {
        if (flows.Count > 0)
            yield return $"{sentence}: {string.Join(", ", flows.Order().Take(MostNamed))}{(flows.Count > MostNamed ? $" and {flows.Count - MostNamed} more" : "")}.";
    }

    private static IEnumerable<(string, string)> Parameters(ClosureQuestion question)
    {
        yield return ("shut", string.Join(' ', question.Shut.Order()));
        yield return ("of", question.Of?.Value ?? "");
        yield return ("no_rerouting", question.NoRerouting ? "true" : "false");
        yield return ("speed_knots", DecimalText.Print(question.Knots));
        yield return ("cost_per_km", question.CostPerKm is { } cost ? DecimalText.Print(cost) : "");
        yield return ("days", DecimalText.Print(question.Days));
    }
}
