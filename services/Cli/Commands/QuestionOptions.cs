using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Common.V1;
using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Cli.Commands;

/// <summary>The options that every exposure question shares: date, bounds, scenarios, and where to go on.</summary>
internal sealed class QuestionOptions
{
    private readonly Terminal _terminal;
    private readonly ScenarioOptions _scenarios;
    private readonly Option<DateOnly?> _asOf = Values.Day("--as-of", "The date on which relations must hold; today where left out.");
    private readonly Option<int> _tiers = new("--tiers") { Description = "How many supply relations upstream are followed, 1 to 32.", HelpName = "n", DefaultValueFactory = _ => 8 };
    private readonly Option<int> _limit = Values.Limit();
    private readonly Option<Confidence> _confidence = Values.Word<Confidence>("--min-confidence", "Leave out facts below it.", EvidenceReflection.Descriptor);
    private readonly Option<string> _cursor = new("--cursor") { Description = "Go on from where an earlier answer to the same question stopped; it says where.", HelpName = "text", DefaultValueFactory = _ => "" };

    /// <summary>The options.</summary>
    /// <param name="terminal">Knows today.</param>
    /// <param name="onIsDate">True where <c>--on</c> is another name of the date, and not something of the command's own.</param>
    /// <param name="shortScenarios">True where <c>--remove</c>, <c>--close</c> and <c>--end-agreement</c> are scenarios, and not something of the command's own.</param>
    public QuestionOptions(Terminal terminal, bool onIsDate = false, bool shortScenarios = true)
    {
        (_terminal, _scenarios) = (terminal, new ScenarioOptions(shortScenarios));
        if (onIsDate)
            _asOf.Aliases.Add("--on");
    }

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_asOf, _tiers, _limit, _confidence, _cursor])
            command.Add(option);
        _scenarios.AddTo(command);
    }

    /// <summary>The question as asked.</summary>
    /// <exception cref="UsageException">A scenario cannot be read.</exception>
    public Question Of(ParseResult parsed, Session session) => new()
    {
        AsOf = (parsed.GetValue(_asOf) ?? _terminal.Today).ToDate(),
        MaxTiers = parsed.GetValue(_tiers),
        Limit = parsed.GetValue(_limit),
        MinConfidence = parsed.GetValue(_confidence),
        Read = session.Read,
        Cursor = parsed.GetValue(_cursor) ?? "",
        Scenarios = { _scenarios.Of(parsed) },
    };
}
