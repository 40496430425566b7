using System.CommandLine;
using GeoGraph.Cli.Import;
using GeoGraph.Contracts.Exposure.V1;
using Google.Protobuf.Collections;

namespace GeoGraph.Cli.Commands;

/// <summary>
/// The scenarios that a question assumes: files first, in the order given, then one of what the short options say. Commands that have options of these names for
/// something else, as <c>disrupt --remove</c>, take files alone.
/// </summary>
internal sealed class ScenarioOptions(bool shortOptions)
{
    private readonly Option<string[]> _files = new("--scenario")
    {
        Description = "Assume what a file says: YAML or JSON with the fields of Scenario (name, changes, law_scenario_ids); may be given more than once, each applied to what the one before left.",
        HelpName = "file",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string[]> _remove = Values.Ids("--remove", "Assume that an actor, with its relations, or a relation is gone; may be given more than once.");
    private readonly Option<string[]> _close = Values.Ids("--close", "Assume that a chokepoint is shut; may be given more than once.");
    private readonly Option<string[]> _end = new("--end-agreement")
    {
        Description = "Assume that an agreement ends, on the question's date or on one given behind @; may be given more than once.",
        HelpName = "id[@yyyy-mm-dd]",
        DefaultValueFactory = _ => [],
    };

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        command.Add(_files);
        foreach (var option in shortOptions ? (Option[])[_remove, _close, _end] : [])
            command.Add(option);
    }

    /// <summary>The scenarios as asked for.</summary>
    /// <exception cref="UsageException">A file cannot be read or is no scenario, or a date is none; every problem is told.</exception>
    public IEnumerable<Scenario> Of(ParseResult parsed)
    {
        foreach (var file in parsed.GetValue(_files) ?? [])
            yield return Read(file);
        if (shortOptions && Short(parsed) is { Changes.Count: > 0 } scenario)
            yield return scenario;
    }

    private static Scenario Read(string file)
    {
        if (!File.Exists(file))
            throw new UsageException($"\"{file}\" is no file");
        var problems = new List<Problem>();
        using var text = File.OpenText(file);
        return ScenarioFile.Read(file, text, problems) ?? throw new UsageException(string.Join(Environment.NewLine, problems));
    }

    private Scenario Short(ParseResult parsed)
    {
        var scenario = new Scenario();
        var said = new List<string>();
        foreach (var id in parsed.GetValue(_remove) ?? [])
            Say(scenario.Changes, said, new ScenarioChange { RemoveId = id }, $"without {id}");
        foreach (var id in parsed.GetValue(_close) ?? [])
            Say(scenario.Changes, said, new ScenarioChange { CloseChokepoint = new() { ChokepointId = id } }, $"{id} shut");
        foreach (var end in parsed.GetValue(_end) ?? [])
            Say(scenario.Changes, said, new ScenarioChange { EndAgreement = ReadEnd(end) }, $"{end} ended");
        scenario.Name = string.Join(", ", said);
        return scenario;
    }

    private static void Say(RepeatedField<ScenarioChange> changes, List<string> said, ScenarioChange change, string words)
    {
        changes.Add(change);
        said.Add(words);
    }

    private static AgreementEnd ReadEnd(string text)
    {
        var at = text.LastIndexOf('@');
        if (at < 0)
            return new AgreementEnd { AgreementId = text };
        if (!DateOnly.TryParseExact(text[(at + 1)..], "yyyy-MM-dd", out var day))
            throw new UsageException($"\"{text[(at + 1)..]}\" is no date of the calendar as 2025-04-05");
        return new AgreementEnd { AgreementId = text[..at], EndedOn = day.ToDate() };
    }
}
