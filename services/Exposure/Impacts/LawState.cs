using GeoGraph.Core;
using GeoGraph.Exposure.Tariffs;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Impacts;

/// <summary>The duty on the flows of a graph by the law of a state. Immutable.</summary>
/// <param name="Rates">The rates, by what was asked for; further ones may be among them.</param>
/// <param name="Agreements">The revision of agreements.</param>
internal sealed record LawState(IReadOnlyDictionary<DutyPair, DutyRate> Rates, Revision Agreements)
{
    /// <summary>A graph with these duties.</summary>
    public CostSide On(GraphView view) => new(view, FlowRates.Of(view, Borders(view), new Dictionary<EntityId, decimal>(), Rates));

    /// <summary>All borders that flows cross on the view's date.</summary>
    public static IEnumerable<Border> Borders(GraphView view)
    {
        var finder = new BorderFinder(view);
        return TariffShockMeasures.Flows(view, null).Select(finder.Of).OfType<Border>();
    }
}
