using GeoGraph.Core;
using GeoGraph.Exposure.Tariffs;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Consequences;

/// <summary>
/// Which sourcing shifts. A flow that does not arrive goes to the sources that are left, those with the least duty first. A flow that arrives goes to a source that is surely
/// cheaper once duties are counted and was not before, at equal prices before duty. What a source can take is its stated capacity less what it carries; where none is
/// stated, it takes all and the reason says so.
/// </summary>
internal sealed class SourcingShifts(GraphView view, LostSupply lost, LawBothWays law)
{
    private readonly Dictionary<int, decimal> _taken = [];

    /// <summary>The shifts, in order of flow; the largest flows fill capacities first.</summary>
    public IReadOnlyList<SourceShift> Find(IReadOnlyList<TurnedFrom> turned) => [.. turned
        .OrderByDescending(entry => view.Graph.Flows.Value(entry.Flow) ?? -1m).ThenBy(entry => entry.Flow).SelectMany(Shifts)];

    /// <summary>Inputs that have no other source, in sentences.</summary>
    public IEnumerable<string> Unsourced(IEnumerable<TurnedFrom> turned) => turned.Where(entry => entry.Part > 0m && entry.Sources.Count == 0)
        .Select(entry => $"No other source of {GroupOf(entry.Flow)} of {BuyerOf(entry.Flow)} than {SupplierOf(entry.Flow)} is in the data.").Distinct();

    private IEnumerable<SourceShift> Shifts(TurnedFrom turned)
    {
        var ranked = Ranked(turned);
        var value = view.Graph.Flows.Value(turned.Flow);
        var left = turned.Part > 0m ? turned.Part : 1m;
        foreach (var source in ranked)
        {
            var part = Room(source, value, left);
            if (part == 0m)
                continue;
            yield return Shift(turned, source, value, part, ranked.Count);
            if (part is null || (left -= part.Value) <= 0m)
                yield break;
        }
    }

    private List<Source> Ranked(TurnedFrom turned)
    {
        var sources = turned.Part > 0m ? turned.Sources : turned.Sources.Where(source => BecomesCheaper(turned, source));
        return [.. sources.OrderBy(source => law.RateAfter(source.Border).AtMost ?? decimal.MaxValue).ThenBy(source => source.Flow is null)
            .ThenByDescending(source => source.ShareOfWorldOutput ?? -1m).ThenBy(source => source.Node)];
    }

    private bool BecomesCheaper(TurnedFrom turned, Source source) =>
        law.RateAfter(source.Border).AtMost < law.RateAfter(turned.Border).AtLeast && law.RateBefore(source.Border).AtMost >= law.RateBefore(turned.Border).AtLeast;

    // The part of the flow that the source can take; null where its capacity is stated and the flow's value is not.
    private decimal? Room(Source source, decimal? value, decimal wanted)
    {
        if (source.Flow is not { } flow || view.Graph.Flows.Capacity(flow) is not { } capacity)
            return wanted;
        var room = Math.Max(0m, capacity - (view.Graph.Flows.Value(flow) ?? 0m) - _taken.GetValueOrDefault(flow));
        if (room == 0m)
            return 0m;
        if (value is not > 0m)
            return null;
        var part = Math.Min(wanted, room / value.Value);
        _taken[flow] = _taken.GetValueOrDefault(flow) + (part * value.Value);
        return part;
    }

    private SourceShift Shift(TurnedFrom turned, Source source, decimal? value, decimal? part, int sources)
    {
        var moved = value * part;
        var amount = turned.Part > 0m ? lost.Part(moved) : moved;
        var share = ShareOf(turned.Flow) * part;
        var (from, to) = (SupplierOf(turned.Flow), view.Graph.NodeId(source.Node));
        var reason = (turned.Part > 0m ? WhyLeft(turned, source, sources) : WhyCheaper(turned, source)) + Capacity(source);
        var sentence = $"{BuyerOf(turned.Flow)} can turn from {from} to {to} for {GroupOf(turned.Flow)}: {reason}.";
        return new SourceShift(amount, sentence, [.. source.Relations.Append(view.Graph.Flows.Id(turned.Flow)).Distinct().Order()])
        {
            Buyer = BuyerOf(turned.Flow),
            Group = GroupOf(turned.Flow),
            From = from,
            To = to,
            Reason = reason,
            Share = share,
            ValueUsdPerYear = moved,
            Flow = source.Flow,
            Source = source.Node,
            LeavesFlow = turned.Part > 0m ? null : turned.Flow,
        };
    }

    private string WhyLeft(TurnedFrom turned, Source source, int sources)
    {
        var rate = law.RateAfter(source.Border);
        var which = sources == 1 ? "the only other source in the data" : rate.IsKnown ? $"the one with the least duty of {sources} other sources" : $"one of {sources} other sources";
        return $"{ConsequenceText.Percent(turned.Part)} of the flow does not arrive, and this is {which}, {(source.Flow is null ? "new to the buyer" : "a supplier of the buyer already")}, "
            + (rate.IsKnown ? $"with duty of {ConsequenceText.Rate(rate)}" : $"with duty unknown ({rate.Missing})");
    }

    private string WhyCheaper(TurnedFrom turned, Source source) =>
        $"landed cost {Landed(law.RateAfter(turned.Border))} against {Landed(law.RateAfter(source.Border))}, where it was {Landed(law.RateBefore(turned.Border))} against {Landed(law.RateBefore(source.Border))}, "
        + "at equal prices before duty";

    private static string Landed(DutyRate rate) => rate.IsExact ? DecimalText.Print(1m + rate.AtLeast!.Value)
        : $"{DecimalText.Print(1m + rate.AtLeast!.Value)} to {DecimalText.Print(1m + rate.AtMost!.Value)}";

    private string Capacity(Source source) => source.Flow is { } flow && view.Graph.Flows.Capacity(flow) is { } capacity
        ? $", as far as its capacity of {ConsequenceText.Usd(capacity)} a year goes" : "; its free capacity is not stated";

    private decimal? ShareOf(int flow) => view.Shares(view.Graph.Flows.Group(flow)).Members.First(member => member.Flow == flow).Share;

    private EntityId BuyerOf(int flow) => view.Graph.NodeId(view.Graph.Groups.Buyer(view.Graph.Flows.Group(flow)));

    private EntityId SupplierOf(int flow) => view.Graph.NodeId(view.Graph.Flows.Supplier(flow));

    private string GroupOf(int flow) => view.Graph.Groups.Name(view.Graph.Flows.Group(flow));
}
