using GeoGraph.Core;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Tariffs;

/// <summary>The duty on flows of one view: what a question states of a flow, else the law's on the border that it crosses.</summary>
internal sealed class FlowRates
{
    private readonly Dictionary<int, DutyRate> _rates;

    private readonly HashSet<int> _stated;

    private FlowRates(Dictionary<int, DutyRate> rates, HashSet<int> stated, IReadOnlyDictionary<int, Border> borders) => (_rates, _stated, Borders) = (rates, stated, borders);

    /// <summary>The borders that were looked at, by flow.</summary>
    public IReadOnlyDictionary<int, Border> Borders { get; }

    /// <summary>The flows with a rate, or of which none can be given, in ascending order.</summary>
    public IEnumerable<int> Flows => _rates.Keys.Order();

    /// <summary>The duty on a flow; free where it crosses no border.</summary>
    public DutyRate Of(int flow) => _rates.GetValueOrDefault(flow, DutyRate.Free);

    /// <summary>What is said of the law beside the rates, each once.</summary>
    public IEnumerable<string> Remarks => _rates.Values.SelectMany(rate => rate.Remarks).Distinct(StringComparer.Ordinal);

    /// <summary>True where the question states the rate.</summary>
    public bool IsStated(int flow) => _stated.Contains(flow);

    /// <summary>The least that the duty can be; nothing where none can be given.</summary>
    public decimal AtLeast(int flow) => _rates.TryGetValue(flow, out var rate) ? rate.AtLeast ?? 0m : 0m;

    /// <summary>The duty on flows.</summary>
    /// <param name="view">The graph that the flows are of.</param>
    /// <param name="borders">The borders that they cross.</param>
    /// <param name="stated">Rates that the question states, by id of the flow; those of flows that are not there are passed over.</param>
    /// <param name="law">The law's rates; null where only what is stated counts and all else is free.</param>
    public static FlowRates Of(GraphView view, IEnumerable<Border> borders, IReadOnlyDictionary<EntityId, decimal> stated, IReadOnlyDictionary<DutyPair, DutyRate>? law)
    {
        var byFlow = borders.ToDictionary(border => border.Flow);
        var rates = new Dictionary<int, DutyRate>();
        foreach (var (id, rate) in stated)
        {
            if (view.Graph.FindFlow(id) is { } flow)
                rates[flow] = DutyRate.Exactly(rate);
        }
        var named = rates.Keys.ToHashSet();
        foreach (var (flow, border) in byFlow)
        {
            if (law is not null && !named.Contains(flow))
                rates[flow] = border.Missing.Length > 0 ? DutyRate.Unknown(border.Missing) : DutyRate.Over([.. border.Pairs.Select(pair => law[pair])]);
        }
        return new FlowRates(rates, named, byFlow);
    }
}
