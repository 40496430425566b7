using System.CommandLine;
using GeoGraph.Contracts.Exposure.V1;
using GeoGraph.Contracts.Tariffs.V1;
using Google.Protobuf.Collections;

namespace GeoGraph.Cli.Commands;

/// <summary>The options that say by which law duties along supply are asked for; what is assumed of the law is a scenario.</summary>
internal sealed class DutyTermOptions
{
    private readonly Option<DateOnly?> _knownAt = Values.Day("--known-at", "By the law as it was known on the date; as settled where left out.");
    private readonly Option<Clock> _clock = Values.Word<Clock>("--clock", "Which of a measure's dates count; effective where left out.", DutyReflection.Descriptor);
    private readonly Option<string[]> _named = new("--law-scenario") { Description = "A named scenario of the law to assume, as TW_ART_15; may be given more than once.", HelpName = "name", DefaultValueFactory = _ => [] };
    private readonly Option<Dictionary<string, string>> _facts = Values.Pairs("--fact", "A fact of every entry, as usmca_originating=true; may be given more than once.");

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_knownAt, _clock, _named, _facts])
            command.Add(option);
    }

    /// <summary>The law.</summary>
    public DutyQuestion Of(ParseResult parsed) => new()
    {
        KnownAt = parsed.GetValue(_knownAt).ToDate(),
        Clock = parsed.GetValue(_clock),
        ScenarioIds = { parsed.GetValue(_named) },
    };

    /// <summary>The facts.</summary>
    public Dictionary<string, string> FactsOf(ParseResult parsed) => parsed.GetValue(_facts) ?? [];

    /// <summary>An option of rates by flow.</summary>
    public static Option<Dictionary<string, string>> Rates(string name, string description) => Values.Pairs(name, description + ", as supplies:a-b=0.05; may be given more than once.");

    /// <summary>Rates by flow as the contract has them.</summary>
    public static RepeatedField<StatedRate> RatesOf(Dictionary<string, string>? rates) =>
        [.. (rates ?? []).Select(rate => new StatedRate { RelationId = rate.Key, Rate = rate.Value })];
}
