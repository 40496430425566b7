using GeoGraph.Core;
using GeoGraph.Exposure.Scenarios;
using GeoGraph.Hosting.Wire;
using Google.Protobuf;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>The scenarios of a question, read.</summary>
/// <param name="Graph">What they change of the graph, in order.</param>
/// <param name="Law">What they change of the law.</param>
/// <param name="Key">A text that is the same for scenarios that say the same.</param>
internal sealed record AssumedScenarios(IReadOnlyList<Scenario> Graph, AssumedLaw Law, string Key)
{
    /// <summary>No scenario.</summary>
    public static readonly AssumedScenarios None = new([], AssumedLaw.None, "");

    /// <summary>What a person calls them, in order.</summary>
    public IEnumerable<string> Names => Graph.Select(scenario => scenario.Name);
}

/// <summary>Reads scenarios, noting every violation at its place.</summary>
internal static class ScenarioMapping
{
    private const string Field = "question.scenarios";
    private const int MaxScenarios = 20;
    private const int MaxChanges = 1_000;

    /// <exception cref="GeoGraphException"><see cref="ErrorReason.LimitExceeded"/>.</exception>
    public static AssumedScenarios ReadScenarios(this RequestFields fields, IReadOnlyList<Wire.Scenario> wire, DateOnly asOf)
    {
        RequestFields.AtMost(Field, wire.Count, MaxScenarios);
        if (wire.Count == 0)
            return AssumedScenarios.None;
        var law = new AssumedLawMapping(fields, asOf);
        var scenarios = wire.Select((scenario, i) => ReadScenario(fields, law, scenario, i)).ToList();
        return new AssumedScenarios(scenarios, law.Law, string.Concat(wire.Select(scenario => scenario.ToByteString().ToBase64() + "\n")));
    }

    private static Scenario ReadScenario(RequestFields fields, AssumedLawMapping law, Wire.Scenario wire, int index)
    {
        var field = RequestFields.At(Field, index);
        RequestFields.AtMost(field + ".changes", wire.Changes.Count, MaxChanges);
        if (wire.Changes.Count == 0 && wire.LawScenarioIds.Count == 0)
            fields.Violations.Add(field + ".changes", "", "a scenario has at least one change, or names a scenario of the law");
        law.ReadNamed(field + ".law_scenario_ids", wire.LawScenarioIds);
        var changes = new ScenarioChangeMapping(fields, law);
        var steps = wire.Changes.Select((change, i) => changes.Read(RequestFields.At(field + ".changes", i), change)).OfType<ScenarioStep>().ToList();
        var name = wire.Name.Length > 0 ? wire.Name : string.Create(null, $"scenario {index + 1}");
        return new Scenario(name, steps);
    }
}
