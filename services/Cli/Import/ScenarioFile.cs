using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Cli.Import;

/// <summary>Reads a scenario from a file: the fields of Scenario in YAML or JSON, as the import format writes fields.</summary>
internal static class ScenarioFile
{
    /// <summary>Reads a scenario. Null, with problems told, where it is none.</summary>
    public static Scenario? Read(string file, TextReader text, List<Problem> problems)
    {
        if (YamlFile.Read(file, text, problems) is not { } node)
            return null;
        var scenario = new MessageReader(problems).Read(node, Scenario.Descriptor, "scenario") as Scenario;
        CheckChanges(node, problems);
        if (problems.Count > 0)
            return null;
        if (scenario is { Name.Length: 0 })
            scenario.Name = Path.GetFileNameWithoutExtension(file);
        return scenario;
    }

    /// <summary>Reads a measure: the fields of Measure. Null, with problems told, where it is none.</summary>
    public static Measure? ReadMeasure(string file, TextReader text, List<Problem> problems)
    {
        if (YamlFile.Read(file, text, problems) is not { } node)
            return null;
        var measure = new MessageReader(problems).Read(node, Measure.Descriptor, "measure") as Measure;
        return problems.Count > 0 ? null : measure;
    }

    // A change is one of several fields; a second one would silently take the place of the first.
    private static void CheckChanges(Node node, List<Problem> problems)
    {
        foreach (var changes in (node as MapNode)?.Entries.Where(entry => entry.Key.Text == "changes").Select(entry => entry.Value).OfType<ListNode>() ?? [])
        {
            for (var i = 0; i < changes.Items.Count; i++)
            {
                if (changes.Items[i] is MapNode { Entries.Count: > 1 } change)
                    problems.Add(new Problem(change.Entries[1].Key.Place, $"scenario.changes[{i}]", change.Entries[1].Key.Text, $"stands beside {change.Entries[0].Key.Text}; a change is one of them, so give each a dash of its own"));
            }
        }
    }
}
