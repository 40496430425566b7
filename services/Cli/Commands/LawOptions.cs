using System.CommandLine;
using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Cli.Commands;

/// <summary>The options that say by which law a question is answered.</summary>
internal sealed class LawOptions
{
    private readonly Option<DateOnly?> _knownAt = Values.Day("--known-at", "By the law as it was known on the date; as settled where left out.");
    private readonly Option<Clock> _clock = Values.Word<Clock>("--clock", "Which of a measure's dates count; effective where left out.", DutyReflection.Descriptor);
    private readonly Option<string[]> _scenarios = new("--scenario") { Description = "A named scenario to assume, as TW_ART_15; may be given more than once.", HelpName = "name", DefaultValueFactory = _ => [] };

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_knownAt, _clock, _scenarios])
            command.Add(option);
    }

    /// <summary>The law.</summary>
    public DutyQuestion Of(ParseResult parsed) => new()
    {
        KnownAt = parsed.GetValue(_knownAt).ToDate(),
        Clock = parsed.GetValue(_clock),
        ScenarioIds = { parsed.GetValue(_scenarios) },
    };
}
