using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Sea;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>The two ends of a route as they are asked for: each a port by its code, or an actor whose flows use one.</summary>
/// <param name="From">The port of departure, or the actor.</param>
/// <param name="To">The port of arrival, or the actor.</param>
internal sealed record RouteEnds(RouteEnd From, RouteEnd To)
{
    /// <summary>Reads both, noting what breaks their rule.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.DataMissing"/> without lanes; <see cref="ErrorReason.NotFound"/> for an absent port or actor.</exception>
    public static RouteEnds Read(OpenedQuestion question, Wire.FindRouteRequest request)
    {
        question.Fields.ThrowIfAny();
        if (!question.Loaded.Sea.HasLanes)
            throw new GeoGraphException(ErrorReason.DataMissing, "no sea lanes are in the data; bring them in with: geograph import sea <files>", [new("missing", "sea lanes")]);
        return new RouteEnds(RouteEnd.Read(question, "from", request.From), RouteEnd.Read(question, "to", request.To));
    }
}

/// <summary>One end: either a port or an actor.</summary>
internal sealed record RouteEnd(string Field, string Code, EntityId? Actor)
{
    private const string Rule = "a port is named by its UN/LOCODE as TWKHH, or a firm, facility or state that has a main port by its id";

    /// <summary>Reads an end.</summary>
    public static RouteEnd Read(OpenedQuestion question, string field, string text)
    {
        var code = text.ToUpperInvariant();
        if (question.Loaded.Sea.FindPort(code) is not null)
            return new RouteEnd(field, code, null);
        if (!text.Contains(':', StringComparison.Ordinal))
            throw GeoGraphException.NotFound("port", text);
        var id = question.Fields.Id(field, text);
        question.Fields.ThrowIfAny();
        return new RouteEnd(field, "", question.Actor(field, id, Rule, NodeKind.Firm, NodeKind.Facility, NodeKind.State));
    }

    /// <summary>The number of the port on one side's network.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.InvalidRequest"/> where the actor has no port; <see cref="ErrorReason.NotFound"/> where the side does not have it.</exception>
    public int PortOn(OpenedQuestion side)
    {
        if (Actor is not { } actor)
            return side.Loaded.Sea.FindPort(Code) ?? throw GeoGraphException.NotFound("port", Code);
        var node = side.Loaded.Graph.FindNode(actor) ?? throw GeoGraphException.NotFound("actor", actor.Value);
        if (NodePorts.Of(side.Loaded.Graph, side.Loaded.Sea).Of(node) is { } port)
            return port;
        var violations = new Violations();
        violations.Add(Field, actor.Value, "the actor is a port, has a main port that is on the chart, or lies in one state that has");
        violations.ThrowIfAny();
        return -1;
    }
}
