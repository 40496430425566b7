using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Closure;
using GeoGraph.Exposure.Sea;
using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>Questions of closures: called, and answered as the contract writes it.</summary>
internal static class ClosureMapping
{
    private const decimal MostDays = 36_500m;
    private const string DaysRule = "a closure lasts more than 0 and at most 36500 days";

    /// <summary>Speed, cost and time; what is shut and for whom is read apart.</summary>
    public static ClosureQuestion ReadTerms(this RequestFields fields, Wire.AssessClosureRequest request)
    {
        var days = fields.Decimal("days", request.Days, DaysRule, 0m, MostDays);
        if (days == 0m)
            fields.Violations.Add("days", request.Days, DaysRule);
        return new ClosureQuestion([])
        {
            NoRerouting = request.NoRerouting,
            Knots = fields.ReadKnots(request.SpeedKnots) ?? Voyage.DefaultKnots,
            CostPerKm = fields.Decimal("cost_per_km", request.CostPerKm, "a cost lies between 0 and 1 of the value of the goods a kilometre", 0m, 1m),
            Days = days ?? ClosureQuestion.YearDays,
        };
    }

    public static Wire.AssessClosureResponse Answer(OpenedQuestion side, ClosureQuestion question)
    {
        var answer = ClosureMeasures.Assess(side.View, side.Loaded.Sea, question, side.Limits, side.CancellationToken);
        var page = side.Cut(answer.Flows);
        return new Wire.AssessClosureResponse
        {
            Flows = { ToWire(side, question, page.Items) },
            LostUsd = Amount(answer.LostUsd),
            ReroutedUsd = Amount(answer.ReroutedUsd),
            Loads = { answer.Loads.Select(ToWire) },
            Basis = side.ToBasis(answer.Basis.Measure, answer.Basis.Completeness, page.Items.Select(flow => flow.Id), answer.Unknown, page.HasMore,
                answer.Basis.Parameters.Select(parameter => (parameter.Key, parameter.Value)).Where(parameter => parameter.Key is "speed_knots" or "days")),
        };
    }

    /// <summary>The figures of an answer.</summary>
    public static IEnumerable<Figure> Figures(Wire.AssessClosureResponse answer) =>
        answer.Loads.SelectMany(load => (Figure[])
            [
                Figure.Of(load.AfterUsdPerYear, "", load.ChokepointId, "after_usd_per_year"),
                Figure.Of(load.BeforeUsdPerYear, "", load.ChokepointId, "before_usd_per_year"),
            ])
            .Prepend(new Figure("rerouted_usd", answer.ReroutedUsd)).Prepend(new Figure("lost_usd", answer.LostUsd));

    /// <summary>Flows that a closure touches, with the ways on which they go round.</summary>
    public static IEnumerable<Wire.ReroutedFlow> ToWire(OpenedQuestion side, ClosureQuestion question, IEnumerable<TouchedFlow> flows)
    {
        var routes = new Dictionary<(int, int), IReadOnlyList<Wire.Passage>>();
        return flows.Select(flow => ToWire(side, question, flow, routes));
    }

    private static Wire.ReroutedFlow ToWire(OpenedQuestion side, ClosureQuestion question, TouchedFlow flow, Dictionary<(int, int), IReadOnlyList<Wire.Passage>> routes)
    {
        var wire = new Wire.ReroutedFlow
        {
            RelationId = flow.Id.Value,
            FromId = flow.From.Value,
            ToId = flow.To.Value,
            ValueUsdPerYear = Amount(flow.ValueUsd),
            Share = flow.Fate.Part is { } part ? DecimalText.Print(ShareRange.Round(part)) : "",
            Lost = flow.IsLost,
            Reason = flow.Fate.Reason ?? "",
        };
        if (flow.Fate.Detour is not { } detour)
            return wire;
        wire.ExtraKm = RouteMapping.KmText(detour.ExtraMicrometres);
        wire.ExtraDays = RouteMapping.DaysText(detour.ExtraMicrometres, question.Knots);
        wire.ExtraCostUsdPerYear = Amount(side.Loaded.Graph.Flows.Value(flow.Fate.Flow) * flow.Fate.Rerouted * Voyage.Km(detour.ExtraMicrometres) * question.CostPerKm);
        wire.Passages.Add(PassagesOf(side, question, detour, routes));
        return wire;
    }

    private static IReadOnlyList<Wire.Passage> PassagesOf(OpenedQuestion side, ClosureQuestion question, Detour detour, Dictionary<(int, int), IReadOnlyList<Wire.Passage>> routes)
    {
        if (!routes.TryGetValue((detour.FromPort, detour.ToPort), out var passages))
        {
            var sea = side.Loaded.Sea;
            var closure = SeaClosure.Of(sea, question.Shut.SelectMany(sea.Marks.Of));
            var marks = SeaRoutes.Find(sea, detour.FromPort, detour.ToPort, closure)?.Marks ?? [];
            routes[(detour.FromPort, detour.ToPort)] = passages = [.. marks.ToWire(sea, side.Loaded.Graph)];
        }
        return passages;
    }

    private static Wire.ChokepointLoad ToWire(ChokepointLoad load) => new()
    {
        ChokepointId = load.Chokepoint.Value,
        BeforeUsdPerYear = Amount(load.Before),
        AfterUsdPerYear = Amount(load.After),
        ShareBefore = load.ShareBefore is { } before ? DecimalText.Print(before) : "",
        ShareAfter = load.ShareAfter is { } after ? DecimalText.Print(after) : "",
    };

    private static string Amount(decimal? amount) => amount is { } known ? DecimalText.Print(decimal.Round(known, ShareRange.Places, MidpointRounding.ToEven)) : "";
}
